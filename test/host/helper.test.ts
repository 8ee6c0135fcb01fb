import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { helperText, sudoersText } from "../../action/engine/targets/server/setup/helper.ts";
import { folders, helperPath, paths } from "../../action/engine/targets/server/setup/layout.ts";
import { bootHost, type Host } from "./lib/host.ts";

const [a, b, broken] = ["20261121T031500Z-1a2b3c4", "20261121T031600Z-2b3c4d5", "20261121T031700Z-3c4d5e6"];
const site = "/etc/nginx/conf.d/shop.conf";

/** The smallest server that takes systemd's socket, says READY and answers with its release. */
const server = `#!/usr/bin/python3
import os, socket, socketserver, http.server
me = os.environ["RELEASE"]
class Handler(http.server.BaseHTTPRequestHandler):
    def address_string(self): return "nginx"
    def do_GET(self):
        body = (me + " " + os.environ.get("SECRET", "")).encode()
        self.send_response(200); self.send_header("Content-Length", str(len(body))); self.end_headers(); self.wfile.write(body)
s = socketserver.ThreadingUnixStreamServer("", Handler, bind_and_activate=False)
s.socket = socket.socket(fileno=3)
n = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); n.connect(os.environ["NOTIFY_SOCKET"]); n.send(b"READY=1")
s.serve_forever()
`;

import { shop as constants } from "../action/engine/targets/server/setup/helper-constants.ts";

const socket = `[Socket]
ListenStream=/run/shop/%i.sock
SocketUser=deploy-shop
SocketGroup=www-data
SocketMode=0660
RemoveOnStop=yes
`;
const unit = `[Unit]
Requires=shop@%i.socket
After=shop@%i.socket
[Service]
Type=notify
User=shop
Group=shop
Environment=RELEASE=%i
EnvironmentFile=-/etc/flask-deploy/shop.env
ExecStart=/srv/shop/releases/%i/serve
NoNewPrivileges=yes
`;
const nginx = "server { listen 8000; server_name a; location / { proxy_pass http://unix:/run/shop/current.sock; } }\n";

let host: Host;
const write = (path: string, text: string, mode = "644") =>
  host.must(["sh", "-c", 'mkdir -p "$(dirname "$1")" && cat > "$1" && chmod "$2" "$1"', "sh", path, mode], {
    stdin: text,
  });
const deploy = (...words: string[]) =>
  host.ssh(["runuser", "-u", "deploy-shop", "--", "sudo", "-n", helperPath("shop"), ...words]);
const ok = async (...words: string[]) => {
  const done = await deploy(...words);
  expect(done, words.join(" ")).toMatchObject({ code: 0 });
  return done.stdout;
};
const page = () => host.must("curl -s --max-time 5 http://127.0.0.1:8000/");
const helper = (allowConfig: boolean) =>
  write(helperPath("shop"), helperText({ ...constants, site, allowConfig }), "755");
const release = async (id: string, serve = server) => {
  await write(`/srv/shop/releases/${id}/serve`, serve, "755");
  await write(`/srv/shop/releases/${id}/deploy/shop@.service`, unit);
  await write(`/srv/shop/releases/${id}/deploy/shop@.socket`, socket);
  await write(`/srv/shop/releases/${id}/deploy/nginx.conf`, nginx);
};

beforeAll(async () => {
  host = await bootHost({ variant: "ready", disk: "60m" });
  await host.must("useradd -m deploy-shop; useradd -r -s /usr/sbin/nologin shop");
  for (const { path, mode, owner, group } of folders(
    { name: "shop", processManager: "systemd", socket: "unix" },
    "deploy-shop",
  ))
    await host.must(`mkdir -p ${path}; chown ${owner}:${group} ${path}; chmod ${mode} ${path}`);
  await helper(false);
  await write("/etc/sudoers.d/flask-deploy-shop", sudoersText("shop", "deploy-shop"), "440");
  for (const id of [a, b]) await release(id);
  await release(broken, "#!/bin/sh\necho no module named shop >&2; exit 3\n");
  for (const [name, text, place] of [
    ["shop@.service", unit, "/etc/systemd/system/shop@.service"],
    ["shop@.socket", socket, "/etc/systemd/system/shop@.socket"],
    ["nginx.conf", nginx, site],
  ] as const) {
    await write(place, text);
    await write(`${paths("shop").approved}/${name}`, text);
  }
  await host.must("systemctl daemon-reload && nginx -t && systemctl reload nginx");
});
afterAll(() => host.stop());

describe("the helper, called by the login that deploys", () => {
  it("starts, switches, and stops with nothing left", async () => {
    await ok("start", a);
    await ok("switch", a);
    expect(await page()).toContain(a);
    await ok("start", b);
    await ok("switch", b);
    expect(await page()).toContain(b);
    await ok("stop", a);
    expect(await host.must("ls /run/shop")).toBe(`${b}.sock\ncurrent.sock`);
  });

  it("says why a release does not start", async () => {
    const done = await deploy("start", broken);
    expect(done).toMatchObject({ code: 1, stderr: expect.stringContaining("no module named shop") });
    const told = await ok("tail", broken);
    expect(told.split("\n")[0]).toMatch(/^failed .*exit status 3/);
    expect(told).toContain("no module named shop");
    await ok("stop", broken);
  });

  it("stops later, but not what has got the traffic back meanwhile", async () => {
    await ok("start", a);
    await ok("stop", b, "1");
    await ok("stop", a, "1");
    await new Promise((done) => setTimeout(done, 1800));
    expect(await host.must(`systemctl is-active shop@${a} shop@${b}; true`)).toBe("inactive\nactive");
    await ok("start", a);
    await ok("stop", a, "1");
    await ok("start", a);
    await new Promise((done) => setTimeout(done, 1800));
    expect(await host.must(`systemctl is-active shop@${a}`)).toBe("active");
  });

  it("brings up what is wanted again in the very moment that it was to stop", async () => {
    const tool = helperPath("shop");
    for (let turn = 0; turn < 12; turn++) {
      await host.must(`${tool} start ${a}; ${tool} stop ${a} 0; sleep ${turn / 100}; ${tool} start ${a}`);
      await new Promise((done) => setTimeout(done, 500));
      expect(await host.must(`systemctl is-active shop@${a}; ls /run/shop/${a}.sock`)).toBe(
        `active\n/run/shop/${a}.sock`,
      );
    }
  });

  it("runs a hook as the app, with its environment, and ends one that hangs", async () => {
    const hook = (text: string, seconds = "5") =>
      host.ssh(["runuser", "-u", "deploy-shop", "--", "sudo", "-n", helperPath("shop"), "run", a as string, seconds], {
        stdin: text,
      });
    const done = await hook("id -un; pwd; echo \"${RELEASE}\" $HOME '%i' $((6 * 7)); read x || echo no input");
    expect(done.stdout).toBe(`shop\n/srv/shop/releases/${a}\n${a} /home/shop %i 42\nno input\n`);
    expect((await hook("exit 7")).code).toBe(7);
    expect((await hook("sleep 60", "1")).code).toBe(124);
  });

  it("runs a hook while systemd still has the unit of another, and ends both with their release", async () => {
    const hook = `${helperPath("shop")} run ${a} 60`;
    await host.must(`for n in 1 2; do echo 'sleep 50' | ${hook} >/dev/null 2>&1 & done`);
    const units = () => host.must("systemctl list-units --no-legend 'shop-run-*' | wc -l");
    await expect.poll(units, { timeout: 10_000 }).toBe("2");
    expect(await host.must(`echo 'echo done' | ${hook}`)).toBe("done");
    await ok("stop", a as string);
    await expect.poll(units, { timeout: 10_000 }).toBe("0");
    expect(await host.must("ls /run/flask-deploy")).toBe("");
    await ok("start", a as string);
  });

  it("writes the environment where only root reads it, and puts the former one back", async () => {
    const env = (text: string) =>
      host.ssh(["runuser", "-u", "deploy-shop", "--", "sudo", "-n", helperPath("shop"), "env"], { stdin: text });
    await env("SECRET=one\n");
    await ok("settle");
    expect(await host.must("stat -c '%U %a' /etc/flask-deploy/shop.env")).toBe("root 600");
    await env("SECRET=two\n");
    await ok("restore");
    expect(await host.must("cat /etc/flask-deploy/shop.env")).toBe("SECRET=one");
  });

  it("changes no unit and no site unless setup was told so", async () => {
    await write(
      `/srv/shop/releases/${a}/deploy/nginx.conf`,
      nginx.replace("location", "add_header X-Site new; location"),
    );
    expect(await deploy("install", a)).toMatchObject({ code: 3, stderr: expect.stringContaining("told not to") });
  });

  it("installs both, or neither when nginx refuses, and puts them back", async () => {
    await helper(true);
    const before = await host.must(`cat ${site} /etc/systemd/system/shop@.service`);
    await write(`/srv/shop/releases/${a}/deploy/shop@.service`, `${unit}# new\nTimeoutStopSec=20\n`);
    await ok("install", a);
    expect(await host.must("curl -s -D - -o /dev/null http://127.0.0.1:8000/")).toContain("X-Site: new");
    expect(await host.must("systemctl cat shop@x")).toContain("# new");
    await ok("restore");
    expect(await host.must(`cat ${site} /etc/systemd/system/shop@.service`)).toBe(before);

    await write(
      `/srv/shop/releases/${a}/deploy/nginx.conf`,
      "server { listen 8000; server_name a; client_max_body_size lots; }\n",
    );
    expect(await deploy("install", a)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining("client_max_body_size"),
    });
    expect(await host.must(`cat ${site} /etc/systemd/system/shop@.service`)).toBe(before);
    expect(await host.must("ls /etc/nginx/conf.d /var/lib/flask-deploy")).not.toMatch(/old|new/);
  });

  it("touches nothing where nginx is broken by someone else", async () => {
    await write("/etc/nginx/conf.d/theirs.conf", "nonsense;\n");
    expect(await deploy("install", a)).toMatchObject({ code: 4, stderr: expect.stringContaining("theirs.conf") });
    await host.must("rm /etc/nginx/conf.d/theirs.conf");
  });

  it("can put files back on a full disk", async () => {
    await write(`/srv/shop/releases/${a}/deploy/nginx.conf`, `# other\n${nginx}`);
    const before = await host.must(`cat ${site}`);
    await ok("install", a);
    await host.fillDisk();
    await ok("restore");
    await host.freeDisk();
    expect(await host.must(`cat ${site}`)).toBe(before);
  });

  it("brings back what current names after a power cut, without a half-installed site", async () => {
    await write(
      "/etc/systemd/system/shop-current.service",
      `[Unit]\nBefore=nginx.service\n[Service]\nType=oneshot\nExecStart=${helperPath("shop")} boot\n[Install]\nWantedBy=multi-user.target\n`,
    );
    await write(paths("shop").tmpfiles, "d /run/shop 0755 root root\n");
    await host.must(`systemctl enable -q shop-current; ln -sfn releases/${b} /srv/shop/current`);
    const before = await host.must(`cat ${site}`);
    await ok("install", a);
    const env = "/etc/flask-deploy/shop.env";
    await host.must(`install -m 600 /dev/null ${env}; echo A=before >${env}`);
    await host.must(`echo A=after | ${helperPath("shop")} env ${a}; grep -q after ${env}`);
    await host.must("sync; echo broken >> /etc/nginx/conf.d/shop.conf");
    await host.reboot("pull-plug");
    await host.must("timeout 10 sh -c 'until curl -sf http://127.0.0.1:8000/; do sleep 0.1; done'");
    expect(await page()).toContain(b);
    expect(await host.must(`cat ${site}`)).toBe(before);
    expect(await host.must(`cat ${env}`)).toBe("A=before");
  });

  it("is all that its user may do as root", async () => {
    expect(await host.ssh(["runuser", "-u", "deploy-shop", "--", "sudo", "-n", "id"])).toMatchObject({
      code: 1,
      stdout: "",
    });
  });
});
