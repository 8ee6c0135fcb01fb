import { replace, suggested } from "../../../fix/edit.ts";
import { decodedPaths, isExact, matchesLineEnd, partsOf } from "../../../nginx/variables.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const headerInjection = nginxRule({
  id: "nginx/header-injection",
  severity: "error",
  summary: "A header or a redirect made of the decoded path: visitors write headers of their own",
  why: `\`$uri\` and \`$document_uri\` hold the path with its %xx decoded, so %0d%0a is a line end. In \`return 301 https://$host$uri\` a link to
/%0d%0aSet-Cookie:%20session=1 sets that cookie for whoever follows it. A capture such as ([^/]+) takes line ends too; (.*) does not. Towards the
app the same splits a request in two. \`$request_uri\` is the path as it was sent, encoded.`,
  bad: server("return 301 https://$host$uri;"),
  good: server("return 301 https://$host$request_uri;"),
  on: ["return", "rewrite", "add_header", "proxy_set_header", "proxy_pass", "more_set_headers"],
  check(directive, { report }) {
    const name = directive.name.text;
    // rewrite encodes its own captures; a path that `last` or `break` rewrites stays inside nginx.
    const inner = name === "rewrite" && !/^(https?:\/\/|\$scheme)/.test(directive.args[1]?.text ?? "");
    if (inner || (name === "return" && !/^30\d$|^https?:/.test(directive.args[0]?.text ?? ""))) return;
    for (const arg of directive.args.slice(name === "proxy_pass" || name === "more_set_headers" ? 0 : 1)) {
      const bad = partsOf(arg.text, directive).find(
        (part) =>
          (part.kind === "variable" && decodedPaths.has(part.name) && !isExact(directive)) ||
          (part.kind === "capture" && name !== "rewrite" && matchesLineEnd(part.regex)),
      );
      if (!bad || bad.kind === "text") continue;
      const written = `$${bad.name}`;
      const why = bad.kind === "capture" ? `\`${bad.regex}\` matches line ends` : "it is decoded";
      const where = /^proxy_/.test(name) ? "the request to the app" : "the response";
      const direct = bad.kind === "variable" && arg.text.includes(written) && name !== "proxy_pass";
      report(arg, `\`${written}\` can hold %0d%0a (${why}): a visitor adds headers of their own to ${where}.`, {
        severity: /^proxy_/.test(name) ? "warning" : "error",
        fix: direct
          ? suggested("write `$request_uri`", replace(arg, arg.source.slice(arg).replace(written, "$request_uri")))
          : undefined,
      });
      return;
    }
  },
});
