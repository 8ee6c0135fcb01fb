import { chmodSync, chownSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { lint } from "../../action/lint/engine.ts";
import { succeed } from "../generated/program.ts";
import { Stack } from "../generated/stack.ts";

/** What happens to sockets when nginx and the application are different users, and when a sandbox hides one from the other. */

const folder = realpathSync(mkdtempSync(join(tmpdir(), "fd-permissions-")));
const bin = join(folder, "venv/bin");
let stack: Stack;
beforeAll(async () => {
  chmodSync(folder, 0o755);
  await succeed("python3", ["-m", "venv", join(folder, "venv")]);
  await succeed(join(bin, "pip"), [
    "install",
    "-q",
    "--disable-pip-version-check",
    "pyuwsgi==2.0.30.post1",
    "gunicorn==27.0.1",
  ]);
});
afterEach(() => stack.stop());
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Debian has these two everywhere. */
const nobody = 65534;
const asNobody = (...groups: string[]) => ["--reuid", "65534", "--regid", groups[0] ?? "65534", "--clear-groups"];

const site = `server {
    listen 80;
    location / {
        include uwsgi_params;
        uwsgi_pass unix:@ROOT@/app/shop.sock;
    }
}
`;
const app = `def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/plain")])
    return [b"hello"]
`;

/** A stack whose folder app/ is nobody's; nginx runs as www-data. */
function prepared(files: Record<string, string>): Stack {
  stack = new Stack();
  stack.write({ ...files, "app/wsgi.py": app });
  chmodSync(stack.root, 0o755);
  chownSync(join(stack.root, "app"), nobody, nobody);
  return stack;
}

/** The rules that speak about the files, as a repository in which the application is at /srv/shop. */
const found = (files: Record<string, string>) =>
  lint(
    Object.entries(files).map(([path, content]) => ({ path, content: content.replaceAll("@ROOT@/app", "/srv/shop") })),
  ).findings.map((finding) => finding.rule);

const unit = (user: string, command: string, ...lines: string[]) =>
  `[Service]\nUser=${user}\n${lines.join("\n")}\nWorkingDirectory=/srv/shop\nExecStart=/srv/shop/.venv/bin/${command}\n`;

it("cross/socket-permission: 13 and 502, where uWSGI's socket is its own user's alone", async () => {
  const files = (...lines: string[]) => ({
    "nginx.conf": site,
    "app/uwsgi.ini": `[uwsgi]\nmaster = true\ndie-on-term = true\nwsgi-file = @ROOT@/app/wsgi.py\nsocket = @ROOT@/app/shop.sock\n${lines.join("\n")}\n`,
    "shop.service": unit("shop", "uwsgi --ini app/uwsgi.ini", "Group=www-data"),
  });
  for (const [lines, status] of [
    [[], 502],
    [["chmod-socket = 660"], 200],
  ] as const) {
    prepared(files(...lines));
    expect(found(files(...lines)).includes("cross/socket-permission")).toBe(status === 502);
    const args = [...asNobody("www-data"), join(bin, "uwsgi"), "--ini", join(stack.root, "app/uwsgi.ini")];
    await stack.server("setpriv", args, /spawned uWSGI worker 1/);
    await stack.nginx("nginx.conf", "www-data");
    expect((await stack.ask("/")).status).toBe(status);
    if (status === 502) expect(stack.errorLog).toContain("13: Permission denied");
    await stack.stop();
  }
});

it("cross/socket-permission: gunicorn's umask of 007 leaves the group, and the group has to be nginx's", async () => {
  const http = site
    .replace("include uwsgi_params;", "proxy_set_header Host $host;")
    .replace("uwsgi_pass unix:", "proxy_pass http://unix:");
  const command = "gunicorn --bind unix:/srv/shop/shop.sock --umask 007 wsgi:application";
  for (const [group, status] of [
    [undefined, 502],
    ["www-data", 200],
  ] as const) {
    const files = { "nginx.conf": http, "shop.service": unit("shop", command, ...(group ? [`Group=${group}`] : [])) };
    prepared(files);
    expect(found(files).includes("cross/socket-permission")).toBe(status === 502);
    const args = [
      "--bind",
      `unix:${stack.root}/app/shop.sock`,
      "--umask",
      "007",
      "--chdir",
      join(stack.root, "app"),
      "wsgi:application",
    ];
    await stack.server(
      "setpriv",
      [...asNobody(...(group ? [group] : [])), join(bin, "gunicorn"), ...args],
      /Booting worker/,
    );
    await stack.nginx("nginx.conf", "www-data");
    expect((await stack.ask("/")).status).toBe(status);
    await stack.stop();
  }
});

it("cross/private-tmp-socket: nginx finds no file that was made in a /tmp of one's own", async () => {
  const files = {
    "nginx.conf": site,
    "app/uwsgi.ini":
      "[uwsgi]\nmaster = true\ndie-on-term = true\nwsgi-file = wsgi.py\nchmod-socket = 666\nsocket = @ROOT@/app/shop.sock\n",
  };
  expect(
    found({
      "uwsgi.ini": files["app/uwsgi.ini"].replace("@ROOT@/app", "/tmp"),
      "shop.service": unit("shop", "uwsgi --ini /srv/shop/uwsgi.ini", "PrivateTmp=true"),
    }),
  ).toContain("cross/private-tmp-socket");
  prepared(files);
  // As systemd does it: a mount namespace with an empty file system over the folder.
  mkdirSync(join(stack.root, "code"));
  stack.write({ "code/wsgi.py": app, "code/uwsgi.ini": files["app/uwsgi.ini"] });
  const script = `mount -t tmpfs none ${stack.root}/app && cd ${stack.root}/code && exec ${bin}/uwsgi --ini uwsgi.ini`;
  await stack.server("unshare", ["--mount", "sh", "-c", script], /spawned uWSGI worker 1/);
  await stack.nginx("nginx.conf", "www-data");
  expect((await stack.ask("/")).status).toBe(502);
  expect(stack.errorLog).toContain("2: No such file or directory");
});

it("cross/socket-dir-missing: nobody but root binds in /run, and nobody at all in a folder that is not there", async () => {
  for (const [path, said] of [
    ["/run/fd-permissions-test.sock", "Permission denied"],
    ["/run/fd-permissions-test/shop.sock", "No such file or directory"],
  ] as const) {
    const ini = `[uwsgi]\nmaster = true\ndie-on-term = true\nwsgi-file = wsgi.py\nsocket = ${path}\n`;
    expect(found({ "uwsgi.ini": ini, "shop.service": unit("shop", "uwsgi --ini /srv/shop/uwsgi.ini") })).toContain(
      "cross/socket-dir-missing",
    );
    prepared({ "app/uwsgi.ini": ini });
    const log = await stack.server(
      "setpriv",
      [...asNobody(), join(bin, "uwsgi"), "--ini", join(stack.root, "app/uwsgi.ini")],
      /spawned/,
    );
    expect(log).toContain(`bind(): ${said}`);
    await stack.stop();
  }
});

it("cross/emperor-and-unit: uWSGI that is not root stays who it is, whatever its uid says", async () => {
  const files = {
    "nginx.conf": site,
    "app/uwsgi.ini":
      "[uwsgi]\nmaster = true\ndie-on-term = true\nuid = www-data\nchmod-socket = 666\nwsgi-file = @ROOT@/app/wsgi.py\nsocket = @ROOT@/app/shop.sock\n",
    "shop.service": unit("shop", "uwsgi --ini app/uwsgi.ini"),
  };
  expect(found(files)).toContain("cross/emperor-and-unit");
  prepared(files);
  stack.write({ "app/wsgi.py": app.replace('b"hello"', "str(__import__('os').getuid()).encode()") });
  await stack.server(
    "setpriv",
    [...asNobody(), join(bin, "uwsgi"), "--ini", join(stack.root, "app/uwsgi.ini")],
    /spawned uWSGI worker 1/,
  );
  await stack.nginx("nginx.conf", "www-data");
  expect(await stack.ask("/")).toEqual({ status: 200, body: String(nobody) });
});

it("gunicorn/socket-in-home: gunicorn starts and says nothing, and nginx gets in where others may enter the home only", async () => {
  const http = site
    .replace("include uwsgi_params;", "proxy_set_header Host $host;")
    .replace("uwsgi_pass unix:", "proxy_pass http://unix:");
  for (const [mode, status] of [
    [0o750, 502],
    [0o700, 502],
    [0o755, 200],
  ] as const) {
    prepared({ "nginx.conf": http });
    chmodSync(join(stack.root, "app"), mode);
    const args = ["--bind", `unix:${stack.root}/app/shop.sock`, "--chdir", join(stack.root, "app"), "wsgi:application"];
    // Group=www-data is the socket's group; the home's stays its owner's.
    const log = await stack.server(
      "setpriv",
      [...asNobody("www-data"), join(bin, "gunicorn"), ...args],
      /Booting worker/,
    );
    expect(log).toContain("Listening at: unix:");
    await stack.nginx("nginx.conf", "www-data");
    expect((await stack.ask("/")).status).toBe(status);
    await stack.stop();
  }
  const command = "gunicorn --bind unix:/home/ann/shop/shop.sock wsgi:application";
  expect(found({ "shop.service": unit("ann", command, "Group=www-data") })).toContain("gunicorn/socket-in-home");
});
