import { didYouMean } from "../../../distance.ts";
import type { Project } from "../../../files/project.ts";
import { findModule, importedFile } from "../../../model/layout.ts";
import type { Callable } from "../../../model/types.ts";
import { isPlainlyAnObject } from "../../../python/glance.ts";
import type { PythonFile } from "../../../python/read.ts";
import { serverRule } from "../../../rule.ts";
import { flaskApp, uwsgiIni } from "../examples.ts";

export const callableMissing = serverRule({
  id: "cross/callable-missing",
  severity: "error",
  summary: "The module has no object of the name that the server is told to serve",
  why: `\`module = wsgi:app\` serves the object \`app\` of wsgi.py; without a name uWSGI and gunicorn both look for \`application\`. When the module has
none, uWSGI says "unable to load app 0 (callable not found or import error)" and answers 500 to everything, and gunicorn says "Failed to find
attribute 'app' in 'wsgi'" and does not come up.`,
  bad: {
    "deploy/uwsgi.ini": uwsgiIni("module = wsgi", "socket = /srv/shop/shop.sock", "chmod-socket = 660"),
    "wsgi.py": flaskApp,
  },
  good: {
    "deploy/uwsgi.ini": uwsgiIni("module = wsgi:app", "socket = /srv/shop/shop.sock", "chmod-socket = 660"),
    "wsgi.py": flaskApp,
  },
  check(server, { project, model, report }) {
    const { callable } = server;
    if (!callable || (server.program === "uwsgi" && server.partial)) return;
    const { file } = findModule(project, model, server, callable);
    if (!file) return;
    const name = callable.name.split(/[.[(]/)[0] as string;
    if (!name || !/^\w+$/.test(name) || isPlainlyAnObject(project, file, name)) return;
    if (!defines(file, name)) {
      const other = candidate(file);
      const meant = didYouMean(name, file.names.keys()) ?? other;
      report(
        callable.at,
        `${file.path} has no \`${name}\`, so ${server.program === "uwsgi" ? "uWSGI loads no application and every request is a 500" : `gunicorn says "Failed to find attribute '${name}' in '${callable.module}'" and does not come up`}.${meant ? ` Did you mean \`${shown(callable, meant)}\`?` : ""}`,
        {
          related:
            meant && file.names.get(meant)
              ? [{ at: file.names.get(meant)!.name, message: `\`${meant}\` is here` }]
              : [],
        },
      );
      return;
    }
    const broken = brokenImport(project, file, name);
    if (broken)
      report(broken.at, broken.message, {
        related: [{ at: callable.at, message: `${server.program} loads this module` }],
      });
  },
});

const shown = (callable: Callable, name: string) =>
  callable.file ? `callable = ${name}` : `${callable.module}:${name}`;

/** Whether a file defines a name; a star import or code at run time may define it too. */
const defines = (file: PythonFile, name: string): boolean =>
  file.names.has(name) ||
  file.stars.length > 0 ||
  /\bglobals\(\)|\bexec\(|__getattr__|\bglobal\s/.test(file.source.text) ||
  inTuple(file, name);

const inTuple = (file: PythonFile, name: string) =>
  new RegExp(
    `^[ \\t]*(?:[\\w.]+\\s*(?::[^=\\n]+)?=\\s*|[\\w, ]*,\\s*)${name}\\s*[=,]|^[ \\t]*${name}\\s*:[^=\\n]+=`,
    "m",
  ).test(file.source.text);

/** The likely application: a Flask object, or the only function with WSGI's two arguments. */
function candidate(file: PythonFile): string | undefined {
  const apps = [...file.names.values()].filter((n) => {
    if (n.value?.kind === "call") return /(^|\.)(Flask|create_app|make_app)$/.test(n.value.callee);
    return /^(app|application|server)$/.test(n.name.text);
  });
  return apps.length === 1 ? apps[0]?.name.text : undefined;
}

/** `from app import app` if the repository's own app.py does not define it: the import fails at startup. */
function brokenImport(project: Project, file: PythonFile, name: string) {
  const found = file.names.get(name);
  if (found?.kind !== "import" || found.conditional || !found.imported?.original) return undefined;
  const { module, original } = found.imported;
  const source = importedFile(project, file.path, module);
  if (!source || source.path === file.path || defines(source, original)) return undefined;
  const folder = source.path.endsWith("/__init__.py") ? source.path.replace(/__init__\.py$/, "") : undefined;
  if (
    folder &&
    [...project.pythonPaths].some(
      (path) => path === `${folder}${original}.py` || path === `${folder}${original}/__init__.py`,
    )
  )
    return undefined;
  return {
    at: found,
    message: `${source.path} has no \`${original}\`: "ImportError: cannot import name '${original}' from '${module}'", and the application is not loaded.`,
  };
}
