import { existsSync, readFileSync, statSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Finished, ProcessRunner } from "../../../../../../action/engine/process/run.ts";
import { connectByFingerprint } from "../../../../../../action/engine/targets/server/setup/connect-by-fingerprint.ts";
import { finished } from "../../../repository.ts";

const unknown = { code: 255, stderr: "Host key verification failed." };
const kindOf = (argv: readonly string[]) => argv.find((word) => word.startsWith("HostKeyAlgorithms="))?.split("=")[1];
const scriptOf = (argv: readonly string[]) => /KnownHostsCommand="(.*?)"/.exec(argv.join(" "))?.[1] as string;

/** Connects to a server that ends ssh so, by the kind of key that is asked for. */
function to(ends: (kind: string) => Partial<Finished>) {
  const asked: (readonly string[])[] = [];
  const run: ProcessRunner = async (argv) => {
    if (argv.includes("exit")) return finished();
    asked.push(argv);
    return finished(ends(kindOf(argv) as string));
  };
  return { asked, connection: connectByFingerprint({ host: "shop.example", user: "ann", run }, "SHA256:abc") };
}

describe("a connection to a server that is known by a fingerprint", () => {
  it("trusts the very key that has it, and nothing that is known otherwise", async () => {
    const { asked, connection } = to(() => ({}));
    const { close } = await connection;
    const [argv = []] = asked;
    expect(asked).toHaveLength(1);
    expect(argv.join(" ")).toContain('" SHA256:abc %f %H %t %K');
    expect(argv).toContain('UserKnownHostsFile="/dev/null"');
    const script = scriptOf(argv);
    expect(readFileSync(script, "utf8")).toMatch(/^#!\/bin\/sh\n\[ "\$1" != "\$2" \] \|\|/);
    expect(statSync(script).mode & 0o777).toBe(0o700);
    await close();
    expect(existsSync(script)).toBe(false);
  });

  it.each([
    ["its first kind is unknown", unknown, 2],
    [
      "it has no key of that kind",
      { code: 255, stderr: "Unable to negotiate: no matching host key type found. Permission denied" },
      2,
    ],
  ])("asks for the next kind of key where %s", async (_, first, count) => {
    const { asked, connection } = to((kind) => (kind === "ssh-ed25519" ? first : {}));
    await (await connection).close();
    expect(asked).toHaveLength(count);
  });

  it("is none where no kind has it", async () => {
    const { asked, connection } = to(() => unknown);
    await expect(connection).rejects.toMatchObject({
      ...{
        kind: "host-key-changed",
        message: expect.stringMatching(/^no key of shop.example has the fingerprint SHA256:abc\./),
      },
    });
    expect(new Set(asked.map(kindOf)).size).toBe(3);
    expect(existsSync(scriptOf(asked[0] as string[]))).toBe(false);
  });

  it("does not go on where the server cannot be reached", async () => {
    const { asked, connection } = to(() => ({ code: 255, stderr: "Connection refused" }));
    await expect(connection).rejects.toMatchObject({ kind: "unreachable" });
    expect(asked).toHaveLength(1);
    expect(existsSync(scriptOf(asked[0] as string[]))).toBe(false);
  });
});
