import type { Project } from "../../../files/project.ts";
import type { Range } from "../../../files/source.ts";
import { replace } from "../../../fix/edit.ts";
import type { Connection, Server } from "../../../model/types.ts";
import { type Block, children, type Directive, enclosing, inherited, walk } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { uwsgiIni, uwsgiSite } from "../examples.ts";

const site = (location: string) => uwsgiSite("unix:/srv/shop/shop.sock").replace("location /", `location ${location}`);
const ini = uwsgiIni(
  "module =",
  "mount = /shop=wsgi:app",
  "manage-script-name = true",
  "socket = /srv/shop/shop.sock",
  "chmod-socket = 660",
).replace("module =\n", "");

export const prefixMismatch = defineRule({
  id: "cross/prefix-mismatch",
  severity: "error",
  summary: "nginx passes one path on, and the application is mounted under another",
  why: `An application that is mounted at /shop, by uWSGI's \`mount\`, by SCRIPT_NAME or by APPLICATION_ROOT, answers for /shop only. When nginx passes
on /store instead, every page is a 404 (gunicorn: a 500, because it rejects a path that does not begin with SCRIPT_NAME), or the links and cookies
name a path that nginx does not pass on.`,
  bad: { "deploy/nginx.conf": site("/store"), "deploy/uwsgi.ini": ini },
  good: { "deploy/nginx.conf": site("/shop"), "deploy/uwsgi.ini": ini },
  check({ project, model, report }) {
    const known = new Map<Server, { said: Path[]; all: Path[] }>();
    // Another connection to the same server may have the right path.
    const about = (server: Server) => {
      const found = known.get(server) ?? {
        said: [...mounts(server), ...scriptName(server), ...applicationRoot(project, model.groupOf(server).home)],
        all: model.connectionsTo(server).flatMap(pathsOf),
      };
      known.set(server, found);
      return found;
    };
    for (const connection of model.connections) {
      const paths = pathsOf(connection);
      if (paths.length === 0) continue;
      const where = paths[0] as { text: string; at: Range };
      for (const said of inNginx(connection)) {
        if (!fits(paths, said.text)) {
          report(
            said.at,
            `nginx passes on ${where.text} and tells the application that it is at ${said.text}: requests for its routes and links do not reach it.`,
            {
              related: [{ at: where.at, message: "the path that nginx passes on" }],
            },
          );
        }
      }
      for (const { server } of model.reached(connection)) {
        const { said, all } = about(server);
        const wrong = said.find(({ text }) => !fits(all, text));
        if (wrong && said.every(({ text }) => !fits(all, text))) {
          report(
            where.at,
            `nginx passes on ${where.text}, and the application is mounted at ${wrong.text}: every page is a 404.`,
            {
              related: [{ at: wrong.at, message: "where the application is mounted" }],
            },
          );
          continue;
        }
        const target = connection.directive.args[0];
        const [script] = scriptName(server);
        if (
          script &&
          server.program === "gunicorn" &&
          target &&
          where.text !== "/" &&
          /^https?:\/\/[^/]+\/$|\.sock:\/$/.test(target.text)
        ) {
          report(
            target,
            `The slash at the end makes nginx strip ${where.text} from the path, and gunicorn's SCRIPT_NAME=${script.text} rejects a path without it: every request is a 500.`,
            {
              related: [{ at: script.at, message: "SCRIPT_NAME" }],
            },
          );
        }
      }
    }
  },
});

type Path = { readonly text: string; readonly at: Range };

const tidy = (text: string) => text.replace(/\/+$/, "") || "/";

/** Whether the application's prefix begins with one of nginx's paths, or the other way round. */
const fits = (paths: readonly Path[], prefix: string) =>
  paths.some(
    ({ text }) =>
      text === "/" || `${text}/`.startsWith(`${tidy(prefix)}/`) || `${tidy(prefix)}/`.startsWith(`${text}/`),
  );

/** The literal prefixes of the locations that lead to a connection; none if any is a regex or unknown. */
function pathsOf(connection: Connection): Path[] {
  const { location } = connection;
  const name = location?.args.at(-1);
  if (!location || !name) return [];
  if (!name.text.startsWith("@")) return plain(location);
  const server = enclosing(location, "server");
  if (!server?.block) return [];
  const leading = [...walk({ root: server.block })].filter(
    (d) => /^(try_files|error_page)$/.test(d.name.text) && d.args.at(-1)?.text === name.text,
  );
  const paths = leading.map((d) => {
    const from = enclosing(d, "location");
    return from ? plain(from) : [replace(d, "/")];
  });
  return paths.some((list) => list.length === 0) ? [] : paths.flat();
}

function plain(location: Directive): Path[] {
  const name = location.args.at(-1);
  const modifier = location.args.length > 1 ? location.args[0]?.text : undefined;
  if (!name?.text.startsWith("/") || (modifier && modifier !== "^~" && modifier !== "=")) return [];
  // A rewrite may change the path before.
  if (children(location.block, "rewrite").length > 0) return [];
  return [replace(name, tidy(name.text))];
}

/** Prefixes that nginx itself passes to the application. */
function inNginx({ directive }: Connection): Path[] {
  const block = directive.parent as Block;
  const named = [
    ...inherited(block, "uwsgi_param").filter((d) => d.args[0]?.text === "SCRIPT_NAME"),
    ...inherited(block, "proxy_set_header").filter((d) =>
      /^x-(script-name|forwarded-prefix)$/i.test(d.args[0]?.text ?? ""),
    ),
  ];
  return named.flatMap((d) => {
    const value = d.args[1];
    return value?.text.startsWith("/") && value.text !== "/" && !value.text.includes("$")
      ? [replace(d, tidy(value.text))]
      : [];
  });
}

/** uWSGI's mounts, unless another application gets all other paths. */
function mounts(server: Server): Path[] {
  const named = server.options.filter((o) => o.name.text === "mount" && o.value);
  if (server.partial || named.length === 0 || server.callable) return [];
  const paths = named.map((o) => ({ text: o.value!.text.split("=")[0]!.trim(), at: o }));
  return paths.every(({ text }) => /^\/\w/.test(text) && !/[%$]/.test(text)) ? paths : [];
}

/** gunicorn's SCRIPT_NAME, from the unit's environment or raw_env. */
function scriptName(server: Server): Path[] {
  const said = server.starter?.environment.get("SCRIPT_NAME");
  if (said && /^\/\w/.test(said.text)) return [replace(said, tidy(said.text))];
  const raw = server.settings.get("raw_env")?.value;
  const items = raw && "kind" in raw && raw.kind === "list" ? raw.items : [];
  return items.flatMap((item) => {
    const found = item.kind === "str" && item.exact ? /^SCRIPT_NAME=(\/\w.*)$/.exec(item.value) : undefined;
    return found ? [replace(item, tidy(found[1] as string))] : [];
  });
}

function applicationRoot(project: Project, home: string): Path[] {
  for (const { source, kind } of project.sources) {
    if (kind !== "python" || !source.text.includes("APPLICATION_ROOT") || (home && !source.path.startsWith(`${home}/`)))
      continue;
    const found = /^[^#\n]*?\bAPPLICATION_ROOT\b["']?\]?\s*=\s*["'](\/\w[^"'\n]*)["']/m.exec(source.text);
    if (!found) continue;
    const start = found.index + found[0].indexOf("APPLICATION_ROOT");
    return [replace(source.range(start, found.index + found[0].length), tidy(found[1] as string))];
  }
  return [];
}
