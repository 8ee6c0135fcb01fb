import { looksLikeGunicorn } from "../gunicorn/conf.ts";
import { looksLikeNginx } from "../nginx/recognise.ts";
import { isUpstart } from "../upstart/parse.ts";
import { kindOf } from "../uwsgi/options.ts";
import { renderedPath } from "./template.ts";

/** Kind of a file, by its name and, if the name is ambiguous, by its content. */
export type FileKind =
  | "nginx"
  | "uwsgi"
  | "gunicorn"
  | "systemd"
  | "supervisor"
  | "upstart"
  | "script"
  | "procfile"
  | "container"
  | "python"
  | "requirements";

/** A site's file may be named after its domain. */
const domain =
  /^[\w-]+(\.[\w-]+)*\.(com|org|net|io|dev|app|co|info|biz|eu|de|uk|fr|ru|cn|us|xyz|online|site|tech|cloud|local|edu)$/;
const unitSuffix = /\.(service|socket|timer|path|target|mount|automount|swap|slice|scope)$/;
const requirements =
  /(^|\/)(requirements[\w.-]*\.(txt|in)|pyproject\.toml|pipfile(\.lock)?|poetry\.lock|uv\.lock|pdm\.lock|pylock\.toml)$|\/requirements\/[^/]+\.(txt|in)$/;
const container =
  /(^|\/)((docker-)?compose[\w.-]*\.ya?ml|(dockerfile|containerfile)([._-][\w.-]+)?|[\w-]+\.dockerfile)$/;
const uwsgiMarkup = /(^|\/)[\w.-]*uwsgi[\w.-]*\.(ya?ml|xml)$|\/(vassals|uwsgi)\/[^/]+\.(ya?ml|xml)$/;
/** Documents and files of other programs, whatever words they contain. */
const otherText =
  /\.(md|markdown|rst|adoc|org|tex|html?|json|ya?ml|js|mjs|ts|tsx|jsx|vue|css|scss|xml|lock|toml|php|rb|pl|go|java|c|h|cpp|hpp|rs|lua|sql|csv|log|awk|sed|patch|diff|env|properties|gradle|tf|hcl|ipynb)$/;
const prose =
  /^(license|licence|copying|readme|makefile|gnumakefile|gemfile|rakefile|changelog|changes|history|news|todo|notes?|install|authors|contributors|notice|contributing|vagrantfile|jenkinsfile|brewfile|caddyfile|robots|humans|security|usage|help)\b/;
const sectionOf = (text: string, names: string) => new RegExp(`^[ \\t]*\\[(?:${names})\\][ \\t]*\\r?$`, "m").test(text);
const anySection = /^\[[\w:. -]+\][ \t]*\r?$/m;

/** Whether a file is worth reading, by its name; all others are never opened. */
export function isCandidate(path: string): boolean {
  const rendered = renderedPath(path);
  const name = rendered.replace(/^.*\//, "").toLowerCase();
  return (
    /\.(conf|ini|nginx|nginxconf|vhost|py|sh|bash|cfg|uwsgi|site|txt|toml|lock|inc|params|types)$/.test(name) ||
    unitSuffix.test(name) ||
    /^(nginx|uwsgi|gunicorn|supervisord?|default|procfile|pipfile|mime\.types|.*_params)([-_.].*)?$/.test(name) ||
    /(^|\/)(sites-(available|enabled)|conf\.d|nginx|systemd|supervisor|vassals|uwsgi|init)\/[^/]*$/.test(rendered) ||
    /(^|\/)(conf(ig)?s?|deploy(ment)?|etc|server|sites?)\/[^/.]+$/.test(rendered) ||
    domain.test(name) ||
    container.test(name) ||
    uwsgiMarkup.test(rendered.toLowerCase()) ||
    // A site file often has no suffix at all.
    (/^[a-z][\w-]*$/.test(name) && !prose.test(name))
  );
}

export function detectFileKind(path: string, text: string): FileKind | undefined {
  const folders = `/${renderedPath(path).toLowerCase()}`;
  const name = folders.replace(/^.*\//, "");
  const head = text.slice(0, 100_000);
  if (name.endsWith(".py")) return /gunicorn/.test(name) || looksLikeGunicorn(head) ? "gunicorn" : "python";
  if (requirements.test(folders)) return "requirements";
  if (container.test(folders)) return "container";
  if (unitSuffix.test(name)) return isOtherService(head) ? undefined : "systemd";
  if (/^procfile/.test(name)) return "procfile";
  if (/\.(ba)?sh$/.test(name) || /^#!.*\b(ba|da|z)?sh\b/.test(head.slice(0, 200))) return "script";
  // A program in another language, even if it shares words with nginx.
  if (head.startsWith("#!")) return undefined;
  if (uwsgiMarkup.test(folders)) return /^\s*uwsgi\s*:|<uwsgi\b/m.test(head) ? "uwsgi" : undefined;
  if (otherText.test(name) || prose.test(name)) return undefined;
  return byContent(folders, name, head);
}

function byContent(folders: string, name: string, head: string): FileKind | undefined {
  if (sectionOf(head, "uwsgi")) return "uwsgi";
  if (
    sectionOf(
      head,
      "(?:programs?|fcgi-program|eventlistener|groups?):[^\\]]*|supervisord|supervisorctl|unix_http_server",
    )
  )
    return "supervisor";
  if (sectionOf(head, "Unit|Service|Install|Socket")) return "systemd";
  if (isUpstart(head) && !/[{}]/.test(head.replace(/\$\{[^}]*\}/g, ""))) return "upstart";
  const sections = anySection.test(head);
  const isUwsgiName = /^uwsgi.*\.(ini|conf|cfg)$|\.uwsgi$/.test(name) || /\/(vassals|uwsgi)\/[^/]+\.ini$/.test(folders);
  // uWSGI reads only its own section of an ini. If the file is named after uWSGI, the section may be misspelled.
  if (isUwsgiName && (!sections || /^\[\W*u?wsgi/im.test(head) || uwsgiKeys(head).known >= 2)) return "uwsgi";
  if (name.endsWith(".ini") && !sections) {
    const { known, all } = uwsgiKeys(head);
    return known >= 3 && known * 2 >= all ? "uwsgi" : undefined;
  }
  // An ini of another program, such as a fail2ban filter. uWSGI's, with a broken section header, was recognized above.
  if (sections) return undefined;
  if (
    /^(gunicorn.*\.conf|.*\.gunicorn)$/.test(name) ||
    (name.endsWith(".conf") && looksLikeGunicorn(head) && !/[;{]\s*$/m.test(head))
  )
    return "gunicorn";
  // Apache uses folders of the same names.
  if (/^[ \t]*<\/?(VirtualHost|Location|Directory|IfModule|Proxy)\b/m.test(head)) return undefined;
  const named =
    /^nginx.*\.conf$|\.(nginx|nginxconf|vhost)$|[-_.]nginx\.conf$|^mime\.types$|^(uwsgi|proxy|fastcgi|scgi)_params$/.test(
      name,
    ) || /\/sites-(available|enabled)\/[^/]+$/.test(folders);
  const open =
    domain.test(name) ||
    /\.(conf|inc|cfg|site|txt)$|^[^.]+$|\.[a-z]{2,}\.[a-z]{2,4}$/.test(name) ||
    /\/nginx\//.test(folders);
  const home = /\/(nginx|snippets)\//.test(folders);
  return (named || open) && looksLikeNginx(head, named ? "name" : home ? "folder" : "nothing") ? "nginx" : undefined;
}

/** Other files with the suffix .service: avahi's XML, D-Bus, a script for /etc/init.d. */
const isOtherService = (text: string) => /^\s*<\?xml|^\s*<service|^\[D-BUS Service\]|^### BEGIN INIT INFO/m.test(text);

/** How many lines set an option, and how many of them one of uWSGI's. */
function uwsgiKeys(text: string): { known: number; all: number } {
  const keys = text.match(/^[ \t]*[a-z][a-z0-9-]+(?=[ \t]*=)/gm) ?? [];
  return { known: keys.filter((key) => kindOf(key.trim())).length, all: keys.length };
}
