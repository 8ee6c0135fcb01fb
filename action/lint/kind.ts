import { looksLikeGunicorn } from "./gunicorn/conf.ts";
import { rowsOf } from "./nginx/directives.ts";
import { renderedPath } from "./template.ts";
import { isUpstart } from "./upstart/parse.ts";
import { kindOf } from "./uwsgi/options.ts";

/** What a file is, by its name and, where the name leaves it open, by what stands in it. */
export type FileKind =
  | "nginx"
  | "uwsgi"
  | "gunicorn"
  | "systemd"
  | "supervisor"
  | "upstart"
  | "script"
  | "procfile"
  | "python"
  | "requirements";

/** A site's file may be named by its domain. */
const domain =
  /^[\w-]+(\.[\w-]+)*\.(com|org|net|io|dev|app|co|info|biz|eu|de|uk|fr|ru|cn|us|xyz|online|site|tech|cloud|local|edu)$/;
const unitSuffix = /\.(service|socket|timer|path|target|mount|automount|swap|slice|scope)$/;
const sectionOf = (text: string, names: string) => new RegExp(`^[ \\t]*\\[(?:${names})\\][ \\t]*\\r?$`, "m").test(text);

/** The names worth opening in a repository; everything else is never read. */
export function isCandidate(path: string): boolean {
  const name = renderedPath(path).replace(/^.*\//, "").toLowerCase();
  return (
    /\.(conf|ini|nginx|vhost|py|sh|bash|cfg|uwsgi|site|txt|toml|lock|inc|params|types)$/.test(name) ||
    unitSuffix.test(name) ||
    /^(nginx|uwsgi|gunicorn|supervisord?|default|procfile|pipfile|mime\.types|.*_params)([-_.].*)?$/.test(name) ||
    /(^|\/)(sites-(available|enabled)|conf\.d|nginx|systemd|supervisor|vassals|uwsgi|init)\/[^/]*$/.test(path) ||
    /(^|\/)(conf(ig)?s?|deploy(ment)?|etc|server|sites?)\/[^/.]+$/.test(path) ||
    domain.test(name) ||
    // A site file often has no suffix at all.
    (/^[a-z][\w-]*$/.test(name) &&
      !/^(license|readme|makefile|dockerfile|gemfile|rakefile|changelog|authors|copying|notice|contributing|vagrantfile|jenkinsfile|brewfile)/.test(
        name,
      ))
  );
}

export function kindOfFile(path: string, text: string): FileKind | undefined {
  const rendered = renderedPath(path);
  const name = rendered.replace(/^.*\//, "");
  const lower = name.toLowerCase();
  const folders = `/${rendered.toLowerCase()}`;
  const head = text.slice(0, 100_000);
  if (lower.endsWith(".py")) {
    if (/gunicorn/.test(lower)) return "gunicorn";
    return looksLikeGunicorn(head) ? "gunicorn" : "python";
  }
  if (
    /^requirements[\w.-]*\.(txt|in)$|^pyproject\.toml$|^pipfile(\.lock)?$|^poetry\.lock$|^uv\.lock$|^pdm\.lock$|^pylock\.toml$/.test(
      lower,
    )
  )
    return "requirements";
  if (/\/requirements\/[^/]+\.(txt|in)$/.test(folders)) return "requirements";
  if (unitSuffix.test(lower)) return "systemd";
  if (/^procfile/.test(lower)) return "procfile";
  if (/\.(ba)?sh$/.test(lower) || /^#!.*\b(ba|da|z)?sh\b/.test(head.slice(0, 200))) return "script";
  // A program in another language, whatever words it shares with nginx.
  if (head.startsWith("#!")) return undefined;
  if (/\.(md|rst|html?|json|ya?ml|js|ts|css|xml|lock|toml)$/.test(lower)) return undefined;
  if (sectionOf(head, "uwsgi")) return "uwsgi";
  if (
    sectionOf(head, "(?:program|fcgi-program|eventlistener|group):[^\\]]*|supervisord|supervisorctl|unix_http_server")
  )
    return "supervisor";
  if (sectionOf(head, "Unit|Service|Install|Socket")) return "systemd";
  if (isUpstart(head) && !/[{}]/.test(head.replace(/\$\{[^}]*\}/g, ""))) return "upstart";
  if (
    /^(gunicorn.*\.conf|.*\.gunicorn)$/.test(lower) ||
    (lower.endsWith(".conf") && looksLikeGunicorn(head) && !/[;{]\s*$/m.test(head))
  )
    return "gunicorn";
  if (/^uwsgi.*\.(ini|conf|cfg)$|\.uwsgi$/.test(lower) || /\/(vassals|uwsgi)\/[^/]+\.ini$/.test(folders))
    return "uwsgi";
  if (lower.endsWith(".ini") && uwsgiKeys(head) >= 2) return "uwsgi";
  // Apache has folders of the same names.
  if (/^[ \t]*<\/?(VirtualHost|Location|Directory|IfModule|Proxy)\b/m.test(head)) return undefined;
  if (/^nginx.*\.conf$|\.(nginx|vhost)$|^mime\.types$|^(uwsgi|proxy|fastcgi|scgi)_params$/.test(lower)) return "nginx";
  if (/\.nginx\.conf$|[-_.]nginx\.conf$/.test(lower)) return "nginx";
  if (/\/sites-(available|enabled)\/[^/]+$/.test(folders)) return "nginx";
  const open =
    domain.test(lower) ||
    /\.(conf|inc|cfg|site|txt)$|^[^.]+$|\.[a-z]{2,}\.[a-z]{2,4}$/.test(lower) ||
    /\/nginx\//.test(folders);
  // A snippet may be one line.
  const enough = /\/(nginx|snippets)\//.test(folders) ? 1 : 2;
  return open && nginxWords(head) >= enough ? "nginx" : undefined;
}

/** How many lines set something that only uWSGI would know. */
function uwsgiKeys(text: string): number {
  return (text.match(/^[ \t]*[a-z][a-z0-9-]+(?=[ \t]*=)/gm) ?? []).filter((key) => kindOf(key.trim())).length;
}

/** How many lines start like nginx: a known directive, then `;` or `{` at the end; a block of its kinds counts twice. */
function nginxWords(text: string): number {
  let count = 0;
  for (const [, name, rest] of text.matchAll(/^[ \t]*([a-z_]+)\b([^\r\n]{0,300})/gm)) {
    if (!rowsOf(name as string)) continue;
    if (/^(server|http|upstream|location|events|map)$/.test(name as string) && /\{/.test(rest as string)) count += 2;
    else if (/;\s*(#.*)?$/.test(rest as string)) count++;
  }
  return count;
}
