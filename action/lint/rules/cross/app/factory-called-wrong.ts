import type { Project } from "../../../files/project.ts";
import { replace } from "../../../fix/edit.ts";
import { findModule, importedFile } from "../../../model/layout.ts";
import { isPlainlyAnObject } from "../../../python/glance.ts";
import type { PyName, PythonFile } from "../../../python/read.ts";
import { serverRule } from "../../../rule.ts";
import { unit } from "../examples.ts";

const factory = `from flask import Flask


def create_app():
    return Flask(__name__)
`;

export const factoryCalledWrong = serverRule({
  id: "cross/factory-called-wrong",
  severity: "error",
  summary: "An application factory that is served without being called, or an application that is called",
  why: `gunicorn calls \`app:create_app()\` once and serves what it returns. \`app:create_app\`, without the parentheses, is served as if it were the
application itself: "TypeError: create_app() takes 0 positional arguments but 2 were given", a 500 for every request, while the unit is up.
uWSGI has the same difference in \`module\` and \`callable\`.`,
  bad: {
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 shop:create_app"),
    "shop.py": factory,
  },
  good: {
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 shop:create_app()"),
    "shop.py": factory,
  },
  check(server, { project, model, report }) {
    const { callable } = server;
    if (!callable || !/^\w+$/.test(callable.name)) return;
    const { file } = findModule(project, model, server, callable);
    if (file && !callable.called && isPlainlyAnObject(project, file, callable.name)) return;
    const found = file && follow(project, file, callable.name);
    const name = callable.name;
    if (callable.called) {
      if (found?.kind === "assign" && found.value?.kind === "call" && /(^|\.)Flask$/.test(found.value.callee)) {
        report(
          callable.at,
          `\`${name}\` is the Flask application itself: calling it ends with "TypeError: … missing 2 required positional arguments" and ${server.program} serves nothing.`,
          { related: [{ at: found.name, message: "the application" }] },
        );
      }
      return;
    }
    const named = /^(create|make|build|get)_(flask_)?(app|application)$|_factory$|^factory$/.test(name);
    if (found ? found.kind !== "function" || found.required === 2 : !named) return;
    if (found?.kind === "function" && !named && (found.required ?? 0) > 0) return;
    if (found?.kind === "function" && isDecorated(found)) return;
    report(
      callable.at,
      `\`${name}\` makes the application and is not called: ${server.program} serves the function itself, and every request ends in "TypeError: ${name}() takes 0 positional arguments but 2 were given".`,
      {
        related: found ? [{ at: found.name, message: "a function that returns the application" }] : [],
        fix: callable.at.source.text.slice(callable.at.start, callable.at.end).endsWith(name)
          ? {
              kind: "suggested" as const,
              title: `call it: \`${name}()\``,
              edits: [replace({ ...callable.at, start: callable.at.end, end: callable.at.end }, "()")],
            }
          : undefined,
      },
    );
  },
});

const isDecorated = (name: PyName) => name.node.parent?.name === "DecoratedStatement";

/** The definition of a name, through imports inside the repository. */
function follow(project: Project, file: PythonFile, name: string, steps = 0): PyName | undefined {
  const found = file.names.get(name);
  if (found?.kind !== "import" || steps > 4) return found;
  const { module, original } = found.imported ?? {};
  if (!module || !original) return undefined;
  const next = importedFile(project, file.path, module);
  return next && next.path !== file.path ? follow(project, next, original, steps + 1) : undefined;
}
