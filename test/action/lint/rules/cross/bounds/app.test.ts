import { expect, it } from "vitest";
import type { Files } from "../../../generated.ts";
import { cert, server } from "../../nginx/bounds/site.ts";
import { said } from "../../planted.ts";
import { files, flask, run, to, uwsgi } from "./parts.ts";

it.each<[string, string, Files, number]>([
  ["callable-missing", "no such name", files({ i: uwsgi("module = a:b"), a: flask }), 1],
  ["callable-missing", "the name", files({ i: uwsgi("module = a:app"), a: flask }), 0],
  ["callable-missing", "a star", files({ i: uwsgi("module = a:b"), a: `from c import *\n${flask}` }), 0],
  ["callable-missing", "a name of two", files({ i: uwsgi("module = a:b"), a: "b, c = make()\n" }), 0],
  [
    "callable-missing",
    "an import that breaks",
    { ...files({ i: uwsgi("module = a:b"), a: "from c import b\n" }), "c.py": "d = 1\n" },
    1,
  ],
  [
    "callable-missing",
    "an import of a module",
    { ...files({ i: uwsgi("module = a:b"), a: "from c import b\n" }), "c/__init__.py": "", "c/b.py": "" },
    0,
  ],
  [
    "callable-missing",
    "an import that may fail",
    {
      ...files({ i: uwsgi("module = a:b"), a: "try:\n    from c import b\nexcept ImportError:\n    pass\n" }),
      "c.py": "",
    },
    0,
  ],
  [
    "factory-called-wrong",
    "a factory that is not called",
    files({ u: run().replace("a:app", "a:create_app"), a: "def create_app():\n    pass\n" }),
    1,
  ],
  [
    "factory-called-wrong",
    "a factory that is called",
    files({ u: run().replace("a:app", "a:create_app()"), a: "def create_app():\n    pass\n" }),
    0,
  ],
  [
    "factory-called-wrong",
    "an app of WSGI",
    files({ u: run(), a: "def app(environ, start_response):\n    pass\n" }),
    0,
  ],
  ["factory-called-wrong", "an app that is called", files({ u: run().replace("a:app", "a:app()"), a: flask }), 1],
  ["factory-called-wrong", "one that needs something", files({ u: run(), a: "def app(x):\n    pass\n" }), 0],
  ["factory-called-wrong", "one that is decorated", files({ u: run(), a: "@wsgi\ndef app():\n    pass\n" }), 0],
  [
    "factory-called-wrong",
    "one that is imported",
    { ...files({ u: run(), a: "from b import app\n" }), "b.py": "def app():\n    pass\n" },
    1,
  ],
  ["module-missing", "none", { ...files({ u: run() }), "b.py": flask }, 1],
  ["module-missing", "in capitals", { ...files({ u: run() }), "A.py": "" }, 1],
  ["module-missing", "no app at all", { ...files({ u: run() }), "b.py": "" }, 0],
  ["module-missing", "of another package", { ...files({ u: run().replace("a:app", "c.d:app") }), "b.py": flask }, 0],
  ["module-missing", "that a script makes", { ...files({ u: run() }), "b.py": flask, "make.sh": "cp b.py a.py\n" }, 0],
  ["scheme-from-visitor", "its own header", files({ n: to("include uwsgi_params;"), i: uwsgi() }), 1],
  [
    "scheme-from-visitor",
    "nginx's header",
    files({ n: to("include uwsgi_params;", "uwsgi_param HTTP_X_FORWARDED_PROTO $scheme;"), i: uwsgi() }),
    0,
  ],
  [
    "scheme-from-visitor",
    "no headers",
    files({ n: to("include uwsgi_params;", "uwsgi_pass_request_headers off;"), i: uwsgi() }),
    0,
  ],
  [
    "scheme-from-visitor",
    "a proxy before nginx",
    files({ n: server("set_real_ip_from 10.0.0.1;", cert) + to("include uwsgi_params;"), i: uwsgi() }),
    0,
  ],
])("%s, with %s", (id, _, repository, count) => expect(said(`cross/${id}`, repository)).toHaveLength(count));
