import { isTemplated } from "../../../files/template.ts";
import type { Related } from "../../../finding.ts";
import { children, type Directive, named } from "../../../nginx/tree.ts";
import { nginxFileRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

export const duplicateListen = nginxFileRule({
  id: "nginx/duplicate-listen",
  severity: "error",
  summary: "An address twice in one server, or with two default servers",
  why: `\`listen 80;\` and \`listen *:80;\` are one address. In one server nginx refuses the second ("a duplicate listen 0.0.0.0:80"), and of all
servers of an address only one may be its \`default_server\`: with two of them nginx does not start.`,
  bad: nginx("server { listen 80; listen *:80; return 204; }"),
  good: nginx("server { listen 80; listen [::]:80; return 204; }"),
  check(file, { report }) {
    const defaults = new Map<string, Directive>();
    const twice = (listen: Directive, first: Directive | undefined, what: string) => {
      const related: Related[] = first ? [{ at: first, message: "the first" }] : [];
      if (first) report(listen, `${what} nginx does not start.`, { related });
    };
    for (const server of named(file, "server")) {
      const own = new Map<string, Directive>();
      for (const listen of children(server.block, "listen")) {
        const address = addressOf(listen);
        if (!address) continue;
        twice(listen, own.get(address), `This server listens on ${address} already:`);
        own.set(address, own.get(address) ?? listen);
        // Sites in one file are of one nginx; other blocks are http, stream and mail.
        const key = `${address} ${server.parent.start}`;
        if (!listen.args.some(({ text }) => /^default(_server)?$/.test(text))) continue;
        if (defaults.get(key)?.parent !== listen.parent)
          twice(listen, defaults.get(key), `Another server is the default one of ${address} already:`);
        defaults.set(key, defaults.get(key) ?? listen);
      }
    }
  },
});

/** An address as nginx compares it; undefined for what is not known. TCP and UDP have ports of their own. */
function addressOf({ args: [where, ...words], terminated }: Directive): string | undefined {
  if (!where || !terminated || where.text.includes("$") || isTemplated(where.text)) return undefined;
  const address = /^\d+$/.test(where.text) ? `*:${where.text}` : where.text.replace(/^0\.0\.0\.0(?=:|$)/, "*");
  const full = address.replace(/^[^:[\]]+$/, "$&:80");
  return words.some(({ text }) => text === "quic" || text === "udp") ? `${full} (UDP)` : full;
}
