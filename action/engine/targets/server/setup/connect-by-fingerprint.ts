import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Connection, connect, SshError, type SshTarget } from "../ssh.ts";

/**
 * Connects to a server whose key is known by its fingerprint only ("SHA256:…", from the provider's panel or the
 * server's console). ssh itself asks us for the pinned line (KnownHostsCommand, OpenSSH 8.5), and gets one only for the
 * very key with that fingerprint: nothing is trusted because it answered first.
 *
 * @throws SshError when no key of the server has it.
 */
export async function connectByFingerprint(target: SshTarget, fingerprint: string): Promise<Connection> {
  const folder = await mkdtemp(join(tmpdir(), "fd-pin-"));
  const script = join(folder, "pin");
  await writeFile(script, '#!/bin/sh\n[ "$1" != "$2" ] || printf \'%s %s %s\\n\' "$3" "$4" "$5"\n', { mode: 0o700 });
  const close = (connection: Connection): Connection => ({
    ...connection,
    close: () => connection.close().finally(() => rm(folder, { recursive: true, force: true })),
  });
  // A server shows one of its keys, of the kind we ask for; the fingerprint does not say its kind.
  for (const kinds of [
    "ssh-ed25519",
    "ecdsa-sha2-nistp256,ecdsa-sha2-nistp384,ecdsa-sha2-nistp521",
    "rsa-sha2-512,rsa-sha2-256",
  ]) {
    const connection = await connect({
      ...target,
      knownHostsFile: "/dev/null",
      options: [`KnownHostsCommand="${script}" ${fingerprint} %f %H %t %K`, `HostKeyAlgorithms=${kinds}`],
    });
    try {
      await connection.exec(["true"]);
      return close(connection);
    } catch (error) {
      await connection.close();
      const next =
        error instanceof SshError && (error.kind === "host-key-unknown" || /no matching host key/i.test(error.message));
      if (!next) {
        await rm(folder, { recursive: true, force: true });
        throw error;
      }
    }
  }
  await rm(folder, { recursive: true, force: true });
  throw new SshError(
    "host-key-changed",
    `no key of ${target.host} has the fingerprint ${fingerprint}. Read it again on the server's own console: ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub`,
  );
}
