import { children, enclosing } from "../../../nginx/tree.ts";
import { matchesAnything, type Part, partsOf } from "../../../nginx/variables.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

/** Variables that contain data from the visitor. */
const sent = /^(arg_|http_|cookie_|args$|query_string$|request_body$)/;
/** They begin with a slash, so the host ends before them. */
const paths = /^(request_uri|uri|document_uri|is_args)$/;

export const proxyToAnywhere = nginxRule({
  id: "nginx/proxy-to-anywhere",
  severity: "error",
  summary: "proxy_pass to a host that the visitor chooses",
  why: `With a variable of the request in the host of \`proxy_pass\`, nginx fetches whatever a visitor names: other services of the machine and its network,
the cloud's metadata address with its keys (server-side request forgery), or a page of their own under your name. \`http://shop$path\` is no better:
a path of .evil.example makes another host of it. Name the hosts in a map with a fixed default, or put a slash before what comes from outside.`,
  bad: server("location /fetch/ { proxy_pass http://$arg_host; }"),
  good: server("location /fetch/ { internal; proxy_pass http://$arg_host; }"),
  on: ["proxy_pass"],
  check(pass, { report }) {
    const [target] = pass.args;
    const location = enclosing(pass, "location");
    if (!target || enclosing(pass, "stream") || children(location?.block, "internal").length > 0) return;
    const chosen = inHost(partsOf(target.text, pass));
    if (!chosen) return;
    report(
      target,
      `A visitor chooses where nginx connects to, by \`$${chosen}\`: also services that only this machine can reach.`,
    );
  },
});

/** The variable in the scheme or the host that a visitor controls. */
function inHost(parts: readonly Part[]): string | undefined {
  for (const [i, part] of parts.entries()) {
    if (part.kind === "text") {
      // After the slashes of the scheme, the next one ends the host.
      const behind = parts.slice(0, i).some((before) => before.kind === "text" && before.text.includes("://"));
      if ((behind ? part.text : part.text.replace(/^[^/]*:\/\//, "")).includes("/")) return undefined;
    } else if (part.kind === "variable") {
      if (paths.test(part.name)) return undefined;
      if (sent.test(part.name)) return part.name;
    } else if (matchesAnything(part.regex)) return part.name;
  }
  return undefined;
}
