import type { Project } from "../../files/project.ts";
import { findModule, importedFile } from "../../model/layout.ts";
import type { PyName, PythonFile } from "../../python/read.ts";
import { serverRule } from "../../rule.ts";
import { uwsgiIni } from "../cross/examples.ts";

const app = (last: string) => `from flask import Flask

app = Flask(__name__)
${last}
`;

export const runAtImport = serverRule({
  id: "python/run-at-import",
  severity: "error",
  summary: "app.run() in a module that the server imports",
  why: `uWSGI and gunicorn import the module and take \`app\` from it. An \`app.run()\` outside of \`if __name__ == "__main__":\` starts Flask's development server in the middle of that import and never
returns: workers time out one after the other, uWSGI never gets ready, and nginx answers 502 or 504.`,
  bad: {
    "deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
    "wsgi.py": app('app.run(host="127.0.0.1")'),
  },
  good: {
    "deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
    "wsgi.py": app('\nif __name__ == "__main__":\n    app.run(host="127.0.0.1")'),
  },
  check(server, { project, model, report }) {
    const { callable } = server;
    const loaded = callable && findModule(project, model, server, callable).file;
    if (!loaded) return;
    for (const { file, name } of imported(project, loaded, callable.name)) {
      if (!/^\w+\.run\(/m.test(file.source.text)) continue;
      for (const call of file.calls) {
        const object = /^(\w+)\.run$/.exec(call.callee.text)?.[1];
        if (!object || call.main || object !== name) continue;
        // Only without indentation: a call in a function or a condition may never run.
        if (call.start !== file.source.lineStarts[file.source.lineAt(call.start)]) continue;
        report(
          call,
          `${server.program} imports this module, and \`${call.callee.text}()\` starts Flask's development server in the import, which then never finishes.`,
          {
            related: [
              { at: callable.at, message: `${server.program} loads ${file === loaded ? "this module" : loaded.path}` },
            ],
          },
        );
      }
    }
  },
});

/** The loaded module and each one that it imports the app from, which run completely too; with the app's name. */
function* imported(project: Project, loaded: PythonFile, callable: string) {
  const seen = new Set<string>();
  let file: PythonFile | undefined = loaded;
  let name = callable;
  while (file && !seen.has(file.path)) {
    seen.add(file.path);
    yield { file, name };
    const { module, original }: NonNullable<PyName["imported"]> = file.names.get(name)?.imported ?? {
      module: "",
      original: undefined,
    };
    if (original === undefined) return;
    file = importedFile(project, file.path, module);
    name = original;
  }
}
