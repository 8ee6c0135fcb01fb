import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Answers } from "../../../../../../action/engine/app/fields.ts";
import { helperText } from "../../../../../../action/engine/targets/server/setup/helper.ts";
import { checkedAnswers, withDefaults } from "../../../../../../generators/scaffold/answers.ts";
import { fileList, view } from "../../../../../../generators/scaffold/file-list.ts";
import { render } from "../../../../../../generators/scaffold/render.ts";
import { shop as constants } from "../setup/helper-constants.ts";

const folder = mkdtempSync(join(tmpdir(), "fd-approve-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** What the scaffold makes below deploy/, by name. */
const scaffold = new Map<string, string>();
beforeAll(async () => {
  const kinds: Partial<Answers>[] = [{}, { processManager: "supervisor" }];
  for (const answers of kinds) {
    const all = checkedAnswers(withDefaults({ name: "shop", domain: "shop.example.org", ...answers }));
    for (const file of await render(all, {
      folder: join(import.meta.dirname, "../../../../../../templates"),
      fileList,
      view,
    }))
      if (file.path.startsWith("deploy/")) scaffold.set(file.path, file.content.toString());
  }
});

/** The helper's own program, as root runs it, on a file that a deploy brings and one that setup approved. */
function judge(path: string, text: string, approved = scaffold.get(path) ?? "") {
  const text_ = helperText({ ...constants, site: "/x", allowConfig: true });
  const program = /3<<'PYTHON'\n(.*?)\nPYTHON\n/s.exec(text_.slice(text_.indexOf("approve()")))?.[1] ?? "";
  const at = (name: string) => join(folder, name);
  rmSync(folder, { recursive: true });
  for (const name of ["releases/id/deploy", "incoming", "approved"]) mkdirSync(at(name), { recursive: true });
  writeFileSync(at("releases/id/deploy/x"), "");
  writeFileSync(at(`releases/id/${path}`), text);
  writeFileSync(at(`approved/${path.split("/").pop()}`), approved);
  cpSync(at("releases/id/deploy/x"), at("program"));
  writeFileSync(at("program"), program);
  const words = [at("program"), "shop", at("releases"), "id", at("incoming"), at("approved")];
  const done = spawnSync("python3", ["-I", "-S", ...words], { input: `${path}\n`, encoding: "utf8" });
  return { code: done.status, said: done.stderr };
}

const site = "deploy/nginx.conf";
const unit = "deploy/shop@.service";
const program = "deploy/supervisor.conf";
/** Lines put in front of the end of the site's server. */
const withLines = (lines: string) => (text: string) => text.replace(/\}\s*$/, `${lines}\n}\n`);
const instead = (from: RegExp, to: string) => (text: string) => text.replace(from, to);
const behind = (line: string, more: string) => (text: string) => text.replace(line, `${line}\n${more}`);

type Case = readonly [what: string, path: string, edit: (text: string) => string];

describe("what a deploy may install without root", () => {
  const allowed: readonly Case[] = [
    ["nothing new", site, (text) => text],
    ["a comment", site, (text) => `# new\n${text}`],
    ["a header", site, withLines('add_header Strict-Transport-Security "max-age=1; x";')],
    ["a larger body", site, instead(/client_max_body_size 16m/, "client_max_body_size 64m")],
    ["a redirection", site, withLines("location = /old { return 301 /new; }")],
    ["a rewrite of whole segments", site, withLines("rewrite ^/blog/(.*)$ /posts/$1 last;")],
    ["a rewrite that redirects", site, withLines("rewrite ^/(.+)/$ /$1 permanent;")],
    [
      "a folder of its own",
      site,
      withLines("location /docs/ { alias /srv/shop/current/docs/; try_files $uri $uri/index.html =404; }"),
    ],
    ["an error page of its own", site, withLines("error_page 404 /404.html;")],
    ["longer sessions of TLS", site, instead(/ssl_session_timeout 1d/, "ssl_session_timeout 1h")],
    ["types of its own", site, withLines("location /m/ { alias /srv/shop/current/m/; types { text/x x; } }")],
    ["a log of its own", site, instead(/shop\.error\.log warn/, "shop.error.log error")],
    ["a longer stop", unit, instead(/TimeoutStopSec=45/, "TimeoutStopSec=90")],
    ["a limit of memory", unit, behind("[Service]", "MemoryMax=1G")],
    ["a variable", unit, behind("[Service]", 'Environment=A=b "C=d e"')],
    ["a command before the start", unit, behind("[Service]", "ExecStartPre=-/bin/sh -c 'echo hello'")],
    ["another start", unit, instead(/^ExecStart=.*$/m, "ExecStart=/srv/shop/releases/%i/.venv/bin/gunicorn wsgi:app")],
    ["a longer stop of supervisor's", program, instead(/stopwaitsecs=45/, "stopwaitsecs=90")],
    ["variables of supervisor's", program, behind("autostart=true", 'environment=A="b c",D=e')],
  ];
  it.each(allowed)("has %s", (_, path, edit) => {
    const text = scaffold.get(path) as string;
    expect(judge(path, edit(text))).toEqual({ code: 0, said: "" });
  });

  const refused: readonly Case[] = [
    ["a rewrite of parts of segments", site, withLines("rewrite ^/(.)a(.)/(.*)$ /$1$2/$3 break;")],
    ["a rewrite to what a visitor says", site, withLines("rewrite ^ /$arg_x break;")],
    ["a rewrite by the path as the visitor wrote it", site, withLines("rewrite ^ $request_uri break;")],
    ["links that lead out", site, instead(/\n\s*disable_symlinks [^;]*;/, "")],
    ["a look outside", site, withLines("if (-f /srv/shop/current/../../../etc/shadow) { return 403; }")],
    ["a look where a visitor says", site, withLines("if (-f /srv/shop/current/$arg_x) { return 403; }")],
    ["a table that reads a file", site, withLines("location /m/ { types { include /etc/shadow; } }")],
    ["another app's upstream", site, withLines("location /m/ { proxy_pass http://shop-two; }")],
    ["another app's certificate", site, instead(/tls\/shop\/current\/fullchain/, "tls/blog/current/fullchain")],
    ["a key of its own", site, instead(/ssl_certificate_key [^;]*/, "ssl_certificate_key /srv/shop/current/key.pem")],
    ["protocols that are broken", site, behind("listen 80;", "ssl_conf_command Options -NoRenegotiation;")],
    ["the CA's challenge from elsewhere", site, instead(/root \/srv\/shop\/tls;/, "root /etc/letsencrypt;")],
    ["a look at others' certificates", site, withLines("if (-f /etc/flask-deploy/tls/blog/current) { return 403; }")],
    ["a value for all sites", site, (text) => `map $host $shop_x { default 1; }\n${text}`],
    ["a section", program, (text) => `${text}\n[program:x]\n`],
    ["another app's unit", unit, instead(/^After=/m, "Wants=shop-two@x.service\nAfter=")],
    ["a start before others", unit, instead(/^After=/m, "Before=nginx.service\nAfter=")],
    ["the same line of the sandbox again", unit, (text) => `${text}\nSystemCallFilter=@system-service\n`],
    ["less of the sandbox", unit, instead(/^NoNewPrivileges=.*\n/m, "")],
    ["another environment", unit, instead(/^EnvironmentFile=.*\n/m, "")],
  ];
  it.each(refused)("has not %s", (_, path, edit) => {
    const text = scaffold.get(path) as string;
    expect(edit(text)).not.toBe(text);
    expect(judge(path, edit(text))).toMatchObject({ code: 3, said: expect.stringMatching(/^deploy\//) });
  });

  it.each(["a\\${ b; }", 'a "b"c;', "a 'b", "a { b; ", "a\0b;", "a { b; }}}"])(
    "has no site that nginx cannot read: %j",
    (lines) => {
      expect(judge(site, withLines(`types { ${lines}`)(scaffold.get(site) as string)).code).toBe(1);
    },
  );

  it("counts braces as nginx does", () => {
    const [none, one] = [
      "types { a${{ b; }",
      "types { a${{ b; }\nlocation /x/ { root /; }\nlocation /y\\${ return 404; }",
    ];
    expect(judge(site, withLines(none as string)(scaffold.get(site) as string)).code).toBe(0);
    expect(judge(site, withLines(one as string)(scaffold.get(site) as string))).toMatchObject({
      code: 3,
      said: expect.stringContaining("`root /`"),
    });
  });

  const guarded = `server {
    listen 80;
    server_name shop.example.org;
    location /admin/ { allow 10.0.0.0/8; deny all; proxy_pass http://127.0.0.1:9000; }
    location / { uwsgi_pass unix:/run/shop/current.sock; }
}
`;
  it.each([
    [
      "is moved",
      guarded.replace(
        "location / { uwsgi_pass unix:/run/shop/current.sock; }",
        "location / { proxy_pass http://127.0.0.1:9000; }",
      ),
    ],
    ["has no guard", guarded.replace("deny all; ", "")],
    ["has another guard first", guarded.replace("allow 10", "allow all; allow 10")],
  ])("has no place that root approved and that %s", (_, text) => {
    expect(judge(site, guarded.replace("listen 80;", "listen 80;\n    gzip on;"), guarded)).toEqual({
      code: 0,
      said: "",
    });
    expect(judge(site, text, guarded)).toMatchObject({ code: 3 });
  });
});
