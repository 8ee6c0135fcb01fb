import { Source } from "../../lint/files/source.ts";
import { placeNamed } from "../../lint/nginx/location.ts";
import { parseNginx } from "../../lint/nginx/parse.ts";
import { children, type Directive, walk } from "../../lint/nginx/tree.ts";

/**
 * What nginx serves from disk below a folder: paths relative to it, of files, and of folders with all they contain.
 * These are the paths that its configuration names by `alias` or `root`; for a `root` whose `try_files` names files,
 * those files only.
 *
 * @param folder absolute, without a trailing slash
 */
export function served(nginxConfig: string, folder: string): readonly string[] {
  const found = new Set<string>();
  for (const directive of walk(parseNginx(new Source("deploy/nginx.conf", nginxConfig)))) {
    if (directive.name.text !== "alias" && directive.name.text !== "root") continue;
    const [path = ""] = (directive.args[0]?.text ?? "").split("$");
    if (path !== folder && !path.startsWith(`${folder}/`)) continue;
    const inside = path.slice(folder.length).replace(/^\/+|\/+$/g, "");
    for (const name of namedFiles(directive)) found.add([inside, name].filter(Boolean).join("/"));
  }
  // "" would be the folder itself and so everything in it, the code included.
  return [...found].filter(Boolean).toSorted();
}

/**
 * Which URL prefixes map to which folders below a folder: ["/static/", "app/static/"] for each prefix location with an
 * `alias` or a `root` of its own.
 *
 * @param folder absolute, without a trailing slash
 */
export function servedAt(nginxConfig: string, folder: string): readonly (readonly [url: string, path: string])[] {
  const found: (readonly [string, string])[] = [];
  for (const directive of walk(parseNginx(new Source("deploy/nginx.conf", nginxConfig)))) {
    const place = placeNamed(directive);
    if (place?.match !== "prefix" || !place.path.text.endsWith("/")) continue;
    const url = place.path.text;
    const [alias] = children(directive.block, "alias");
    const [root] = children(directive.block, "root");
    const named = alias?.args[0]?.text ?? (root && url !== "/" ? `${root.args[0]?.text}${url}` : undefined);
    if (named?.startsWith(`${folder}/`) && named.endsWith("/") && !named.includes("$"))
      found.push([url, named.slice(folder.length + 1)]);
  }
  return found;
}

/** The files below a `root` that `try_files` beside it names; "" if any requested path is served. */
function namedFiles({ name, parent }: Directive): readonly string[] {
  const [tried] = children(parent, "try_files");
  if (name.text === "alias" || !tried) return [""];
  const files = tried.args.slice(0, -1).map(({ text }) => text.replace(/^\/+/, ""));
  return files.some((file) => file === "" || file.includes("$")) ? [""] : files;
}
