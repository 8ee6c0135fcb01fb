import { wholeLine } from "../../../fix/edit.ts";
import { type Directive, walk } from "../../../nginx/tree.ts";
import { nginxFileRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

/** Directives that nginx accepts once in a block; the second one "is duplicate". */
const once = new Set(
  `root alias try_files uwsgi_pass proxy_pass fastcgi_pass client_max_body_size client_body_timeout client_header_timeout
  client_body_buffer_size client_header_buffer_size send_timeout keepalive_timeout sendfile tcp_nopush tcp_nodelay gzip
  gzip_comp_level gzip_min_length gzip_http_version gzip_vary default_type server_tokens autoindex charset expires etag
  proxy_read_timeout proxy_connect_timeout proxy_send_timeout proxy_buffering proxy_http_version proxy_buffers
  proxy_buffer_size uwsgi_read_timeout uwsgi_connect_timeout uwsgi_send_timeout uwsgi_buffering uwsgi_buffers
  uwsgi_buffer_size ssl_protocols ssl_ciphers ssl_prefer_server_ciphers ssl_session_timeout ssl_dhparam ssl_stapling
  worker_processes worker_connections worker_rlimit_nofile pid user multi_accept use daemon types_hash_max_size
  server_names_hash_bucket_size log_not_found underscores_in_headers`.split(/\s+/),
);

export const duplicateDirective = nginxFileRule({
  id: "nginx/duplicate-directive",
  severity: "error",
  summary: "A directive twice in one block that allows it once",
  why: `nginx rejects a second \`root\`, \`uwsgi_pass\` or \`client_max_body_size\` in the same block ('"root" directive is duplicate')
and does not start. Most often two tutorials were mixed in one file: keep the line that you need.`,
  bad: server("root /srv/shop/static;", "root /srv/shop/public;"),
  good: server("root /srv/shop/public;"),
  check(file, { report }) {
    const seen = new Map<unknown, Map<string, Directive>>();
    for (const directive of walk(file)) {
      const { name, parent, args } = directive;
      const upstream = name.text === "upstream" && args[0];
      if (!once.has(name.text) && !upstream) continue;
      const here = seen.get(parent) ?? new Map<string, Directive>();
      seen.set(parent, here);
      const key = upstream ? `upstream ${upstream.text}` : name.text;
      const first = here.get(key);
      if (!first) {
        here.set(key, directive);
        continue;
      }
      const same = first.args.map((a) => a.text).join(" ") === args.map((a) => a.text).join(" ");
      report(upstream || name, `\`${key}\` is set here a second time: nginx reports a duplicate and does not start.`, {
        related: [{ at: upstream ? first.args[0]! : first.name, message: "the first" }],
        ...(upstream || directive.block
          ? {}
          : {
              fix: { kind: same ? "safe" : "suggested", title: "remove the second", edits: [wholeLine(directive)] },
            }),
      });
    }
  },
});
