import type { Finding } from "./finding.ts";

/** The page of nginx.org that describes a directive, by the prefix of its name. */
const nginxModules: readonly (readonly [RegExp, string])[] = [
  [/^proxy_/, "http/ngx_http_proxy_module"],
  [/^uwsgi_/, "http/ngx_http_uwsgi_module"],
  [/^ssl_/, "http/ngx_http_ssl_module"],
  [/^(add_header|expires)$/, "http/ngx_http_headers_module"],
  [/^(allow|deny)$/, "http/ngx_http_access_module"],
  [/^(rewrite|return|if|set|break)$/, "http/ngx_http_rewrite_module"],
  [/^map/, "http/ngx_http_map_module"],
  [/^gzip/, "http/ngx_http_gzip_module"],
  [/^valid_referers$/, "http/ngx_http_referer_module"],
  [/^(access_log|log_format)$/, "http/ngx_http_log_module"],
  [/^limit_req/, "http/ngx_http_limit_req_module"],
  [/^limit_conn/, "http/ngx_http_limit_conn_module"],
  [/^(upstream|keepalive|zone)$/, "http/ngx_http_upstream_module"],
  [/^autoindex/, "http/ngx_http_autoindex_module"],
  [/^http2/, "http/ngx_http_v2_module"],
  [/^(error_log|user|worker_\w+|include|events|env)$/, "ngx_core_module"],
];

const pages: Readonly<Record<string, string>> = {
  cross: "https://flask.palletsprojects.com/en/stable/deploying/",
  python: "https://flask.palletsprojects.com/en/stable/deploying/",
  cmd: "https://flask.palletsprojects.com/en/stable/deploying/",
  supervisor: "https://supervisord.org/configuration.html",
  upstart: "https://www.freedesktop.org/software/systemd/man/latest/systemd.service.html",
};

/** The page of the program's own documentation for a finding. */
export function documentationOf({ rule, at }: Finding): string | undefined {
  const [family = "", name] = rule.split("/");
  const line = at.source.line(at.source.lineAt(at.start)).text.trim();
  const word = /^[\w-]+/.exec(line)?.[0];
  switch (family) {
    case "nginx": {
      const page = nginxModules.find(([pattern]) => pattern.test(word ?? ""))?.[1] ?? "http/ngx_http_core_module";
      return `https://nginx.org/en/docs/${page}.html${word && /^[a-z_]+$/.test(word) ? `#${word}` : ""}`;
    }
    case "uwsgi":
      return `https://uwsgi-docs.readthedocs.io/en/latest/Options.html${word && word !== "uwsgi" ? `#${word}` : ""}`;
    case "gunicorn":
      return `https://docs.gunicorn.org/en/stable/settings.html${/^[a-z_]+$/.test(word ?? "") && line.includes("=") ? `#${word?.replaceAll("_", "-")}` : ""}`;
    case "systemd":
      return `https://www.freedesktop.org/software/systemd/man/latest/systemd.directives.html${/^[A-Z]\w+=/.test(line) ? `#${word}=` : ""}`;
    default:
      return name === "upstart-obsolete" ? pages.upstart : pages[family];
  }
}
