import { parseNginx } from "../lint/nginx/parse.ts";
import { children, type Directive, walk } from "../lint/nginx/tree.ts";
import { Source } from "../lint/source.ts";

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

/** The files that a `root` leads to where `try_files` beside it names them; "" for whatever is asked for. */
function namedFiles({ name, parent }: Directive): readonly string[] {
  const [tried] = children(parent, "try_files");
  if (name.text === "alias" || !tried) return [""];
  const files = tried.args.slice(0, -1).map(({ text }) => text.replace(/^\/+/, ""));
  return files.some((file) => file === "" || file.includes("$")) ? [""] : files;
}
