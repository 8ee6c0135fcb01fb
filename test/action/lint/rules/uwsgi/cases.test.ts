import { expect, it } from "vitest";
import { lint } from "../../../../../action/lint/engine.ts";
import { found } from "../planted.ts";

const ini = (...lines: string[]) =>
  found(
    { "deploy/uwsgi.ini": `[uwsgi]\nmodule = wsgi:app\nmaster = true\ndie-on-term = true\n${lines.join("\n")}\n` },
    /./,
  );

it.each<[string[], string[]]>([
  [["socket = 3031"], ["uwsgi/bad-number 5"]],
  [["http-socket = 8080"], ["uwsgi/bad-number 5"]],
  [["socket = :3031", "stats = 127.0.0.1:9191"], ["uwsgi/public-uwsgi-socket 5"]],
  [["socket = 127.0.0.1:3031"], ["uwsgi/local-uwsgi-socket 5"]],
  [["socket = 127.0.0.1:3031", "route-if-not = empty:${UWSGI_FILE} break:403"], []],
  [["socket = /run/shop/shop.sock"], []],
  [["socket = 3"], []],
  [["socket = :{{ port }}", "chmod-socket = 666"], []],
  [["socket = {{ socket }}", "chmod-socket = 666"], ["uwsgi/world-writable-socket 6"]],
])("%j: %j", (lines, rules) => {
  expect(ini(...lines)).toEqual(rules);
});

it("does not blame nginx for the path that a comment makes of a socket", () => {
  const files = {
    "deploy/uwsgi.ini":
      "[uwsgi]\nmodule = wsgi:app\nmaster = true\ndie-on-term = true\nsocket = /run/shop/shop.sock # the socket\n",
    "deploy/nginx.conf":
      "server {\n    listen 80;\n    location / {\n        include uwsgi_params;\n        uwsgi_pass unix:/run/shop/shop.sock;\n    }\n}\n",
  };
  expect(found(files, /./)).toEqual(["uwsgi/inline-comment 5"]);
});

it.each([
  ["vacuum = true # tidy", "info"],
  ["http-socket = 127.0.0.1:8080 ; for nginx", "info"],
  ["processes = 2 # two", "info"],
  ["vacuum = false # not yet", "error"],
  ["pidfile = /run/shop/shop.pid # where", "error"],
] as const)("a comment behind a value, %j, is worth an %s", (line, severity) => {
  const content = `[uwsgi]\nmodule = wsgi:app\nmaster = true\ndie-on-term = true\n${line}\n`;
  const finding = lint([{ path: "uwsgi.ini", content }]).findings.find(({ rule }) => rule === "uwsgi/inline-comment");
  expect(finding?.severity).toBe(severity);
});
