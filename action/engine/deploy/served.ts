import { Source } from "../../lint/files/source.ts";
import { placeNamed } from "../../lint/nginx/location.ts";
import { parseNginx } from "../../lint/nginx/parse.ts";
import { children, type Directive, walk } from "../../lint/nginx/tree.ts";

/**
 * What nginx serves from disk below a folder: paths seen from there, of files, and of folders with all that is in them.
 * Everything that its configuration names by `alias` or `root`; of a `root` whose `try_files` names files, only those.
 *
 * @param folder absolute, without a slash at its end
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
  // The folder itself would be everything, the code included.
  return [...found].filter(Boolean).toSorted();
}

/**
 * Which URLs lead to which folders below a folder: ["/static/", "app/static/"] of prefix locations with an `alias` or a
 * `root` of their own.
 *
 * @param folder absolute, without a slash at its end
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

/** The files that a `root` leads to where `try_files` beside it names them; "" for whatever is asked for. */
function namedFiles({ name, parent }: Directive): readonly string[] {
  const [tried] = children(parent, "try_files");
  if (name.text === "alias" || !tried) return [""];
  const files = tried.args.slice(0, -1).map(({ text }) => text.replace(/^\/+/, ""));
  return files.some((file) => file === "" || file.includes("$")) ? [""] : files;
}
