import { lastLines } from "../../process/run.ts";
import { knownHostsName, type Login } from "./login.ts";

/** Patterns of what OpenSSH prints; the first that matches names the cause. */
const causes: readonly { kind: SshFailure; seen: RegExp; says: (t: Named) => string }[] = [
  {
    kind: "host-key-changed",
    seen: /REMOTE HOST IDENTIFICATION HAS CHANGED|host key .* (has changed|differs)/i,
    says: (t) =>
      `the host key of ${t.where} is not the pinned one. Either the server was rebuilt or someone answers in its ` +
      `place. If it was rebuilt, compare its new key on its own console (ssh-keygen -lf /etc/ssh/ssh_host_ed25519_key.pub) and replace the pinned line.`,
  },
  {
    kind: "host-key-unknown",
    seen: /Host key verification failed|No .* host key is known/i,
    says: (t) =>
      `the host key of ${t.where} is not pinned. Read it on the server's own console (cat /etc/ssh/ssh_host_ed25519_key.pub), ` +
      `and put the line "${t.pinName} ssh-ed25519 AAAA…" into the known-hosts file you pass (--known-hosts, or the Action's known-hosts input).`,
  },
  {
    kind: "key-unusable",
    seen: /Load key .*(error in libcrypto|invalid format|bad permissions|incorrect passphrase)|UNPROTECTED PRIVATE KEY|no such identity|Identity file .* not accessible|not a (private|public) key file/i,
    says: (t) =>
      `the private key ${t.key} cannot be used: it is missing, damaged (lost newlines or CRLF line ends), readable by others, or protected by a passphrase. ` +
      `Check it with: ssh-keygen -y -f ${t.key}`,
  },
  {
    kind: "key-refused",
    seen: /Permission denied|Too many authentication failures/i,
    says: (t) =>
      `${t.where} does not accept ${t.key} for the user ${t.user}. The public half must be a line of ~${t.user}/.ssh/authorized_keys; a key with a passphrase must be in an agent.`,
  },
  {
    kind: "unreachable",
    seen: /Could not resolve|Name or service not known|Connection refused|timed out|No route to host|Network is unreachable|Connection (closed|reset) by .* port|kex_exchange_identification/i,
    says: (t) =>
      `${t.where} cannot be reached by ssh. Check the name and the port, that sshd runs, and that a firewall lets this machine in.`,
  },
];

interface Named {
  where: string;
  pinName: string;
  key: string;
  user: string;
}

/**
 * What an ssh that ended with 255 died of. undefined when the words are not ssh's: then it was the remote
 * command that ended with 255. Silence counts as a lost connection: what we run never ends with 255 wordlessly.
 */
export function explainSsh(
  target: Pick<Login, "host" | "user" | "port" | "identityFile">,
  stderr: string,
): { kind: SshFailure; message: string } | undefined {
  const port = target.port ?? 22;
  const named = {
    where: port === 22 ? target.host : `${target.host} port ${port}`,
    pinName: knownHostsName(target.host, port),
    key: target.identityFile ?? "your ssh key",
    user: target.user,
  };
  const last = lastLines(stderr, 4);
  const cause = causes.find(({ seen }) => seen.test(stderr));
  if (cause) return { kind: cause.kind, message: `${cause.says(named)}\nssh said: ${last}` };
  if (last !== "" && !/client_loop|mux_client|Broken pipe|Timeout, server|onnection to .* closed/i.test(stderr))
    return undefined;
  return {
    kind: "dropped",
    message: `the connection to ${named.where} was lost while a command ran.\nssh said: ${last || "nothing"}`,
  };
}

export type SshFailure =
  | "no-ssh"
  | "host-key-unknown"
  | "host-key-changed"
  | "key-unusable"
  | "key-refused"
  | "unreachable"
  | "dropped";
