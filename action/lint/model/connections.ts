import { type Address, parseAddress } from "../files/address.ts";
import type { Text } from "../files/source.ts";
import { children, type Directive, enclosing, type NginxFile, walk } from "../nginx/tree.ts";
import type { Connection, Protocol } from "./types.ts";

const passes: Record<string, Protocol> = {
  uwsgi_pass: "uwsgi",
  proxy_pass: "http",
  fastcgi_pass: "fastcgi",
  scgi_pass: "scgi",
};

/** Every address that nginx passes requests to. Upstreams are looked up in all files, which may define a site's. */
export function connectionsOf(files: readonly NginxFile[]): Connection[] {
  const upstreams = new Map<string, Directive[]>();
  for (const file of files) {
    for (const directive of walk(file)) {
      const name = directive.args[0]?.text;
      if (directive.name.text === "upstream" && directive.block && name) {
        upstreams.set(name, [...(upstreams.get(name) ?? []), directive]);
      }
    }
  }
  const found: Connection[] = [];
  for (const file of files) {
    for (const directive of walk(file)) {
      const protocol = passes[directive.name.text];
      const target = directive.args[0];
      if (!protocol || !target || enclosing(directive, "stream")) continue;
      const location = enclosing(directive, "location");
      const destination = destinationOf(target, protocol);
      const upstream = upstreams.get(destination.name);
      const here = upstream?.filter((u) => u.source === file.source);
      const servers = ((here?.length ? here : upstream) ?? []).flatMap((u) => children(u.block, "server"));
      if (upstream) {
        for (const via of servers) {
          const at = via.args[0];
          if (at) found.push({ file, directive, protocol, address: parseAddress(at, at.text, 80), via, location });
        }
      } else found.push({ file, directive, protocol, address: destination.address, via: undefined, location });
    }
  }
  return found;
}

/** The destination of a *_pass: "http://unix:/a.sock:/uri", "http://name/uri", "unix:/a", "name". */
export function destinationOf(target: Text, protocol: Protocol): { name: string; address: Address } {
  const scheme = /^(https?|s?uwsgi|scgi|fastcgi):\/\//.exec(target.text);
  let rest = target.text.slice(scheme?.[0].length ?? 0);
  if (rest.startsWith("unix:")) {
    const colon = rest.indexOf(":", 5);
    const address = parseAddress(target, colon < 0 ? rest : rest.slice(0, colon));
    return { name: rest, address };
  }
  rest = rest.replace(/\/.*$/, "");
  const port = protocol === "http" ? (scheme?.[1] === "https" ? 443 : 80) : undefined;
  return { name: rest, address: parseAddress(target, rest, port) };
}
