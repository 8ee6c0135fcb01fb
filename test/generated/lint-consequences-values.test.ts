import { mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lint } from "../../action/lint/engine.ts";
import { program } from "./program.ts";
import { Venvs } from "./venvs.ts";

/** Values that nginx, systemd and supervisord accept or reject: they and our rules have to agree. */

const folder = realpathSync(mkdtempSync(join(tmpdir(), "fd-values-")));
const venvs = new Venvs(folder);
let python: string;
beforeAll(async () => {
  python = join(await venvs.with("supervisor==4.3.0"), "bin", "python");
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const errors = (path: string, content: string) =>
  lint([{ path, content }]).findings.filter(({ severity }) => severity === "error");

const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
  .map((name) => `${name}_temp_path ${folder}/${name};`)
  .join(" ");

/** Whether nginx starts with a site. */
async function nginxAccepts(site: string): Promise<boolean> {
  const path = join(folder, "nginx.conf");
  writeFileSync(path, `pid ${folder}/pid;\nevents {}\nhttp { access_log off; ${temporary}\n${site}}\n`);
  return (await program("nginx", ["-t", "-e", "stderr", "-c", path])).code === 0;
}

const server = (line: string) => `server {\n    listen 127.0.0.1:18080;\n    ${line}\n}\n`;
const location = (line: string) => server(`location / { ${line} }`);

describe("nginx", () => {
  it.each([
    ["nginx/bad-value", server("client_max_body_size 20MB;")],
    ["nginx/bad-value", server("client_max_body_size -1;")],
    ["nginx/bad-value", server("gzip yes;")],
    ["nginx/bad-value", server("gzip_comp_level 10;")],
    ["nginx/bad-value", server("ssl_protocols TLS1.3;")],
    ["nginx/bad-value", server("return 1000;")],
    ["nginx/bad-value", server("if ($uri = 1 && $host = 2) { return 403; }")],
    ["nginx/bad-value", location("proxy_read_timeout 90sec;")],
    ["nginx/duplicate-listen", server("listen 127.0.0.1:18080;")],
    ["nginx/duplicate-listen", "server { listen 18080; listen *:18080; }\n"],
    ["nginx/duplicate-listen", "server { listen 18080 default; }\nserver { listen *:18080 default_server; }\n"],
    ["nginx/proxy-pass-uri-refused", server("location ~ ^/a { proxy_pass http://127.0.0.1/; }")],
    ["nginx/proxy-pass-uri-refused", server("location @a { proxy_pass http://unix:/a.sock:/b; }")],
    ["nginx/proxy-pass-uri-refused", location("if ($uri) { proxy_pass http://127.0.0.1/b; }")],
    ["nginx/unknown-variable", server("add_header A $remote_add;")],
  ])("rejects, and %s says so: %s", async (rule, site) => {
    expect(errors("site.conf", site).map((finding) => finding.rule)).toEqual([rule]);
    expect(await nginxAccepts(site)).toBe(false);
  });

  it.each([
    server("client_max_body_size 20M;"),
    server("gzip ON;"),
    server("return 200 ok;"),
    server('if ($uri = "1 && 2") { return 403; }'),
    server("error_log /dev/null debug_http;"),
    server("keepalive_timeout 1h30m 60;"),
    server("open_file_cache_valid 30s;"),
    server("ssl_protocols SSLv2 TLSv1;"),
    server("disable_symlinks if_not_owner;"),
    location("expires modified +1d;"),
    location("proxy_buffers 8 16K;"),
    location("uwsgi_max_temp_file_size 0;"),
    "server { listen 18080; listen [::]:18080; }\n",
    "server { listen 18080 default_server; }\nserver { listen 18081 default_server; }\n",
    server("location ~ ^/a/(.*) { proxy_pass http://127.0.0.1/$1; }"),
    server("location @a { proxy_pass http://unix:/a.sock; }"),
    server("location ~ (?<remote_add>.) { add_header A $remote_add; }"),
    server("add_header A $http_hots;"),
  ])("accepts, and no rule finds an error: %s", async (site) => {
    expect(errors("site.conf", site)).toEqual([]);
    expect(await nginxAccepts(site)).toBe(true);
  });
});

describe("systemd", () => {
  const start = "ExecStart=/bin/true";

  it.each<[string, boolean]>([
    ["Restart=true", false],
    ["Restart=on-abort", true],
    ["UMask=0088", false],
    ["UMask=22", true],
    ["WorkingDirectory=a", false],
    ["WorkingDirectory=-/srv/a", true],
    ["WorkingDirectory=~", true],
    ["RuntimeDirectory=/run/a", false],
    ["RuntimeDirectory=a a/b", true],
    [start, false],
    [`Type=oneshot\n${start}`, true],
    ["Environment=A=1 b", false],
    ['Environment=A=1 "B=2 3"', true],
    ["EnvironmentFile=.env", false],
    ["KillSignal=SIGRTMIN+3", true],
    ["KillMode=all", false],
    ["PrivateTmp=enabled", false],
    ["User=a:b", false],
    ["User=1000", true],
  ])("of %s and our rules: right is %s", async (lines, right) => {
    const unit = `[Unit]\nDescription=shop\n\n[Service]\n${start}\n${lines}\n`;
    writeFileSync(join(folder, "shop.service"), unit);
    const { output } = await program("systemd-analyze", ["verify", "--man=no", "./shop.service"], { cwd: folder });
    expect(output.includes("shop.service")).toBe(!right);
    expect(errors("shop.service", unit).map(({ rule }) => rule)).toEqual(right ? [] : ["systemd/bad-value"]);
  });
});

describe("supervisord", () => {
  const read = "import sys; from supervisor.options import ServerOptions; ServerOptions().realize(sys.argv[1:])";

  it.each<[string, boolean]>([
    ["autorestart=always", false],
    ["autorestart=unexpected", true],
    ["autostart=On", true],
    ["redirect_stderr=y", false],
    ["stopsignal=STOPP", false],
    ["stopsignal=xcpu", true],
    ["startsecs=1s", false],
    ["priority=-1", true],
    ['environment=A="1%"', false],
    ['environment=A="1%%"', true],
    ["numprocs=2", false],
    ["numprocs=2\nprocess_name=%(process_num)02d", true],
  ])("of %s and our rules: right is %s", async (lines, right) => {
    const conf = `[supervisord]\n\n[program:shop]\ncommand=/bin/true\nuser=nobody\n${lines}\n`;
    writeFileSync(join(folder, "supervisor.conf"), conf);
    const { code } = await program(python, ["-c", read, "-c", join(folder, "supervisor.conf")]);
    expect(code === 0).toBe(right);
    expect(errors("supervisor.conf", conf).map(({ rule }) => rule)).toEqual(right ? [] : ["supervisor/bad-value"]);
  });
});
