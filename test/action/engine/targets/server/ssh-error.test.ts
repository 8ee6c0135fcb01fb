import { expect, it } from "vitest";
import { runProcess } from "../../../../../action/engine/process/run.ts";
import { type SshTarget, sshArgv } from "../../../../../action/engine/targets/server/ssh.ts";
import { explainSsh } from "../../../../../action/engine/targets/server/ssh-error.ts";

const target: SshTarget = { host: "shop.example", user: "deploy", port: 2222, identityFile: "/k/id", run: runProcess };

/** What OpenSSH 9.2 printed in each of these situations. */
it.each([
  [
    "host-key-unknown",
    "No ED25519 host key is known for [shop.example]:2222 and you have requested strict checking.\nHost key verification failed.",
  ],
  ["host-key-changed", "@ WARNING: REMOTE HOST IDENTIFICATION HAS CHANGED! @\nHost key verification failed."],
  ["key-unusable", 'Load key "/k/id": error in libcrypto\ndeploy@shop.example: Permission denied (publickey).'],
  ["key-unusable", "Warning: Identity file /k/id not accessible: No such file or directory."],
  ["key-refused", "deploy@shop.example: Permission denied (publickey,password)."],
  ["unreachable", "ssh: connect to host shop.example port 2222: Connection refused"],
  ["unreachable", "ssh: Could not resolve hostname shop.example: Name or service not known"],
  ["dropped", "client_loop: send disconnect: Broken pipe"],
  ["dropped", ""],
])("calls it %s", (kind, stderr) => {
  const told = explainSsh(target, stderr);
  expect(told?.kind).toBe(kind);
  expect(told?.message).toMatch(/shop\.example|\/k\/id/);
});

it("leaves a remote command's own 255 alone", () => {
  expect(explainSsh(target, "Traceback (most recent call last):")).toBeUndefined();
});

it("never switches host key checking off", () => {
  expect(sshArgv(target)).toContain("StrictHostKeyChecking=yes");
  expect(sshArgv({ ...target, knownHostsFile: "/a b/100%" })).toContain('UserKnownHostsFile="/a b/100%%"');
});
