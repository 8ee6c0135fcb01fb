import { didYouMean, distance } from "../../../distance.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { walk } from "../../../nginx/tree.ts";
import { nginxFileRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

/** Those that people write by hand, and misspell; a name is only judged by what it is close to. */
const known =
  `proxy_add_x_forwarded_for remote_addr remote_user remote_port request_uri request_method request_filename request_body
  server_name server_port server_addr server_protocol http_host http_upgrade http_user_agent http_referer http_x_forwarded_for
  http_x_forwarded_proto http_authorization scheme document_root document_uri query_string content_type content_length binary_remote_addr
  time_local body_bytes_sent upstream_addr upstream_response_time fastcgi_script_name ssl_protocol realpath_root`.split(
    /\s+/,
  );

export const unknownVariable = nginxFileRule({
  id: "nginx/unknown-variable",
  severity: "error",
  summary: "A variable that nothing defines, a letter from one that nginx has",
  why: `A variable is one of nginx's own or defined by \`set\`, \`map\`, a capture or a module. With any other nginx fails to start: 'unknown "remote_add" variable'.`,
  bad: server("add_header X-From $remote_add;", "return 204;"),
  good: server("add_header X-From $remote_addr;", "return 204;"),
  check(file, { project, report }) {
    if (file.template) return;
    for (const { args } of walk(file)) {
      for (const arg of args) {
        for (const [whole, name] of arg.text.matchAll(/\$([a-z]\w{5,})/g)) {
          // Any header and argument has a variable, and http_ and arg_ begin many.
          if (!name || known.includes(name) || /^(http|arg|cookie|sent|upstream|ssl|jwt|geoip2?)_/.test(name)) continue;
          const meant = didYouMean(name, known);
          if (!meant || distance(name, meant, 1) > 1 || isDefined(name)) continue;
          const fix = suggested(`write \`$${meant}\``, replace(arg, arg.text.replace(whole, `$${meant}`)));
          report(
            arg,
            `nginx has no variable \`${whole}\` and does not start. Did you mean \`$${meant}\`?`,
            arg.quote ? {} : fix,
          );
        }
      }
    }
    /** By `set`, `map` and the like of any file, or as a named capture. */
    function isDefined(name: string): boolean {
      const definition = new RegExp(
        `\\b(?:set|map|geo|split_clients|auth_request_set|js_\\w+|perl_set|geoip2?\\w*|set_\\w+|userid\\w*|eval)\\b[^;{}]*\\$${name}\\b|\\?P?[<']${name}[>']|^\\s*\\$${name}\\b`,
        "m",
      );
      return project.nginx.some(({ source }) => definition.test(source.text));
    }
  },
});
