import { destinationOf } from "../../../model/connections.ts";
import { type Directive, enclosing, type NginxFile, walk } from "../../../nginx/tree.ts";
import { isTemplated } from "../../../template.ts";

/**
 * Every `proxy_pass` to an app of this machine or of an upstream: what goes to a site on the internet has its own name
 * and wants no headers of ours.
 */
export function* localProxies(file: NginxFile): Generator<Directive> {
  for (const pass of walk(file)) {
    const target = pass.name.text === "proxy_pass" ? pass.args[0] : undefined;
    if (!target || enclosing(pass, "stream") || isTemplated(target.text) || target.text.includes("$")) continue;
    const { name, address } = destinationOf(target, "http");
    const local = address.kind === "unix" || /^(?:localhost|127\.|0\.0\.0\.0|\[::1\]|[\w-]+(?::\d+)?$)/.test(name);
    if (local && !target.text.startsWith("https:")) yield pass;
  }
}
