import { existsSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { removeCredentials, storeCredentials } from "../../../action/runner/credentials.ts";
import { temporary } from "../../generators/temporary.ts";

const access = { host: "h", user: "u", port: 22, sshKey: "the key\n", knownHosts: "h pinned\n" };

describe("the key of a job", () => {
  it("lies in its file from being put there to being removed, however often", () => {
    const temp = temporary();
    const remembered: string[] = [];
    const { folder, identityFile, knownHostsFile, key } = storeCredentials(temp, access, (at) => remembered.push(at));
    expect(remembered).toEqual([folder]);
    expect(readFileSync(knownHostsFile, "utf8")).toBe("h pinned\n");
    expect(existsSync(identityFile)).toBe(false);
    for (const _ of [1, 2]) {
      key.put();
      expect(readFileSync(identityFile, "utf8")).toBe("the key\n");
      expect(statSync(identityFile).mode & 0o777).toBe(0o600);
    }
    for (const _ of [1, 2]) {
      key.remove();
      expect(existsSync(identityFile)).toBe(false);
    }
    key.put();
    removeCredentials(temp, folder);
    expect(existsSync(folder)).toBe(false);
  });
});
