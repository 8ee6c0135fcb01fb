import { describe, expect, it } from "vitest";
import { readApp } from "../../../../../action/engine/app/app.ts";
import { nginxNeeds } from "../../../../../action/engine/targets/local/copy/nginx-copy.ts";
import { throwaway } from "../../../../../action/engine/targets/local/copy/throwaway.ts";
import { type Given, type Plan, planPreview } from "../../../../../action/engine/targets/local/plan.ts";

const site = "server {\n  listen 80;\n  location / { uwsgi_pass unix:/run/shop/current.sock; }\n}\n";
const unit =
  "[Service]\nEnvironment=RELEASE=%i A=unit B=unit\nExecStart=/srv/shop/releases/%i/.venv/bin/uwsgi --ini deploy/uwsgi.ini\n";
const texts = { "deploy/uwsgi.ini": "[uwsgi]\nchdir = /srv/shop/current\n", "deploy/shop@.service": unit };
const nginx = { path: "/usr/sbin/nginx", version: "1.22.1", confFolder: "/etc/nginx", without: new Set(["scgi"]) };
const place = throwaway({ name: "shop" }, "/tmp/x");

function plan(yaml = "", more: Record<string, string | undefined> = {}, given: Partial<Given> = {}): Plan {
  const app = readApp(`name: shop\n${yaml}`);
  const all = Object.entries({ ...texts, ...more }).filter((pair): pair is [string, string] => pair[1] !== undefined);
  const conf = more["deploy/nginx.conf"];
  const ours =
    given.nginx && conf
      ? { needs: nginxNeeds(conf, "shop", yaml.includes("tcp") ? [4242] : []) }
      : { needs: undefined };
  return planPreview({
    repository: { root: "/repo", app, texts: Object.fromEntries(all), env: { B: "env", RELEASE: "env" } },
    ...{ throwaway: place, nginx: undefined, ports: [8000, 8001, 8002], venv: "/venv", isRoot: false, watch: false },
    ...{ ...ours, ...given },
  });
}
const withNginx = (yaml = "", conf = site, given: Partial<Given> = {}) =>
  plan(yaml, { "deploy/nginx.conf": conf }, { nginx, ...given });

describe("the plan of a preview", () => {
  it("starts what the unit starts, of the copy, with .env over the unit and the preview's own release", () => {
    const { programs, url, links } = plan();
    expect(programs).toEqual([
      {
        ...{ name: "uwsgi", opens: 8000 },
        argv: ["/tmp/x/venv/bin/uwsgi", "--ini", "/tmp/x/deploy/uwsgi.ini"],
        env: { RELEASE: "preview", A: "unit", B: "env" },
      },
    ]);
    expect(url).toBe("http://127.0.0.1:8000/");
    expect(links).toEqual([
      { path: "srv/shop/current", to: "/repo" },
      { path: "srv/shop/releases/preview", to: "/repo" },
      { path: "venv", to: "/venv" },
      { path: "run/shop/current.sock", to: "preview.sock" },
    ]);
  });

  it("copies each file that is named, and makes the folders that these name", () => {
    const start = 'exec deploy/uwsgi.ini deploy/other "/srv/shop/x"\n';
    const supervisor = "[program:shop]\ncommand = deploy/start --ini deploy/uwsgi.ini deploy/none\n";
    const { files, folders, programs } = plan("process_manager: supervisor\n", {
      "deploy/supervisor.conf": supervisor,
      "deploy/start": start,
      "deploy/uwsgi.ini": "[uwsgi]\nlogto = /var/log/uwsgi/shop.log\n",
    });
    expect(files.map(({ path, from }) => [path, from])).toEqual([
      ["deploy/uwsgi.ini", "deploy/uwsgi.ini"],
      ["deploy/start", "deploy/start"],
    ]);
    expect(files[1]?.text).toBe('exec /tmp/x/deploy/uwsgi.ini deploy/other "/tmp/x/srv/shop/x"\n');
    expect(programs[0]?.argv).toEqual(["/tmp/x/deploy/start", "--ini", "/tmp/x/deploy/uwsgi.ini", "deploy/none"]);
    expect(folders).toEqual([
      ...["deploy", "temp", "run/shop/app", "srv/shop/shared", "srv/shop/releases"].map((path) => `/tmp/x/${path}`),
      ...["/tmp/x/var/log/nginx", "/tmp/x/var/log/uwsgi"],
    ]);
  });

  it("names the emperor's vassal after the release, and its socket lies behind systemd's", () => {
    const { files, programs, links, notes } = withNginx("process_manager: emperor\n");
    expect(files[0]).toMatchObject({ path: "deploy/preview.ini", from: "deploy/uwsgi.ini" });
    expect(programs[0]).toMatchObject({ opens: "/tmp/x/run/shop/app/preview.sock" });
    expect(programs[0]?.argv).toEqual(["/tmp/x/venv/bin/uwsgi", "--ini", "/tmp/x/deploy/preview.ini"]);
    expect(links.at(-1)).toEqual({ path: "run/shop/current.sock", to: "app/preview.sock" });
    expect(notes).toEqual(["deploy/shop-emperor.service is missing: uwsgi is started as usual"]);
  });

  it.each([
    ["", "wsgi:app"],
    ["layout: wsgi\n", "wsgi:application"],
  ])("starts an app server as usual where the unit is missing, with %j", (yaml, callable) => {
    const { programs, notes } = plan(`server: gunicorn\n${yaml}`, {
      "deploy/gunicorn.conf.py": "",
      "deploy/shop@.service": undefined,
    });
    expect(programs[0]?.argv).toEqual([
      ...["/tmp/x/venv/bin/gunicorn", "--config", "/tmp/x/deploy/gunicorn.conf.py", callable],
    ]);
    expect(notes[0]).toBe("deploy/shop@.service is missing: gunicorn is started as usual");
  });

  it("puts nginx in front, whose own folders are the preview's", () => {
    const { programs, files, notes, url } = withNginx();
    const orders = "daemon off; worker_processes 1; pid /tmp/x/nginx.pid; error_log stderr;";
    expect(programs.map(({ name, opens }) => [name, opens])).toEqual([
      ["uwsgi", "/tmp/x/run/shop/preview.sock"],
      ["nginx", 8000],
    ]);
    expect(programs[1]?.argv).toEqual(["/usr/sbin/nginx", "-e", "stderr", "-c", "/tmp/x/main.conf", "-g", orders]);
    expect(files.map(({ path, from }) => [path, from])).toEqual([
      ["deploy/uwsgi.ini", "deploy/uwsgi.ini"],
      ["deploy/nginx.conf", "deploy/nginx.conf"],
      ["main.conf", undefined],
    ]);
    expect(files[1]?.text).toContain("listen 127.0.0.1:8000");
    expect(files[2]?.text).toContain("include /etc/nginx/mime.types;");
    expect(files[2]?.text).toContain("uwsgi_temp_path /tmp/x/temp/uwsgi;");
    expect(files[2]?.text).not.toContain("scgi_temp_path");
    expect([notes, url]).toEqual([[], "http://127.0.0.1:8000/"]);
  });

  it("keeps root's nginx root, a whole nginx.conf whole, and what a site says of its own folders", () => {
    expect(withNginx("", site, { isRoot: true }).programs[1]?.argv.at(-1)).toMatch(/ user root;$/);
    const full = withNginx("nginx: full\n", `events {}\nhttp {\nproxy_temp_path /var/x;\n${site}}\n`);
    expect(full.programs[1]?.argv[4]).toBe("/tmp/x/deploy/nginx.conf");
    expect(full.files.map(({ path }) => path)).toEqual(["deploy/uwsgi.ini", "deploy/nginx.conf"]);
    expect(full.files[1]?.text.match(/proxy_temp_path/g)).toHaveLength(1);
  });

  it("gives each address of the site and of its upstream a port", () => {
    const conf = `upstream shop { server 127.0.0.1:4242; }\nserver { listen 80; listen 81; location / { uwsgi_pass shop; } }\n`;
    const { files } = withNginx("socket: tcp\n", conf);
    expect(files[1]?.text).toMatch(
      /server 127\.0\.0\.1:8002;[\s\S]*listen 127\.0\.0\.1:8000;[\s\S]*listen 127\.0\.0\.1:8001;/,
    );
    expect(files[0]?.text).toContain("socket = 127.0.0.1:8002");
    expect(files[0]?.text).not.toContain("http-socket");
  });

  it.each<[Plan, string[]]>([
    [plan(), ["there is no deploy/nginx.conf: served by uWSGI's own HTTP, so deploy/nginx.conf is not tried"]],
    [
      plan("", { "deploy/nginx.conf": site }),
      ["nginx is not used: served by uWSGI's own HTTP, so deploy/nginx.conf is not tried"],
    ],
    [withNginx("", site, { watch: true }), []],
    [withNginx("", site.replace("80", "443 ssl")), ["TLS is omitted: its certificates are on the server"]],
    [
      withNginx("server: waitress\n", site, {
        watch: true,
        repository: {
          root: "/r",
          app: readApp("name: shop\nserver: waitress\n"),
          texts: { "deploy/nginx.conf": site, "deploy/serve.py": "", "deploy/shop@.service": unit },
          env: {},
        },
      }),
      ["waitress does not restart when a file changes: restart the preview"],
    ],
    [
      withNginx("process_manager: emperor\n", site, {
        repository: {
          root: "/r",
          app: readApp("name: shop\nprocess_manager: emperor\n"),
          texts: { ...texts, "deploy/nginx.conf": site, "deploy/shop-emperor.service": "" },
          env: {},
        },
      }),
      ["the emperor is not started: its vassal runs directly, with the same ini"],
    ],
  ])("says what is otherwise than on the server (%#)", ({ notes }, said) => expect(notes).toEqual(said));

  it("restarts at a change only when it is watched", () => {
    const ini = (watch: boolean) => withNginx("", site, { watch }).files[0]?.text;
    expect([ini(true)?.includes("py-autoreload"), ini(false)?.includes("py-autoreload")]).toEqual([true, false]);
  });
});
