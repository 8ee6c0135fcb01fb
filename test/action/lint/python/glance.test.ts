import { describe, expect, it } from "vitest";
import { readProject } from "../../../../action/lint/files/project.ts";
import { isPlainlyAnObject } from "../../../../action/lint/python/glance.ts";
import fc from "../../../fuzz.ts";

const glance = (files: Readonly<Record<string, string>>, path = "wsgi.py", name = "app") => {
  const project = readProject(Object.entries(files).map(([path, content]) => ({ path, content })));
  const file = project.python(path);
  if (!file) throw new Error(`there is no ${path}`);
  return { plain: isPlainlyAnObject(project, file, name), file };
};

describe("a glance at a module", () => {
  it("knows the ways of almost every wsgi.py", () => {
    expect(glance({ "wsgi.py": '"""Served."""\nfrom flask import Flask\n\napp = Flask(__name__)\n' }).plain).toBe(true);
    const imported = { "wsgi.py": "from app import app\n", "app.py": "import flask\napp = flask.Flask(__name__)\n" };
    expect(glance(imported).plain).toBe(true);
  });

  it.each([
    ["a function", "def app():\n    pass\n"],
    ["a condition", "if True:\n    app = Flask(__name__)\n"],
    ["two of them", "app = Flask(__name__)\napp = None\n"],
    ["a text that looks like it", '"""\napp = Flask(__name__)\n"""\n'],
    ["an import that leads nowhere", "from elsewhere import app\n"],
    ["an import of another name", "from wsgi import made as app\n"],
    ["a value that may be anything", "app = made\n"],
  ])("leaves %s to the parser", (_, text) => {
    expect(glance({ "wsgi.py": text }).plain).toBe(false);
  });

  it("never says of what is no object that it is one", () => {
    const line = fc.constantFrom(
      ...[
        "app = Flask(__name__)",
        "    app = Flask(__name__)",
        "def app(a, b):",
        "class app:",
        "    pass",
        '"""',
        "'''",
      ],
      ...[
        "app: Flask = Flask(__name__)",
        "app, other = made()",
        "from app import app",
        "from app import (",
        "    app)",
      ],
      ...["if x:", "serve(app=app)", "app.run()", "del app", "import app", "for app in apps:", "# app = Flask()", ""],
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), fc.array(line, { maxLength: 4 }), (served, other) => {
        const { plain, file } = glance({ "wsgi.py": served.join("\n"), "app.py": other.join("\n") });
        if (plain) expect(["assign", "import"]).toContain(file.names.get("app")?.kind);
      }),
      { numRuns: 2000 },
    );
  });
});
