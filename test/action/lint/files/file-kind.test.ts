import { describe, expect, it } from "vitest";
import { lint } from "../../../../action/lint/engine.ts";
import { detectFileKind, type FileKind } from "../../../../action/lint/files/file-kind.ts";

const site =
  "server {\n    listen 80;\n    server_name shop.example;\n    location / { proxy_pass http://127.0.0.1:8000; }\n}\n";
const ini = "[uwsgi]\nmodule = wsgi:app\nmaster = true\n";

describe("a file is configuration", () => {
  it.each<[FileKind, string, string]>([
    ["nginx", "nginx.conf", ""],
    ["nginx", "deploy/shop", site],
    ["nginx", "sites-available/default", site],
    ["nginx", "deploy/shop.example.com", site],
    ["nginx", "nginx.conf.example", site],
    ["nginx", "deploy/nginx.conf.j2", "server {\n    server_name {{ domain }};\n    listen 80;\n}\n"],
    ["nginx", "shop.nginxconf", site],
    ["nginx", "shop.vhost", site],
    ["nginx", "nginx/snippets/tls", "ssl_protocols TLSv1.2 TLSv1.3;\nssl_session_timeout 1d;\n"],
    ["uwsgi", "uwsgi.ini", "module = wsgi:app\n"],
    ["uwsgi", "deploy/shop.conf", ini],
    ["uwsgi", "uwsgi.yaml", "uwsgi:\n  module: wsgi:app\n"],
    ["uwsgi", "uwsgi.xml", "<uwsgi><module>wsgi:app</module></uwsgi>\n"],
    ["gunicorn", "gunicorn.conf.py", ""],
    ["systemd", "shop.service", "[Service]\nExecStart=/bin/true\n"],
    ["supervisor", "deploy/shop.conf", "[program:shop]\ncommand=/srv/shop/run\n"],
    ["script", "deploy/start", "#!/bin/sh\nexec gunicorn wsgi:app\n"],
  ])("of %s: %s", (kind, path, text) => {
    expect(detectFileKind(path, text)).toBe(kind);
  });

  it.each([
    [
      "a program of awk with braces and semicolons",
      "bin/count",
      "#!/usr/bin/awk -f\nBEGIN { total = 0; }\nserver { total++; }\n",
    ],
    ["a readme that quotes a site", "README", `Put this into nginx's folder and reload it.\n\n${site}`],
    ["notes that quote a site", "deploy/howto", `Open the file and write this into it:\n\n${site}`],
    ["Markdown", "deploy/nginx.md", site],
    ["a filter of fail2ban", "nginx-badbots.conf", "[Definition]\nfailregex = ^<HOST> -.*$\nignoreregex =\n"],
    ["Apache's site", "sites-available/shop.conf", "<VirtualHost *:80>\n  ServerName shop.example\n</VirtualHost>\n"],
    ["a program in C", "src/server", "int main(void) {\n  int listen = 80;\n  return listen;\n}\n"],
    ["a profile of a shell", "etc/profile", 'if [ "$PS1" ]; then\n  PS1="$ "\nfi\nexport PATH\n'],
    ["avahi's service", "avahi/http.service", '<?xml version="1.0"?>\n<service-group></service-group>\n'],
    ["D-Bus's service", "org.example.Shop.service", "[D-BUS Service]\nName=org.example.Shop\nExec=/bin/shop\n"],
    ["an ini of another program", "alembic.ini", "[alembic]\nscript_location = migrations\n"],
    ["another program's YAML", "deploy/uwsgi.yml", "services:\n  web:\n    image: shop\n"],
  ])("and nothing of %s", (_, path, text) => {
    expect(detectFileKind(path, text)).toBeUndefined();
    expect(lint([{ path, content: text }]).findings).toEqual([]);
  });
});

describe("uWSGI's other formats", () => {
  const found = (path: string, content: string) =>
    lint([{ path, content }]).findings.map(
      ({ rule, at }) => `${rule} ${at.source.text.slice(at.start, at.end).trim()}`,
    );

  it("are judged by the rules of its ini, at their own places", () => {
    const yaml =
      "uwsgi:\n  module: wsgi:app\n  master: true\n  die-on-term: true\n  need-app: true\n  socket: 0.0.0.0:3031\n  proceses: 4\n";
    const xml =
      "<uwsgi>\n  <module>wsgi:app</module>\n  <master/>\n  <die-on-term/>\n  <need-app/>\n  <!-- <socket>:1</socket> -->\n  <socket>0.0.0.0:3031</socket>\n  <proceses>4</proceses>\n</uwsgi>\n";
    for (const [path, text] of [
      ["uwsgi.yaml", yaml],
      ["uwsgi.xml", xml],
    ] as const) {
      const all = found(path, text);
      expect(
        all.some((one) => /^uwsgi\/public-uwsgi-socket .*0\.0\.0\.0:3031/.test(one)),
        path,
      ).toBe(true);
      expect(
        all.some((one) => /^uwsgi\/unknown-option .*proceses/.test(one)),
        path,
      ).toBe(true);
      expect(
        all.some((one) => /^uwsgi\/(no-die-on-term|no-master|need-app)/.test(one)),
        path,
      ).toBe(false);
    }
  });

  it("are given no fixes, which are written in ini's lines", () => {
    for (const [path, content] of [
      ["uwsgi.yaml", "uwsgi:\n  module: wsgi:app\n  master: true\n  socket: /run/shop.sock\n"],
      ["uwsgi.xml", "<uwsgi><module>wsgi:app</module><master/><socket>/run/shop.sock</socket></uwsgi>\n"],
    ] as const) {
      const { findings } = lint([{ path, content }]);
      expect(findings.length).toBeGreaterThan(0);
      expect(findings.filter(({ fix }) => fix)).toEqual([]);
    }
  });
});
