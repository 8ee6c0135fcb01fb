import { describe, expect, it } from "vitest";
import { gunicornCopy, uwsgiCopy, waitressCopy } from "../../../../../../action/engine/targets/local/copy/app-copy.ts";
import { foldersNamed, throwaway } from "../../../../../../action/engine/targets/local/copy/throwaway.ts";

const place = throwaway({ name: "shop" }, "/tmp/x");

const socket = "preview.sock";
const none = { socket, ports: [], httpPort: undefined, python: "/p", watch: false };

describe("the copy of uwsgi.ini", () => {
  it("keeps every option on its line, with paths of the throwaway folder and without what needs root", () => {
    const text = [
      "[uwsgi]",
      "socket = /run/shop/$(RELEASE).sock",
      "chdir = /srv/shop/releases/%n",
      "uid = shop",
      "chown_socket = shop:www-data",
      "  daemonize = /var/log/uwsgi/shop.log",
      "# uid = x",
      "stats = /run/shopping.sock",
      "listen = 1024",
      "disable-logging = true",
    ].join("\r\n");
    expect(uwsgiCopy(text, place, none).split("\r\n")).toEqual([
      "[uwsgi]",
      "socket = /tmp/x/run/shop/$(RELEASE).sock",
      "chdir = /tmp/x/srv/shop/releases/%n",
      "# uid = shop",
      "# chown_socket = shop:www-data",
      "  # daemonize = /tmp/x/var/log/uwsgi/shop.log",
      "# uid = x",
      "stats = /run/shopping.sock",
      "# listen = 1024",
      "disable-logging = true",
    ]);
  });

  it("listens also where it is told to, and logs the requests that nobody else would", () => {
    expect(
      uwsgiCopy("[uwsgi]\ndisable-logging = true", place, {
        socket,
        ports: [1, 2],
        httpPort: 3,
        python: "/p",
        watch: true,
      }),
    ).toBe(
      "[uwsgi]\n# disable-logging = true\n[uwsgi]\nsocket = 127.0.0.1:1\nsocket = 127.0.0.1:2\nhttp-socket = 127.0.0.1:3\npy-autoreload = 1\nbinary-path = /p\n",
    );
  });
});

describe("the copy of gunicorn.conf.py", () => {
  it("has the paths of the throwaway folder and becomes nobody else", () => {
    const text = "bind = f\"unix:/run/shop/{os.environ['RELEASE']}.sock\"\nuser = 'shop'\nusers = 1\ndaemon = True\n";
    expect(gunicornCopy(text, place, none)).toBe(
      "bind = f\"unix:/tmp/x/run/shop/{os.environ['RELEASE']}.sock\"\n# user = 'shop'\nusers = 1\n# daemon = True\nworker_tmp_dir = \"/tmp/x\"\n",
    );
  });
});

describe("the copy of gunicorn.conf.py without nginx", () => {
  it("listens on its socket and on the port", () => {
    expect(gunicornCopy("bind = 'x'\n", place, { socket, ports: [1], httpPort: 2, python: "/p", watch: true })).toBe(
      'bind = \'x\'\nbind = ["unix:/tmp/x/run/shop/preview.sock","127.0.0.1:1","127.0.0.1:2"]\nworker_tmp_dir = "/tmp/x"\naccesslog = "-"\npreload_app = False\nreload = True\n',
    );
  });
});

describe("the copy of serve.py", () => {
  const text = 'path = f"/run/shop/x.sock"\nserver = create_server(app, waiting, **settings)\nserver.run()\n';

  it("has the paths of the throwaway folder", () => {
    expect(waitressCopy(text, place, none)).toBe(text.replace("/run", "/tmp/x/run"));
  });

  it("listens on ports as well, with the same settings, on the line that it had", () => {
    const lines = waitressCopy(text, place, { ...none, ports: [1, 2], httpPort: 3 }).split("\n");
    expect(lines).toHaveLength(4);
    expect(lines[1]).toBe(
      'create_server(app, waiting, listen="127.0.0.1:1 127.0.0.1:2 127.0.0.1:3", **{key: settings[key] for key in settings if "socket" not in key}); server = create_server(app, waiting, **settings)',
    );
  });
});

describe("a throwaway folder", () => {
  it("knows which of its folders a config needs", () => {
    expect(foldersNamed('error_log "/tmp/x/var/log/nginx/shop/error.log"; x /tmp/x/run/shop/a.sock;', place)).toEqual([
      "/tmp/x/var/log/nginx/shop",
      "/tmp/x/run/shop",
    ]);
  });

  it("speaks of the repository's files in messages", () => {
    expect(place.outside('unknown directive in /tmp/x/deploy/nginx.conf:3, "/tmp/x/srv/shop/current" x')).toBe(
      'unknown directive in deploy/nginx.conf:3, "/srv/shop/current" x',
    );
  });
});
