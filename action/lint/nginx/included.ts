import type { Source } from "../files/source.ts";
import { placeOf } from "./context.ts";
import { type Directive, type NginxContext, type NginxFile, walk } from "./tree.ts";

const found = new WeakMap<readonly NginxFile[], Map<string, readonly NginxFile[]>>();

/**
 * The files of the repository that an `include` names. On the server they are below /etc/nginx, in the repository
 * anywhere: so those with the longest end of the path in common are chosen, and of several the nearest ones.
 */
export function includedFiles(include: Directive, files: readonly NginxFile[]): readonly NginxFile[] {
  const path = include.args[0]?.text ?? "";
  if (path === "" || /[${}]/.test(path)) return [];
  const known = found.get(files) ?? new Map<string, readonly NginxFile[]>();
  found.set(files, known);
  const key = `${include.source.path}\0${path}`;
  const named = known.get(key) ?? search(path, include.source.path, files);
  known.set(key, named);
  return named;
}

function search(path: string, includer: string, files: readonly NginxFile[]): readonly NginxFile[] {
  const wanted = path.split("/").filter((part) => part !== "" && part !== ".");
  const glob = /[*?[]/.test(wanted.at(-1) ?? "");
  const from = includer.split("/");
  let best: NginxFile[] = [];
  let most = glob ? [2, 0] : [1, 0];
  for (const file of files) {
    if (file.path === includer) continue;
    const there = file.path.split("/");
    const score = [
      alike(wanted.toReversed(), there.toReversed(), (a, b) => matches(a, b)),
      alike(from, there, (a, b) => a === b),
    ] as const;
    const [a, b] = [score[0] - most[0]!, score[1] - most[1]!];
    if (a < 0 || (a === 0 && b < 0)) continue;
    if (a > 0 || b > 0) [best, most] = [[file], [...score]];
    else best.push(file);
  }
  return best;
}

function alike(left: readonly string[], right: readonly string[], same: (a: string, b: string) => boolean): number {
  let count = 0;
  while (count < left.length && count < right.length && same(left[count]!, right[count]!)) count++;
  return count;
}

/** sites-enabled contains symlinks to sites-available only. */
const sites = /^sites-(?:available|enabled)$/;

function matches(wanted: string, there: string): boolean {
  if (wanted === there || (sites.test(wanted) && sites.test(there))) return true;
  if (!/[*?]/.test(wanted) || wanted.split("*").length > 4) return false;
  const pattern = wanted.replace(/[.+^$()|[\]\\{}]/g, "\\$&").replace(/\*+|\?/g, (sign) => (sign === "?" ? "." : ".*"));
  return new RegExp(`^${pattern}$`).test(there);
}

const contexts: readonly string[] = ["main", "http", "server", "location", "stream"];

/** Snippets are rarely nested three deep, and few places include the same one. */
const [deepest, mostPlaces] = [5, 100];

const longestPath = 300;

/** The file that a Dockerfile, a compose file or a script installs as the whole nginx.conf, if it is certain which. */
function installedBy({ path, text }: Source, files: readonly NginxFile[]): NginxFile | undefined {
  const at = text.search(/\/etc\/nginx\/nginx\.conf(?![\w.])/);
  const line = text.slice(text.lastIndexOf("\n", at) + 1, at);
  const said = line.slice(-longestPath).match(/\S*[^\s"'](?=["']?[ \t:]["']?$)/)?.[0];
  const wanted = at < 0 ? undefined : said?.replace(/^["']?(\.\/|\$\(pwd\)\/|\$\{?PWD\}?\/)*/, "");
  if (!wanted || wanted.startsWith("/")) return undefined;
  const beside = files.find((file) => file.path === path.replace(/[^/]*$/, wanted));
  const [only, ...others] = files.filter((file) => file.path === wanted || file.path.endsWith(`/${wanted}`));
  return beside ?? (others.length === 0 ? only : undefined);
}

/**
 * Adds to each file the directives that include it, and with them the context of its outermost directives.
 * @param installers files that may copy one of them to /etc/nginx/nginx.conf
 */
export function placed(files: readonly NginxFile[], installers: readonly Source[]): NginxFile[] {
  const includers = new Map<NginxFile, { include: Directive; file: NginxFile }[]>();
  for (const file of files) {
    for (const include of walk(file)) {
      if (include.name.text !== "include") continue;
      for (const target of includedFiles(include, files)) {
        const places = includers.get(target) ?? [];
        if (places.length < mostPlaces) includers.set(target, [...places, { include, file }]);
      }
    }
  }
  const context = new Map<NginxFile, NginxContext>(files.map((file) => [file, file.context]));
  for (let round = 0; round < deepest; round++) {
    for (const [target, from] of includers) {
      const places = from.map(({ include, file }) => placeOf(include, { ...file, context: context.get(file) }));
      const [place] = places;
      // A file with its own http { } is a whole configuration, whatever includes it.
      if (!place || target.context === "main" || places.some((other) => other !== place)) continue;
      if (contexts.includes(place)) context.set(target, place as NginxContext);
    }
  }
  const installed = installers.flatMap((source) => installedBy(source, files) ?? []);
  for (const file of files)
    if (!file.template && (installed.includes(file) || /(^|\/)etc\/nginx\/nginx\.conf$/.test(file.path)))
      context.set(file, "main");
  for (const [target, from] of includers)
    (target.root as { includedBy?: readonly Directive[] }).includedBy = from.map(({ include }) => include);
  return files.map((file) => (context.get(file) === file.context ? file : { ...file, context: context.get(file) }));
}
