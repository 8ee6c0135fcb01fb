import { inContainer } from "../../../files/containers.ts";
import { isOfRelease, lockSources } from "../../../model/lock.ts";
import { defineRule } from "../../../rule.ts";
import { requirementsOf, withoutComments } from "../../cross/app/server-package-missing.ts";

export const workerNeedsPackage = defineRule({
  id: "gunicorn/worker-needs-package",
  severity: "error",
  summary: "A worker class whose package no requirements file installs",
  why: `gunicorn brings the names of its gevent and tornado workers, not the packages: without them it ends with "gevent worker requires gevent". A
class of another project (uvicorn.workers.UvicornWorker) needs that project: "class uri … invalid or not found". \`gunicorn[gevent]\` in
requirements.txt installs both.`,
  bad: {
    "deploy/gunicorn.conf.py": 'bind = "unix:/run/shop/shop.sock"\nworker_class = "gevent"\n',
    "requirements.txt": "flask==3.1.2\ngunicorn==23.0.0\n",
  },
  good: {
    "deploy/gunicorn.conf.py": 'bind = "unix:/run/shop/shop.sock"\nworker_class = "gevent"\n',
    "requirements.txt": "flask==3.1.2\ngunicorn[gevent]==23.0.0\n",
  },
  check({ project, model, report }) {
    // The build of an image may install anything.
    if (inContainer(project)) return;
    for (const server of model.servers) {
      const said = server.program === "gunicorn" ? server.settings.get("worker_class") : undefined;
      const value = said?.value;
      const name = value && ("text" in value ? value.text : value.kind === "str" ? value.value : undefined);
      const needed = name && packageOf(name);
      if (!said || !value || !needed) continue;
      const assignment = server.conf?.names.get("worker_class");
      if (assignment?.conditional && said.at === assignment) continue;
      const { home } = model.groupOf(server);
      const ofRelease = isOfRelease(server.invocation?.executable.text ?? "");
      const lists = ofRelease ? lockSources(project, home) : requirementsOf(project, home);
      const text = lists.map((source) => withoutComments(source.text)).join("\n");
      // Only a list that includes gunicorn is that of gunicorn's virtualenv.
      if (!/\bgunicorn\b/i.test(text) || needed.pattern.test(text)) continue;
      if (/^[ \t]*(-r|--requirement|-e|git\+)/m.test(text)) continue;
      if (
        project.scripts.some(
          (script) => /\binstall\b/.test(script.source.text) && needed.pattern.test(script.source.text),
        )
      )
        continue;
      report(
        value,
        `The worker class \`${name}\` needs the package ${needed.name}, which nothing in ${lists.map((source) => source.path).join(", ")} installs: gunicorn does not start.`,
        { related: [{ at: lists[0]!.range(0, 0), message: "what the virtualenv is made from" }] },
      );
    }
  },
});

/** The package of a worker class, and a pattern for packages that depend on it. */
function packageOf(name: string): { name: string; pattern: RegExp } | undefined {
  if (/^(gevent(_wsgi|_pywsgi)?|gunicorn\.workers\.ggevent\.\w+)$/.test(name))
    return { name: "gevent", pattern: /gevent|locust|grequests/i };
  if (/^(tornado|gunicorn\.workers\.gtornado\.\w+)$/.test(name)) return { name: "tornado", pattern: /tornado/i };
  if (/^uvicorn\.workers\./.test(name)) return { name: "uvicorn", pattern: /uvicorn|fastapi\[|fastapi-cli/i };
  if (/^uvicorn_worker\./.test(name)) return { name: "uvicorn-worker", pattern: /uvicorn[-_]worker/i };
  return undefined;
}
