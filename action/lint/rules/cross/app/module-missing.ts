import { didYouMean } from "../../../distance.ts";
import { basename, dirname } from "../../../files/paths.ts";
import type { Project } from "../../../files/project.ts";
import { findModule } from "../../../model/layout.ts";
import type { Callable } from "../../../model/types.ts";
import { pythonWith } from "../../../python/sources.ts";
import { serverRule } from "../../../rule.ts";
import { flaskApp, uwsgiIni } from "../examples.ts";

export const moduleMissing = serverRule({
  id: "cross/module-missing",
  severity: "error",
  summary: "The server is told to load a module that the repository does not have",
  why: `\`module = wsgi:app\` imports wsgi.py from the directory the server runs in. When there is no such file the application is never loaded:
"ModuleNotFoundError: No module named 'wsgi'"; uWSGI goes on and answers 500 to everything, gunicorn does not come up.
Capital letters count on a server: WSGI.py is not \`wsgi\`.`,
  bad: {
    "deploy/uwsgi.ini": uwsgiIni("module = wsgi:app", "socket = /srv/shop/shop.sock", "chmod-socket = 660"),
    "WSGI.py": flaskApp,
  },
  good: {
    "deploy/uwsgi.ini": uwsgiIni("module = wsgi:app", "socket = /srv/shop/shop.sock", "chmod-socket = 660"),
    "wsgi.py": flaskApp,
  },
  check(server, { project, model, report }) {
    const { callable } = server;
    if (!callable || (server.program === "uwsgi" && server.partial)) return;
    // An image may contain files under other names.
    if (server.starter?.by === "container") return;
    const suffixed = !callable.file && /^[\w.]+\.py$/.test(callable.module);
    if (suffixed) {
      const at = callable.moduleAt ?? callable.at;
      const name = callable.module.slice(0, -3);
      report(
        at,
        `A module name has no \`.py\`: \`${callable.module}\` means a module "py" in a package "${name}", which does not exist.`,
      );
      return;
    }
    const found = findModule(project, model, server, callable);
    if (found.count > 0) return;
    const { home } = model.groupOf(server);
    const apps = [...applications(project, home), ...djangoModules(project, callable)];
    if (found.almost.length === 0 && (apps.length === 0 || isForeign(project, callable, apps))) return;
    // A script that mentions the file may create it.
    if (project.scripts.some((script) => script.source.text.includes(basename(fileName(callable))))) return;
    const meant = found.almost[0] ?? didYouMean(fileName(callable), apps);
    const wanted = fileName(callable);
    const almost = found.almost[0];
    report(
      callable.moduleAt ?? callable.at,
      `There is no ${wanted} in the repository, so ${server.program === "uwsgi" ? "uWSGI loads no application and every request is a 500" : "gunicorn does not come up"}.${almost ? ` Linux tells ${basename(almost)} from ${basename(wanted)}.` : meant ? ` Did you mean ${meant}?` : ""}`,
      { related: relatedTo(project, meant ?? apps[0]) },
    );
  },
});

const fileName = (callable: Callable) =>
  callable.file ? callable.module : `${callable.module.replaceAll(".", "/")}.py`;

const isDjango = ({ module, file }: Callable) => !file && /^\w+\.wsgi$/.test(module);

/** The wsgi.py of a Django project, which is in the folder of its settings.py, in a folder next to manage.py. */
const djangoModules = ({ paths, pythonPaths }: Project, callable: Callable) =>
  isDjango(callable)
    ? pythonPaths.filter((path) => {
        const [, above] = /^((?:.*\/)?)[^/]+\/wsgi\.py$/.exec(path) ?? [];
        return (
          above !== undefined && paths.has(`${above}manage.py`) && paths.has(path.replace("wsgi.py", "settings.py"))
        );
      })
    : [];

/** Files in that folder that create a Flask application. If there are none, the code may be elsewhere. */
function applications(project: Project, home: string): string[] {
  const files = [...pythonWith(project, /\bFlask\(/, home)].filter(({ path, calls }) => {
    const folder = dirname(path) === "." ? "" : dirname(path);
    if (folder !== home && dirname(folder) !== (home || ".")) return false;
    return calls.some((call) => /(^|\.)Flask$/.test(call.callee.text));
  });
  return files.map((file) => file.path);
}

/** Whether a dotted module is installed: its first part is no folder of the repository. */
function isForeign(project: Project, callable: Callable, apps: readonly string[]): boolean {
  if (callable.file) return callable.module.startsWith("/");
  const [first] = callable.module.split(".");
  if (!callable.module.includes(".") || (isDjango(callable) && apps.length > 0)) return false;
  return ![...project.pythonPaths].some((path) => path.startsWith(`${first}/`) || path.includes(`/${first}/`));
}

function relatedTo(project: Project, path: string | undefined) {
  const file = path ? project.python(path) : undefined;
  return file ? [{ at: file.source.range(0, 0), message: "this is there" }] : [];
}
