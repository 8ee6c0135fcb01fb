import { isTemplated } from "../../../files/template.ts";
import { replace, safe } from "../../../fix/edit.ts";
import { enclosing, type Word } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

/** What is wrong with an address in that directive, and the right spelling. */
function mistake(kind: "proxy" | "uwsgi" | "server", text: string): { what: string; right: string } | undefined {
  if (text.includes("$")) return undefined;
  if (kind === "proxy") {
    if (/^unix:/.test(text))
      return {
        what: "proxy_pass needs a scheme, and nginx does not start without it",
        right: `http://${text.replace(/^unix:\/\/(?=\/)/, "unix:")}`,
      };
    if (/^(?:[\w-]+|\d+(?:\.\d+){3}):\d+/.test(text))
      return { what: "proxy_pass needs a scheme, and nginx does not start without it", right: `http://${text}` };
    if (/^\/.*\.sock/.test(text))
      return { what: "proxy_pass needs a scheme, and nginx does not start without it", right: `http://unix:${text}` };
    if (/^https?:\/{0,1}\w[\w.-]*(?=[:/]|$)/.test(text))
      return {
        what: "nginx needs two slashes after the scheme and does not start",
        right: text.replace(/^(https?:)\/?/, "$1//"),
      };
    if (/^http:\/\/\/.*\.sock/.test(text))
      return {
        what: "nginx reads an empty host name and does not start",
        right: text.replace("http://", "http://unix:"),
      };
    if (/^http:\/\/unix:[^:]*\.sock\/$/.test(text))
      return {
        what: "without a second colon the slash is part of the socket's name, and every request is a 502",
        right: text.replace(/\/$/, ":/"),
      };
    return undefined;
  }
  if (/^https?:\/\//.test(text)) {
    const where = text.replace(/^https?:\/\//, "");
    const what =
      kind === "uwsgi"
        ? "uwsgi_pass does not accept an http scheme, and nginx does not start with it"
        : "a server of an upstream has no scheme, and nginx does not start with it";
    return { what, right: where.replace(/\/+$/, "") };
  }
  if (/^\/.*\.sock/.test(text))
    return { what: "without `unix:` nginx reads the path as a host name and does not start", right: `unix:${text}` };
  return undefined;
}

export const upstreamBadSocketUrl = nginxRule({
  id: "nginx/upstream-bad-socket-url",
  severity: "error",
  summary: "An address in the wrong form for the directive",
  why: `A unix socket is \`unix:/run/shop.sock\` for uwsgi_pass and in an upstream, and \`http://unix:/run/shop.sock\` for
proxy_pass; a path behind it takes another colon (\`http://unix:/run/shop.sock:/\`). proxy_pass always needs a scheme, the
others never have one. In any other form nginx does not start, or answers 502.`,
  bad: server("location / { include proxy_params; proxy_pass unix:/run/shop/shop.sock; }"),
  good: server("location / { include proxy_params; proxy_pass http://unix:/run/shop/shop.sock; }"),
  check(directive, { report }) {
    const owner = directive.parent.owner?.name.text;
    const kind =
      directive.name.text === "proxy_pass" && !enclosing(directive, "stream")
        ? "proxy"
        : directive.name.text === "uwsgi_pass"
          ? "uwsgi"
          : directive.name.text === "server" && owner === "upstream"
            ? "server"
            : undefined;
    const target: Word | undefined = directive.args[0];
    if (!kind || !target || isTemplated(target.text)) return;
    const found = mistake(kind, target.text);
    if (!found) return;
    report(
      target,
      `\`${target.text}\`: ${found.what}. Write \`${found.right}\`.`,
      safe(`write \`${found.right}\``, replace(target, found.right)),
    );
  },
});
