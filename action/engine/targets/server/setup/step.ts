import { dirname } from "node:path";
import { quote, quoteAll } from "../../../process/quote.ts";
import type { Folder } from "./layout.ts";

/** One thing that setup does: a script for root's sh, and what it reads. Each may be killed and run again. */
export interface Step {
  /** What happens, for people: "create the account deploy". */
  readonly title: string;
  readonly script: string;
  /** The file's content, for a step that writes one. */
  readonly stdin?: string;
}

export interface FileWish {
  readonly path: string;
  readonly content: string;
  readonly mode: string;
  /** Checks the new file before it gets its name; `{}` stands for its path. */
  readonly check?: readonly string[];
}

/** Ends the script at the first command that fails, and keeps files from being readable before they have their mode. */
const head = "set -eu\numask 077\n";
/** Lines of a step's script. */
export const sh = (...lines: readonly string[]) => head + lines.join("\n");

export const command = (title: string, ...argvs: readonly (readonly string[])[]): Step => ({
  title,
  script: sh(...argvs.map(quoteAll)),
});

/** Writes beside, checks, then renames: whoever reads the path sees the old file or the new one. */
export function file({ path, content, mode, check }: FileWish): Step {
  const fresh = `${path}.new`;
  return {
    title: `write ${path}`,
    script: sh(
      ...(dirname(path).endsWith(".d") ? [quoteAll(["mkdir", "-p", "-m", "0755", dirname(path)])] : []),
      `cat > ${quote(fresh)}`,
      quoteAll(["chown", "root:root", fresh]),
      quoteAll(["chmod", mode, fresh]),
      ...(check
        ? [`${quoteAll(check.map((word) => (word === "{}" ? fresh : word)))} || { rm -f ${quote(fresh)}; exit 1; }`]
        : []),
      quoteAll(["mv", "-fT", fresh, path]),
    ),
    stdin: content,
  };
}

/** Its parent is root's, so what is found at the path cannot be swapped for a link meanwhile. */
export const folder = ({ path, mode, owner, group }: Folder): Step => ({
  title: `create ${path} (${mode} ${owner}:${group})`,
  script: sh(
    `if [ -L ${quote(path)} ]; then echo ${quote(`${path} is a link: whoever made it wants root to follow it. Look where it leads, and remove it`)} >&2; exit 1; fi`,
    `[ -d ${quote(path)} ] || mkdir ${quote(path)}`,
    quoteAll(["chown", `${owner}:${group}`, path]),
    // Five digits: of a folder, fewer leave what it has of setgid.
    quoteAll(["chmod", mode.padStart(5, "0"), path]),
  ),
});

export const link = (path: string, to: string): Step =>
  command(`link ${path} to ${to}`, ["ln", "-sfn", to, `${path}.new`], ["mv", "-fT", `${path}.new`, path]);

/** What a deploy needs of sshd, and no more: no forwarding of ports, agents or displays; a terminal for `shell`. */
export const keyOptions = "restrict,pty";

/**
 * As that user, so that root writes nothing by name in a folder that is somebody else's. A line that has the key already,
 * with more rights, is replaced.
 */
export function authorize(user: string, key: string): Step {
  const [, blob = ""] = key.split(/\s+/);
  return {
    title: `let ${user} log in with the key ${key.split(" ").slice(2).join(" ") || key.slice(-16)}`,
    script: sh(
      `runuser -u ${quote(user)} -- sh -c ${quote(
        [
          "set -eu",
          "umask 077",
          'cd "$(getent passwd "$(id -un)" | cut -d: -f6)"',
          "mkdir -p .ssh",
          // The last line of the file may lack its newline.
          `{ [ ! -f .ssh/authorized_keys ] || sed '$a\\' .ssh/authorized_keys | { grep -vF ${quote(blob)} || :; }; cat; } > .ssh/authorized_keys.new`,
          "mv -f .ssh/authorized_keys.new .ssh/authorized_keys",
        ].join("\n"),
      )}`,
    ),
    stdin: `${keyOptions} ${key}\n`,
  };
}

export interface SiteWish {
  readonly path: string;
  readonly content: string;
  /** Of sites-enabled, where there is such a folder. */
  readonly link?: { readonly path: string; readonly to: string };
  /** Debian's page, which answers to any name as the app does. */
  readonly removes: readonly string[];
}

/** There while nginx may not have read the files yet, so that a setup that was killed tells it the next time. */
export const pendingMark = (app: string) => `/var/lib/flask-deploy/${app}.nginx-to-reload`;

/** A reload ends before nginx has read anything: until its former workers say in their titles that they are leaving. */
const reloadNginx = [
  'workers=$(cat "/proc/$(cat /run/nginx.pid 2>/dev/null)/task/"*/children 2>/dev/null) || :',
  "systemctl reload-or-restart nginx.service",
  "tries=0",
  "for worker in $workers; do",
  '  while [ $tries -lt 60 ] && [ -e "/proc/$worker" ] && ! grep -aqs "shutting down" "/proc/$worker/cmdline"; do',
  "    sleep 0.05; tries=$((tries + 1))",
  "  done",
  "done",
];

/** The site in its place and nginx told, or, when nginx refuses it, everything as it was. */
export function site(app: string, { path, content, link, removes }: SiteWish): Step {
  const [old, fresh, mark] = [`${path}.setup-old`, `${path}.setup-new`, pendingMark(app)].map(quote);
  const target = quote(path);
  const aside = (name: string) => quote(`${name.replace("/sites-enabled/", "/sites-available/")}.setup-old`);
  return {
    title: `let nginx serve ${app}: ${path}${removes.length ? `, instead of ${removes.join(" and ")}` : ""}`,
    script: sh(
      `mkdir -p /var/lib/flask-deploy; : > ${mark}`,
      `cat > ${fresh}; chown root:root ${fresh}; chmod 0644 ${fresh}`,
      `[ ! -e ${target} ] || [ -e ${old} ] || ln ${target} ${old}`,
      `mv -fT ${fresh} ${target}`,
      ...(link ? [`ln -sfn ${quote(link.to)} ${quote(link.path)}`] : []),
      ...removes.map((name) => `if [ -e ${quote(name)} ]; then mv -fT ${quote(name)} ${aside(name)}; fi`),
      "if ! said=$(nginx -t 2>&1); then",
      `  if [ -e ${old} ]; then mv -fT ${old} ${target}; else rm -f ${target}${link ? ` ${quote(link.path)}` : ""}; fi`,
      ...removes.map((name) => `  if [ -e ${aside(name)} ]; then mv -fT ${aside(name)} ${quote(name)}; fi`),
      `  rm -f ${mark}`,
      `  printf '%s\\n' "$said" >&2; exit 1`,
      "fi",
      `rm -f ${[old, ...removes.map(aside)].join(" ")}`,
      ...reloadNginx,
      `rm -f ${mark}`,
    ),
    stdin: content,
  };
}

/** The script and what it reads, for `--dry-run`. */
export function shown({ script, stdin }: Step): string {
  const lines = script.slice(head.length);
  return stdin === undefined ? lines : `${lines}\n<<<\n${stdin.replace(/\n$/, "")}\n>>>`;
}
