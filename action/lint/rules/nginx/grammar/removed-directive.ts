import { before } from "../../../files/versions.ts";
import type { Fix, Severity } from "../../../finding.ts";
import { lineBelow, replace, safe, suggested, wholeLine } from "../../../fix/edit.ts";
import { listenPort } from "../../../nginx/listen.ts";
import { type Block, children, type Directive, named } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

interface Gone {
  /** First version without it. */
  readonly since: readonly [number, number, number];
  /** Severity on an older version. */
  readonly earlier: Severity | undefined;
  readonly instead: string;
}

/** From nginx's changelogs; `ssl`, spdy and others were deprecated long before they were removed. */
const gone: Readonly<Record<string, Gone>> = {
  ssl: { since: [1, 25, 1], earlier: "warning", instead: "`ssl` behind the address in `listen`" },
  spdy_headers_comp: { since: [1, 9, 5], earlier: undefined, instead: "http2" },
  spdy_chunk_size: { since: [1, 9, 5], earlier: undefined, instead: "http2" },
  limit_zone: { since: [1, 7, 6], earlier: undefined, instead: "`limit_conn_zone`" },
  optimize_server_names: { since: [1, 3, 0], earlier: undefined, instead: "`server_name_in_redirect`" },
  satisfy_any: { since: [1, 3, 0], earlier: undefined, instead: "`satisfy any`" },
};

/** Still accepted with a warning, but without effect. */
const obsolete = new Set([
  "http2_push",
  "http2_push_preload",
  "http2_idle_timeout",
  "http2_recv_timeout",
  "http2_max_requests",
  "http2_max_field_size",
  "http2_max_header_size",
]);

export const removedDirective = nginxRule({
  id: "nginx/removed-directive",
  severity: "error",
  summary: "A directive or parameter that current nginx no longer has",
  why: `\`ssl on;\` was removed in nginx 1.25.1, \`spdy\` in 1.9.5: a server with a current nginx does not start with them. The
modern forms work on every nginx in use. Set \`nginx_version\` in flask-deploy.yml where an older one is meant.`,
  versions: "`ssl` and server push: nginx 1.25.1; spdy: 1.9.5",
  bad: nginx(
    "server { listen 443; ssl on; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; return 204; }",
  ),
  good: nginx(
    "server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; return 204; }",
  ),
  check(directive, { versions, report }) {
    const name = directive.name.text;
    const spdy = name === "listen" ? directive.args.find((arg) => arg.text === "spdy") : undefined;
    if (spdy) {
      report(
        spdy,
        "nginx has had no `spdy` since 1.9.5 and does not start with it; `http2` took its place.",
        safe("write `http2`", replace(spdy, "http2")),
      );
    } else if (Object.hasOwn(gone, name)) {
      const { since, earlier, instead } = gone[name]!;
      if (name === "ssl" && !/^(on|off)$/.test(directive.args[0]?.text ?? "")) return;
      // If the version is unknown, a distribution in use may still have what was removed last.
      const severity = before(versions.nginx, ...since) || (earlier && !versions.nginx) ? earlier : "error";
      if (!severity) return;
      const fix = name === "ssl" ? sslFix(directive) : undefined;
      const said = `nginx ${since.join(".")} removed \`${name}\` and does not start with it`;
      report(directive, `${said}${severity === "warning" ? "; older ones warn" : ""}. Write ${instead}.`, {
        severity,
        ...(fix ? { fix } : {}),
      });
    } else if (obsolete.has(name) && !before(versions.nginx, 1, 25, 1)) {
      report(directive, `\`${name}\` does nothing in nginx 1.25.1 and later, which warns of it at each start.`, {
        severity: "warning",
        fix: safe("remove it", wholeLine(directive)),
      });
    }
  },
});

function rootOf(directive: Directive): Block {
  let block = directive.parent;
  while (block.owner) block = block.owner.parent;
  return block;
}

/** Turns `ssl on` into the parameter of each `listen` without it. */
function sslFix(directive: Directive): Fix | undefined {
  const remove = wholeLine(directive);
  if (directive.args[0]?.text === "off") return safe("remove it", remove);
  const listens = children(directive.parent, "listen");
  const bare = listens.filter((listen) => !listen.args.some((arg) => arg.text === "ssl"));
  if (directive.parent.owner?.name.text !== "server") return undefined;
  if (listens.length === 0) return suggested("listen with ssl", lineBelow(directive, "listen 443 ssl;"), remove);
  // If several servers share an address, `ssl` in one `listen` applies to all of them.
  const shared = named({ root: rootOf(directive) }, "listen").some(
    (other) => !listens.includes(other) && bare.some((listen) => listenPort(listen) === listenPort(other)),
  );
  return {
    kind: shared ? "suggested" : "safe",
    title: "move `ssl` into `listen`",
    edits: [
      ...bare.map((listen) => {
        const end = listen.args[0]!.end;
        return { at: listen.source.range(end, end), text: " ssl" };
      }),
      remove,
    ],
  };
}
