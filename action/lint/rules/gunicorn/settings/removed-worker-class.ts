import { didYouMean, meaning } from "../../../distance.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { defineRule } from "../../../rule.ts";
import { rewritten, saidIn } from "../said.ts";
import { allowsOnlyBefore } from "./package.ts";

const workerNames = ["sync", "gevent", "gevent_wsgi", "gevent_pywsgi", "tornado", "gthread", "asgi"];
/** Servers whose worker class for gunicorn has a name of its own. */
const classes: Record<string, string> = {
  uvicorn: "uvicorn.workers.UvicornWorker",
  meinheld: "egg:meinheld#gunicorn_worker",
};

export const removedWorkerClass = defineRule({
  id: "gunicorn/removed-worker-class",
  severity: "error",
  summary: "A worker class that gunicorn does not have",
  why: `gunicorn 26 no longer has an eventlet worker (it was deprecated in 25), and an unknown name is looked up among its plugins:
"class uri 'eventlet' invalid or not found", and it does not start. \`gunicorn --check-config\` does not notice. Take gthread (it needs no
package and holds long connections in threads) or gevent, or pin gunicorn below 26.`,
  versions: "gunicorn 26.0 and later",
  bad: `bind = "unix:/run/shop/shop.sock"
worker_class = "eventlet"
`,
  good: `bind = "unix:/run/shop/shop.sock"
worker_class = "gthread"
threads = 8
`,
  check({ project, model, report }) {
    const older = allowsOnlyBefore(project, 26);
    for (const said of saidIn(project, model)) {
      // In a `try: import eventlet`, the value is not set if eventlet is missing.
      if (said.name !== "worker_class" || said.kind !== "str" || said.conditional) continue;
      const name = said.text.trim().replace(/^#+/, "");
      const eventlet = /^(egg:gunicorn#)?eventlet$|^gunicorn\.workers\.geventlet\b/.test(name);
      if (eventlet && older) continue;
      if (!eventlet && (name === "" || workerNames.includes(name) || /[.:#/]/.test(name))) continue;
      const meant = eventlet ? "gthread" : (classes[name.toLowerCase()] ?? didYouMean(name, workerNames));
      const message = eventlet
        ? "gunicorn has no eventlet worker since 26.0: it ends with `class uri 'eventlet' invalid or not found`. Take gthread or gevent, or pin gunicorn below 26."
        : `gunicorn has no worker class \`${name.slice(0, 60)}\` and does not start.${meaning(meant)}`;
      report(
        said.valueAt,
        message,
        meant ? suggested(`write \`${meant}\``, replace(said.valueAt, rewritten(said.valueAt, meant))) : {},
      );
    }
  },
});
