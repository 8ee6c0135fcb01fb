import { existsSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import type { Finished, ProcessRunner } from "../../../../../action/engine/process/run.ts";
import { connect, SshError, sshArgv } from "../../../../../action/engine/targets/server/ssh.ts";
import { explainSsh } from "../../../../../action/engine/targets/server/ssh-error.ts";
import { finished } from "../../repository.ts";

const target = { host: "shop.example", user: "ann", port: 2222, identityFile: "/k/id" };

/** A connection whose ssh ends as it is told to. */
async function over(ended: Partial<Finished> | Error, more: object = {}) {
  const started: (readonly string[])[] = [];
  const run: ProcessRunner = async (argv) => {
    started.push(argv);
    if (ended instanceof Error) throw ended;
    return finished(ended);
  };
  return { connection: await connect({ ...target, ...more, run }), started };
}
const socketOf = (argv: readonly string[] | undefined) =>
  argv?.find((word) => word.startsWith("ControlPath="))?.slice("ControlPath=".length) ?? "";

describe("a connection", () => {
  it("runs words as they are and scripts by sh, over one socket, and removes that", async () => {
    const put: string[] = [];
    const key = { put: () => put.push("put"), remove: () => put.push("remove") };
    const { connection, started } = await over({ stdout: "out" }, { key });
    expect(await connection.exec(["echo", "a b"])).toMatchObject({ code: 0, stdout: "out" });
    await connection.exec("echo $HOME");
    expect(started.map((argv) => argv.slice(-3))).toEqual([
      ["--", "shop.example", "echo 'a b'"],
      ["--", "shop.example", "sh -c 'echo $HOME'"],
    ]);
    expect(put).toEqual(["put", "put"]);
    const [socket, same] = started.map(socketOf);
    expect(socket).toBe(same);
    expect(socket?.length).toBeLessThan(100);
    expect(existsSync(dirname(socket as string))).toBe(true);
    await connection.close();
    expect(started.at(-1)?.slice(-4)).toEqual(["-O", "exit", "--", "shop.example"]);
    expect(existsSync(dirname(socket as string))).toBe(false);
  });

  it("is shared and outlives no deployer for long", async () => {
    const { connection, started } = await over({});
    await connection.exec(["true"]);
    expect(started[0]).toEqual(expect.arrayContaining(["ControlMaster=auto", "ControlPersist=20"]));
    await connection.close();
  });

  it.each([
    [{ code: 255, stderr: "Connection refused" }, "unreachable"],
    [new Error("spawn ssh ENOENT"), "no-ssh"],
  ] as const)("that fails with %o is no command that failed", async (ended, kind) => {
    const { connection } = await over(ended);
    const error = await connection.exec(["true"]).catch((thrown) => thrown);
    expect(error).toBeInstanceOf(SshError);
    expect(error).toMatchObject({ name: "SshError", kind });
    await connection.close();
  });

  it.each([
    { code: 1, stderr: "Connection refused" },
    { code: 255, stderr: "of the command" },
    { code: 255, stderr: "", timedOut: true },
  ])("leaves to its caller what a command did: %o", async (ended) => {
    const { connection } = await over(ended);
    expect(await connection.exec(["true"])).toMatchObject(ended);
    await connection.close();
  });
});

describe("the options of ssh", () => {
  it("are those that let nothing ask, forward or go on unseen", () => {
    const { identityFile: _, port: __, ...bare } = target;
    const argv = sshArgv(bare);
    for (const option of "BatchMode=yes UpdateHostKeys=no ClearAllForwardings=yes ForwardAgent=no RequestTTY=no ServerAliveInterval=5 ServerAliveCountMax=3 ConnectTimeout=10 PermitLocalCommand=no RemoteCommand=none LogLevel=ERROR".split(
      " ",
    ))
      expect(argv[argv.indexOf(option) - 1]).toBe("-o");
    expect(argv.slice(-2)).toEqual(["-l", "ann"]);
    expect(argv.join(" ")).not.toMatch(/-p |-i |IdentitiesOnly|KnownHostsFile/);
  });

  it("are these and no others", () => {
    const { identityFile: _, port: __, ...bare } = target;
    const words = sshArgv(bare).slice(1, -2);
    expect(words.filter((_, i) => i % 2 === 0).every((word) => word === "-o")).toBe(true);
    expect(words.filter((_, i) => i % 2 === 1).every((word) => /^[A-Za-z]+=\w+$/.test(word))).toBe(true);
  });

  it("name port, key, pinned keys and what is added, before what they would override", () => {
    const argv = sshArgv({ ...target, knownHostsFile: "/a/known", options: ["RequestTTY=force"] });
    const at = (word: string) => argv.indexOf(word);
    expect([argv[at("-p") + 1], argv[at("-i") + 1]]).toEqual(["2222", "/k/id"]);
    expect(argv).toEqual(
      expect.arrayContaining(["IdentitiesOnly=yes", 'UserKnownHostsFile="/a/known"', "GlobalKnownHostsFile=/dev/null"]),
    );
    expect(at("RequestTTY=force")).toBeLessThan(at("RequestTTY=no"));
  });
});

describe("what ssh died of", () => {
  const told = (stderr: string, more: object = {}) => explainSsh({ ...target, ...more }, stderr);

  it("is said with the place, the key, and ssh's last words", () => {
    const stderr = "1\n2\n3\n4\nPermission denied (publickey).\n";
    expect(told(stderr)?.message).toMatch(/^shop.example port 2222 does not accept \/k\/id for the user ann\./);
    expect(told(stderr)?.message).toMatch(/\nssh said: 2\n3\n4\nPermission denied \(publickey\)\.$/);
    expect(told(stderr, { port: undefined, identityFile: undefined })?.message).toMatch(
      /^shop.example does not accept your ssh key for/,
    );
  });

  it("names an unknown host as known_hosts does", () => {
    expect(told("Host key verification failed.")?.message).toContain('"[shop.example]:2222 ssh-ed25519');
    expect(told("Host key verification failed.", { port: 22 })?.message).toContain('"shop.example ssh-ed25519');
  });

  it.each([
    ["", "nothing"],
    ["client_loop: send disconnect: Broken pipe", "client_loop: send disconnect: Broken pipe"],
    ["Timeout, server shop.example not responding.", "Timeout, server shop.example not responding."],
    ["Shared connection to shop.example closed.", "Shared connection to shop.example closed."],
  ])("is a lost connection where it says %j", (stderr, last) => {
    expect(told(stderr)).toMatchObject({
      kind: "dropped",
      message: expect.stringMatching(new RegExp(`ssh said: ${last}$`)),
    });
  });
});
