import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readKey } from "../../../../action/engine/targets/server/key.ts";
import { newKeyPair } from "../../../../generators/github/server/key-pair.ts";
import { temporary } from "../../temporary.ts";

describe("a pair made in memory", () => {
  it.each(["", "a", "flask-deploy github.com/acme/shop"])(
    "is read by OpenSSH and by the Action, with the comment %j",
    (comment) => {
      const { privateKey, publicKey } = newKeyPair(comment);
      const file = join(temporary(), "key");
      writeFileSync(file, privateKey, { mode: 0o600 });
      const shown = execFileSync("ssh-keygen", ["-y", "-f", file], { encoding: "utf8" }).trim();
      expect(shown).toBe(`${publicKey} ${comment}`.trim());
      expect(readKey(privateKey)).toEqual({ key: privateKey });
    },
  );

  it("is another one each time", () => expect(newKeyPair("a").publicKey).not.toBe(newKeyPair("a").publicKey));
});
