import { describe, expect, it } from "vitest";
import { readApp } from "../../../../action/engine/app/app.ts";
import { lint } from "../../../../action/lint/engine.ts";
import { exampleFiles, exampleLinks } from "../../../../action/lint/rule.ts";
import { rules } from "../../../../action/lint/rules/index.ts";
import type { Files } from "../generated.ts";
import { ini, unit } from "../model/read.ts";

/** What fails a job that asks for nothing else: what does not start, answers wrongly, or is open to anybody. */
const errors = `
nginx: alias-in-regex-without-capture alias-slash-mismatch alias-traversal bad-arguments bad-value duplicate-directive
  duplicate-listen duplicate-location header-injection include-typo location-without-slash no-events no-mime-types
  proxy-pass-uri-refused proxy-to-anywhere redirect-to-itself removed-directive rewrite-traversal root-exposes-app
  root-is-file root-repeats-location ssl-cert-missing-key ssl-listen-without-ssl syntax try-files-fallback-missing
  undefined-log-format undefined-zone unknown-directive unknown-variable upstream-bad-socket-url upstream-undefined
  uwsgi-params-missing wrong-context
uwsgi: bad-boolean bad-number colon-separator env-is-no-virtualenv inline-comment local-uwsgi-socket magic-percent
  public-uwsgi-socket quoted-value relative-home section-missing undefined-placeholder unknown-option
gunicorn: bad-type daemon-under-supervisor removed-worker-class umask-confused-with-mode unknown-setting
  worker-needs-package
systemd: bad-value exec-not-absolute exec-shell-syntax inline-comment not-a-unit stray-line
  type-forking-with-foreground type-notify-mismatch unbalanced-quote unknown-key unknown-section
supervisor: bad-value command-is-folder public-port
cross: bad-address callable-missing certificate-not-made factory-called-wrong https-disagrees module-missing prefix-mismatch private-tmp-socket
  protect-home protocol-mismatch socket-dir-missing socket-path-mismatch socket-permission socket-unit-permission
  static-path unit-config-path venv-path
common: encoding merge-conflict-marker tabs-nbsp
python: run-at-import wsgi-str-body
`;
/** What is a matter of taste, or may well be meant. All others are warnings. */
const infos = `
nginx: autoindex content-type-twice default-body-limit host-from-client if-in-location include-missing
  known-vulnerability map-without-default missing-forwarded-for no-error-log no-gzip proxy-pass-uri-strip
  resolver-outside uploads-follow-links upstream-unused upstream-without-resolve valid-referers-none version-shown
uwsgi: chmod-without-unix-socket need-app socket-of-systemd
gunicorn: max-requests-without-jitter setting-ignored-by-worker
systemd: no-restart
cross: chunked-body-lost contradicting-scheme
common: crlf
lint: not-read
`;
const ids = (list: string) =>
  list
    .trim()
    .split(/\n(?=\w)/)
    .flatMap((line) => {
      const [family, ...names] = line.split(/:?\s+/);
      return names.map((name) => `${family}/${name}`);
    });

it.each([
  ["error", ids(errors)],
  ["info", ids(infos)],
] as const)("these rules give an %s, and no others", (severity, expected) =>
  expect(
    rules
      .filter((rule) => rule.severity === severity)
      .map(({ id }) => id)
      .sort(),
  ).toEqual([...expected].sort()),
);

it("the example of each rule weighs as much as the rule, unless the nginx of the server decides it", () => {
  const other = rules.filter((rule) => {
    const files = exampleFiles(rule, rule.bad);
    const yml = files.find(({ path }) => path === "flask-deploy.yml");
    const app = yml && readApp(yml.content);
    const on = rule.enabled === false ? { [rule.id]: rule.severity } : {};
    const options = { only: [rule], rules: on, links: exampleLinks(rule.bad) };
    const { nginxVersion } = app ?? {};
    const { findings } = lint(files, { ...options, ...(app && { app }), ...(nginxVersion && { nginxVersion }) });
    return !findings.some(({ severity }) => severity === rule.severity);
  });
  expect(other.map(({ id }) => id)).toEqual(["nginx/removed-directive", "nginx/undefined-log-format"]);
});

describe("how much a finding weighs, by what is around it", () => {
  const server = (...lines: string[]) => ({ "nginx.conf": `server {\n    listen 80;\n${lines.join("\n")}\n}\n` });
  const pass = "proxy_pass http://127.0.0.1:8000;";
  const docker = { Dockerfile: "FROM python\n" };
  const hsts = "server_name a.test; add_header Strict-Transport-Security max-age=60;";
  const redirected = {
    "nginx.conf": `server { listen 80; ${hsts} }\nserver { listen 443 ssl; server_name a.test; }\n`,
  };
  const secure = (tls: string, folder: string) => ({
    "flask-deploy.yml": `name: a\ndomain: a.test\ntls: ${tls}\n`,
    "deploy/nginx.conf": `server {\n${tls === "none" ? "" : "ssl_certificate /etc/flask-deploy/tls/a/current/fullchain.pem;"}\n}\nserver {\nssl_certificate ${folder}/fullchain.pem;\n}\n`,
  });
  const supervisord = "[supervisord]\n[unix_http_server]\nfile=/a.sock\n[program:a]\ncommand=a\n";
  const bom = (path: string, text: string) => ({ [path]: `\uFEFF${text}` });
  const gunicorn = (...lines: string[]) => ({ "a.service": unit("ExecStart=/bin/gunicorn a:app", ...lines) });

  it.each<[string, string, Files, string[], string?]>([
    [
      "uwsgi/world-writable-socket",
      "on a server",
      { "a.ini": ini("socket = /a.sock", "chmod-socket = 666") },
      ["warning"],
    ],
    [
      "uwsgi/world-writable-socket",
      "in a container",
      { "a.ini": ini("socket = /a.sock", "chmod-socket = 666"), ...docker },
      ["info"],
    ],
    ["uwsgi/world-writable-socket", "by default", { "a.ini": ini("socket = /a.sock", "chmod-socket") }, ["warning"]],
    [
      "uwsgi/world-writable-socket",
      "for the group only",
      { "a.ini": ini("socket = /a.sock", "chmod-socket = 664") },
      [],
    ],
    ["uwsgi/world-writable-socket", "of a port", { "a.ini": ini("socket = :{{ port }}", "chmod-socket = 666") }, []],
    ["uwsgi/unknown-option", "that is nearly one", { "a.ini": ini("master = true", "proceses = 4") }, ["error"]],
    ["uwsgi/unknown-option", "that is the user's own", { "a.ini": ini("master = true", "colour = red") }, ["info"]],
    ["uwsgi/unknown-option", "that is used", { "a.ini": ini("colour = red", "touch-reload = %(colour)") }, []],
    ["uwsgi/unknown-option", "that is declared", { "a.ini": ini("declare-option = colour", "colour = red") }, []],
    ["uwsgi/unknown-option", "beside an include", { "a.ini": ini("include = b.ini", "colour = red") }, []],
    ["uwsgi/inline-comment", "that becomes the value", { "a.ini": ini("module = a # why") }, ["error"]],
    ["uwsgi/inline-comment", "behind a number", { "a.ini": ini("processes = 4 # why") }, ["info"]],
    ["uwsgi/inline-comment", "behind a port", { "a.ini": ini("socket = :80 # why") }, ["info"]],
    ["uwsgi/inline-comment", "behind true", { "a.ini": ini("master = true # why") }, ["info"]],
    ["uwsgi/inline-comment", "behind false", { "a.ini": ini("master = false # why") }, ["error"]],
    ["uwsgi/inline-comment", "in a command", { "a.ini": ini("exec-asap = a # why", "log-format = a # b") }, []],
    [
      "supervisor/public-port",
      "without a password",
      { "supervisor.conf": "[inet_http_server]\nport=*:9001\n[program:a]\ncommand=a\n" },
      ["error"],
    ],
    [
      "supervisor/public-port",
      "with one",
      { "supervisor.conf": "[inet_http_server]\nport=9001\npassword=x\n[program:a]\ncommand=a\n" },
      ["warning"],
    ],
    [
      "supervisor/public-port",
      "for this machine",
      { "supervisor.conf": "[inet_http_server]\nport=localhost:9001\n[program:a]\ncommand=a\n" },
      [],
    ],
    ["common/encoding", "of nginx", bom("nginx.conf", "server {\n    listen 80;\n}\n"), ["error"]],
    ["common/encoding", "of uWSGI", bom("uwsgi.ini", ini("master = true")), ["error"]],
    ["common/encoding", "of supervisor", bom("supervisor.conf", "[program:a]\ncommand=a\n"), ["error"]],
    ["common/encoding", "of a script", bom("a.sh", "#!/bin/sh\nuwsgi -s :1\n"), ["warning"]],
    ["common/encoding", "of a script without #!", bom("a.sh", "uwsgi -s :1\n"), []],
    ["common/encoding", "of systemd, which skips it", bom("a.service", unit("User=a")), []],
    ["common/encoding", "of Python, which skips it", bom("gunicorn.conf.py", "bind = ':1'\n"), []],
    ["nginx/deprecated-parameter", "of no version", server("listen 443 ssl http2;"), ["info"]],
    ["nginx/deprecated-parameter", "of 1.25.1", server("listen 443 ssl http2;"), ["warning"], "1.25.1"],
    ["nginx/deprecated-parameter", "of 1.25.0", server("listen 443 ssl http2;"), [], "1.25.0"],
    ["nginx/removed-directive", "of no version", server("ssl on;"), ["warning"]],
    ["nginx/removed-directive", "of 1.25.1", server("ssl on;"), ["error"], "1.25.1"],
    ["nginx/removed-directive", "of 1.25.0", server("ssl on;"), ["warning"], "1.25.0"],
    ["nginx/removed-directive", "with another argument", server("ssl $a;"), []],
    ["nginx/removed-directive", "long gone", server("satisfy_any on;"), ["error"]],
    ["nginx/removed-directive", "before it was gone", server("satisfy_any on;"), [], "1.2.9"],
    ["nginx/removed-directive", "of spdy", server("listen 443 ssl spdy;"), ["error"]],
    ["nginx/removed-directive", "without effect", server("http2_push /a;"), ["warning"]],
    ["nginx/removed-directive", "with effect", server("http2_push /a;"), [], "1.25.0"],
    ["nginx/unknown-directive", "of a slip", server("server_nam a;"), ["error"]],
    ["nginx/unknown-directive", "of a placeholder", server("MY_LINES a;"), ["info"]],
    ["nginx/header-injection", "in the answer", server("location / { add_header X-A $uri; return 204; }"), ["error"]],
    [
      "nginx/header-injection",
      "in the request",
      server(`location / { proxy_set_header X-A $uri; ${pass} }`),
      ["warning"],
    ],
    ["nginx/header-injection", "of an exact path", server("location = /a { add_header X-A $uri; return 204; }"), []],
    [
      "nginx/host-from-client",
      "by its Host",
      server(`location / { proxy_set_header Host $http_host; ${pass} }`),
      ["info"],
    ],
    [
      "nginx/host-from-client",
      "by a cookie",
      server(`location / { proxy_set_header host $cookie_site; ${pass} }`),
      ["warning"],
    ],
    ["nginx/host-from-client", "by nginx", server(`location / { proxy_set_header Host $host; ${pass} }`), []],
    [
      "nginx/proxy-pass-uri-strip",
      "by half",
      server("location /api { proxy_pass http://127.0.0.1:8000/; }"),
      ["warning"],
    ],
    [
      "nginx/proxy-pass-uri-strip",
      "as it may be meant",
      server("location /api/ { proxy_pass http://127.0.0.1:8000/; }"),
      ["info"],
    ],
    ["nginx/proxy-pass-uri-strip", "of nothing", server("location / { proxy_pass http://127.0.0.1:8000/; }"), []],
    ["cross/stop-signal", "by KILL", gunicorn("KillSignal=SIGKILL"), ["warning"]],
    ["cross/stop-signal", "by INT", gunicorn("KillSignal=INT"), ["warning"]],
    ["cross/stop-signal", "by TERM", gunicorn("KillSignal=SIGTERM"), []],
    ["cross/stop-signal", "to the master only", gunicorn("KillMode=process"), ["warning"]],
    ["cross/stop-signal", "to all", gunicorn("KillMode=mixed"), []],
    ["cross/stop-signal", "before gunicorn's default", gunicorn("TimeoutStopSec=29"), ["info"]],
    ["cross/stop-signal", "at gunicorn's default", gunicorn("TimeoutStopSec=30"), []],
    ["cross/stop-signal", "never", gunicorn("TimeoutStopSec=0"), []],
    [
      "cross/stop-signal",
      "before the workers are done",
      { "a.service": unit("ExecStart=/bin/gunicorn --graceful-timeout 60 a:app", "TimeoutStopSec=59s") },
      ["warning"],
    ],
    ["nginx/workers-as-root", "on a server", { "nginx.conf": "user root;\nevents {}\n" }, ["warning"]],
    ["nginx/workers-as-root", "in a container", { "nginx.conf": "user root;\nevents {}\n", ...docker }, ["info"]],
    ["uwsgi/for-developers", "on a server", { "a.ini": ini("module = a", "py-autoreload = 1") }, ["warning"]],
    [
      "uwsgi/for-developers",
      "in a container",
      { "a.ini": ini("module = a", "py-autoreload = 1"), ...docker },
      ["info"],
    ],
    ["supervisor/no-rpcinterface", "on a server", { "supervisor.conf": supervisord }, ["warning"]],
    ["supervisor/no-rpcinterface", "in a container", { "supervisor.conf": supervisord, ...docker }, ["info"]],
    ["nginx/hsts-without-https", "beside a server with TLS", redirected, ["warning"]],
    ["nginx/hsts-without-https", "alone", server(hsts), ["info"]],
    ["nginx/weak-ciphers", "of RC4", server("ssl_ciphers RC4:3DES;"), ["warning"]],
    ["nginx/weak-ciphers", "of 3DES", server("ssl_ciphers HIGH:3DES;"), ["info"]],
    ["cross/certificate-not-made", "of another app", secure("files", "/etc/flask-deploy/tls/b/current"), ["error"]],
    ["cross/certificate-not-made", "of certbot", secure("files", "/etc/letsencrypt/live/b"), ["warning"]],
    ["cross/certificate-not-made", "by hand", secure("none", "/etc/letsencrypt/live/b"), ["info"]],
    ["cross/open-umask", "on a server", gunicorn("UMask=000"), ["warning"]],
    ["cross/open-umask", "in a container", { ...gunicorn("UMask=0"), ...docker }, ["info"]],
    ["cross/open-umask", "of a file for all to read", gunicorn("UMask=0022"), []],
    [
      "cross/venv-path",
      "by its PATH",
      { "a.service": unit("Environment=PATH=/srv/a/venv/bin:/bin", "ExecStart=/srv/a/.venv/bin/gunicorn a:app") },
      ["warning"],
    ],
    [
      "cross/venv-path",
      "by its bin",
      { "a.service": unit("ExecStart=/srv/a/.venv/bin/uwsgi --ini a.ini"), "a.ini": ini("home = /srv/a/.venv/bin") },
      ["error"],
    ],
    [
      "cross/venv-path",
      "of a PATH with both",
      {
        "a.service": unit(
          "Environment=PATH=/srv/a/venv/bin:/srv/a/.venv/bin",
          "ExecStart=/srv/a/.venv/bin/gunicorn a:app",
        ),
      },
      [],
    ],
  ])("%s %s", (id, _, files, expected, nginxVersion) => {
    const only = rules.filter((rule) => rule.id === id);
    const inputs = Object.entries(files).map(([path, content]) => ({ path, content }));
    const yml = files["flask-deploy.yml"];
    const app = yml === undefined ? {} : { app: readApp(yml) };
    const options = { only, ...app, paths: Object.keys(files), ...(nginxVersion && { nginxVersion }) };
    const { findings } = lint(inputs, options);
    expect(findings.map(({ severity }) => severity)).toEqual(expected);
  });
});
