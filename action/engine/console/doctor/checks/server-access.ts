import { bad, checkOf, ok, skip } from "../check.ts";
import type { Facts, PortState } from "../facts.ts";

const check = checkOf("ssh");

const where = ({ here: { ssh } }: Facts) => `${ssh.host} port ${ssh.port}`;
const closed: Readonly<Record<Exclude<PortState, "open">, string>> = {
  refused: "refuses the connection: sshd does not run, or listens on another port",
  silent: "does not answer: a firewall drops the packets, the server is off, or fail2ban has banned this address",
  unreachable: "cannot be reached from here: there is no route to it",
};
const onConsole = "On the server's own console (your provider has one)";

export const serverAccess = [
  check({
    id: "dns",
    title: "the server's name resolves",
    severity: "error",
    from: "here",
    judge({ here: { ssh, names } }) {
      if (ssh.jumps) return skip("ssh connects through another machine");
      const found = names[ssh.host] ?? [];
      if (found.length > 0) return ok(`${ssh.host} is ${found.join(", ")}`);
      return bad(
        `${ssh.host} does not resolve`,
        "Check deploy.host in flask-deploy.yml (or --host), and the name's A and AAAA records.",
      );
    },
  }),
  check({
    id: "ssh-key",
    title: "the private key can be used",
    severity: "error",
    from: "here",
    judge({ here: { key } }) {
      if (key === undefined) return ok("ssh chooses one of yours");
      if (key.problem)
        return bad(`${key.path} ${key.problem}`, `A valid key prints its public half: ssh-keygen -y -f ${key.path}`);
      if (key.mode & 0o077)
        return bad(
          `${key.path} may be read by others (mode ${key.mode.toString(8)}), so ssh does not use it`,
          `chmod 600 ${key.path}`,
        );
      return ok(key.path);
    },
  }),
  check({
    id: "ssh-port",
    title: "sshd answers",
    severity: "error",
    from: "here",
    after: ["dns"],
    judge(facts) {
      const { refused, here } = facts;
      if (refused?.kind === "no-ssh") return bad(refused.message, "Install the OpenSSH client.");
      if (refused?.kind !== "unreachable") return ok(where(facts));
      const state = here.ports.ssh;
      if (state === "open")
        return bad(
          `${where(facts)} accepts the connection and closes it: ${refused.message.split("ssh said: ").at(-1)}`,
          `${onConsole}: \`journalctl -u ssh\`. Check for too many connections at once (MaxStartups) or a penalty for this address.`,
        );
      return bad(
        `${where(facts)} ${closed[state]}`,
        `${onConsole}: \`systemctl status ssh\`, \`fail2ban-client banned\`, and its firewall.`,
      );
    },
  }),
  check({
    id: "host-key",
    title: "the server has the pinned host key",
    severity: "error",
    from: "here",
    after: ["dns", "ssh-port"],
    judge({ refused }) {
      if (refused?.kind === "host-key-changed" || refused?.kind === "host-key-unknown") {
        const [said = "", ...rest] = refused.message.split(". ");
        return bad(said, rest.join(". "));
      }
      return ok("its host key is the pinned one");
    },
  }),
  check({
    id: "login",
    title: "the server lets the login in",
    severity: "error",
    from: "here",
    after: ["dns", "ssh-key", "ssh-port", "host-key"],
    judge({ refused, login, app, bare }) {
      if (refused?.kind === "key-refused" || refused?.kind === "key-unusable")
        return bad(
          refused.message.split("\n")[0] as string,
          `\`npx create-flask-deploy setup ${login.host}\` puts the key of ${app.name} there; \`journalctl -u ssh\` on the server shows why a key is rejected.`,
        );
      return ok(`as ${bare?.login ?? login.user}`);
    },
  }),
  check({
    id: "answer",
    title: "the server reports its state",
    severity: "error",
    from: "here",
    after: ["dns", "ssh-key", "ssh-port", "host-key", "login"],
    judge({ refused }) {
      if (refused?.kind === "dropped" || refused?.kind === "other")
        return bad(refused.message, refused.next || "Try again; `ssh` itself shows more with -v.");
      return ok();
    },
  }),
];
