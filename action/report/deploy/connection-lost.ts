import type { Cause } from "../../engine/deploy/deploy-error.ts";
import type { SshFailure } from "../../engine/targets/server/ssh-error.ts";
import type { Access } from "../../inputs/inputs.ts";

/** What happened, and what to do about it in a workflow. */
export type ConnectionLost = Pick<Cause, "message" | "next">;

type Server = Pick<Access, "host" | "user" | "port">;

/** Messages by ssh's failure. In a job, key and pinned host key are secrets, whose files are removed afterwards. */
const told: Readonly<
  Record<Exclude<SshFailure, "dropped">, (server: Server & { readonly where: string }) => ConnectionLost>
> = {
  "host-key-changed": ({ where }) => ({
    message: `the host key of ${where} is not the one that known-hosts pins: the server was rebuilt, or another machine responds in its place`,
    next:
      "If it was rebuilt, compare its key on its own console (`ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub`), and store what " +
      "`cat /etc/ssh/ssh_host_ed25519_key.pub` prints there as the secret KNOWN_HOSTS.",
  }),
  "host-key-unknown": ({ where }) => ({
    message: `known-hosts pins no key of ${where}`,
    next:
      "Store what `cat /etc/ssh/ssh_host_ed25519_key.pub` prints on the server's own console as the secret KNOWN_HOSTS, and check that " +
      "the variables HOST and PORT name that server.",
  }),
  "key-unusable": () => ({
    message: "the private key of ssh-key cannot be used: it is damaged, or has a passphrase",
    next: "Store the whole key file, from BEGIN to END, as the secret SSH_KEY: `gh secret set SSH_KEY --env production < FILE`.",
  }),
  "key-refused": ({ where, user, host }) => ({
    message: `${where} does not accept the key of ssh-key for ${user}`,
    next:
      `The secret SSH_KEY must hold the private half of a key in ~${user}/.ssh/authorized_keys, and the variable USER its owner. ` +
      `\`npx create-flask-deploy github rotate-key --login root@${host}\` creates a new pair and stores it.`,
  }),
  unreachable: ({ where }) => ({
    message: `${where} cannot be reached by ssh from this runner`,
    next:
      "Check the variables HOST and PORT, that sshd runs, and that a firewall lets the runner in: GitHub's have changing addresses " +
      "(https://api.github.com/meta lists them), a self-hosted runner has yours.",
  }),
  "no-ssh": () => ({
    message: "ssh could not be started on this runner",
    next: "Install the OpenSSH client in a step before this one.",
  }),
};

/**
 * @param message the engine's, which ends with ssh's own output
 * @returns undefined if the engine's message fits a job as it is
 */
export function connectionLost(
  kind: SshFailure | undefined,
  message: string,
  server: Server,
): ConnectionLost | undefined {
  if (kind === undefined || kind === "dropped") return undefined;
  const where = server.port === 22 ? server.host : `${server.host} port ${server.port}`;
  const { message: said, next } = told[kind]({ ...server, where });
  const own = /\nssh said: [\s\S]*$/.exec(message)?.[0] ?? "";
  return { message: `${said}${own}`, next };
}
