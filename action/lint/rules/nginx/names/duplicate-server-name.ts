import { isTemplated } from "../../../files/template.ts";
import { children, type Directive, type Word, walk } from "../../../nginx/tree.ts";
import { nginxFileRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

/** The addresses of a server in the form in which nginx compares them. */
function addresses(server: Directive): string[] {
  const listens = children(server.block, "listen").map((listen) => listen.args[0]?.text ?? "");
  return (listens.length > 0 ? listens : ["80"]).map((where) =>
    /^\d+$/.test(where) ? `*:${where}` : /:\d+$/.test(where) || where.startsWith("unix:") ? where : `${where}:80`,
  );
}

export const duplicateServerName = nginxFileRule({
  id: "nginx/duplicate-server-name",
  severity: "warning",
  summary: "Two servers with the same name on the same port",
  why: `Of two servers with one name and one port nginx uses the first and ignores the second, with a warning ("conflicting server
name") that a reload hides. The second is never served.`,
  bad: nginx(
    "server { listen 80; server_name shop.test; return 204; }",
    "server { listen 80; server_name shop.test; return 404; }",
  ),
  good: nginx(
    "server { listen 80; server_name shop.test; return 204; }",
    "server { listen 80; server_name www.shop.test; return 404; }",
  ),
  check(file, { report }) {
    const seen = new Map<string, Word>();
    for (const server of walk(file)) {
      const owner = server.parent.owner?.name.text;
      if (server.name.text !== "server" || !server.block || (owner !== undefined && owner !== "http")) continue;
      const said = new Set<string>();
      for (const name of children(server.block, "server_name").flatMap((directive) => directive.args)) {
        if (isTemplated(name.text) || name.text.includes("$")) continue;
        for (const address of addresses(server)) {
          const key = `${address} ${name.text.toLowerCase()}`;
          const first = seen.get(key);
          if (!first) seen.set(key, name);
          else if (
            first.start !== name.start &&
            !said.has(name.text) &&
            !children(server.block, "server_name").some((d) => d.args.includes(first))
          ) {
            said.add(name.text);
            const port = address.replace("*:", "port ");
            report(
              name,
              `Another server has the name \`${name.text}\` on ${port}: nginx ignores it here, so this server is not reached by it.`,
              {
                related: [{ at: first, message: "the one that answers" }],
              },
            );
          }
        }
      }
    }
  },
});
