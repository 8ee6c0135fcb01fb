import { Failure } from "../../../action/engine/process/failure.ts";
import type { ProcessRunner } from "../../../action/engine/process/run.ts";
import { knownHostsName } from "../../../action/engine/targets/server/login.ts";

/** A host as `ssh -G` resolves it, with the aliases of the user's configuration. */
export interface Resolved {
  readonly host: string;
  readonly port: number;
  /** The known_hosts files. */
  readonly pinFiles: readonly string[];
}

export async function resolved(
  run: ProcessRunner,
  { host, port, user }: { host: string; port?: number | undefined; user: string },
): Promise<Resolved> {
  const argv = ["ssh", "-G", ...(port && port !== 22 ? ["-p", String(port)] : []), "-l", user, "--", host];
  const { code, stdout, stderr } = await run(argv, { timeoutMs: 10_000 });
  if (code !== 0) throw new Failure(`ssh does not understand the host ${host}: ${stderr.trim()}`);
  const all = new Map(stdout.split("\n").map((line) => [line.split(" ", 1)[0], line.replace(/^\S+ /, "")]));
  const files = `${all.get("userknownhostsfile") ?? ""} ${all.get("globalknownhostsfile") ?? ""}`;
  return {
    host: all.get("hostname") ?? host,
    port: Number(all.get("port") ?? 22),
    pinFiles: files.split(" ").filter((file) => file.startsWith("/") && file !== "/dev/null"),
  };
}

/**
 * The server's lines in known_hosts, which this machine's ssh already trusts. They are not fetched from the server: any
 * host that answers would be trusted.
 */
export async function knownHostsOf(run: ProcessRunner, { host, port, pinFiles }: Resolved): Promise<string> {
  const name = knownHostsName(host, port);
  const lines = new Set<string>();
  for (const file of pinFiles) {
    const { stdout } = await run(["ssh-keygen", "-F", name, "-f", file], { timeoutMs: 10_000 });
    for (const line of stdout.split("\n")) {
      // Written with its name: a hashed name would not show which server the secret pins.
      const [, type, key] = line.startsWith("#") || line.startsWith("@") ? [] : line.split(/\s+/);
      if (type && key) lines.add(`${name} ${type} ${key}\n`);
    }
  }
  if (lines.size > 0) return [...lines].join("");
  throw new Failure(
    `no known_hosts file here has the key of ${name}: connect once with ssh and compare its fingerprint, or pass --known-hosts with the lines that setup printed`,
  );
}
