import { describe, expect, it } from "vitest";
import {
  authorize,
  command,
  file,
  folder,
  link,
  pendingMark,
  type SiteWish,
  shown,
  site,
} from "../../../../../../action/engine/targets/server/setup/step.ts";

const lines = (step: { readonly script: string }) => step.script.split("\n");
/** Where each of these first lies in a script, which has all of them. */
const places = (step: { readonly script: string }, ...words: readonly string[]) =>
  words.map((word) => {
    const at = lines(step).findIndex((line) => line.includes(word));
    expect(at, word).toBeGreaterThanOrEqual(0);
    return at;
  });
const inOrder = (step: { readonly script: string }, ...words: readonly string[]) => {
  const at = places(step, ...words);
  expect(at).toEqual(at.toSorted((a, b) => a - b));
};

describe("each step", () => {
  it("ends at its first failure, and makes nothing that others may read before it has its mode", () => {
    for (const step of [command("x", ["true"]), file({ path: "/a", content: "", mode: "0644" }), link("/a", "/b")])
      expect(lines(step).slice(0, 2)).toEqual(["set -eu", "umask 077"]);
  });

  it("is shown with what it reads, but not with what all begin with", () => {
    expect(shown(command("x", ["echo", "a b"], ["true"]))).toBe("echo 'a b'\ntrue");
    const step = file({ path: "/a", content: "one\ntwo\n", mode: "0644" });
    expect(shown(step)).toMatch(/^cat > \/a\.new\n[\s\S]*\n<<<\none\ntwo\n>>>$/);
  });

  it("gives a link its name in one move", () =>
    expect(lines(link("/a", "b")).slice(2)).toEqual(["ln -sfn b /a.new", "mv -fT /a.new /a"]));
});

describe("a file", () => {
  it("is whole, root's and checked before it has its name", () => {
    const check = ["visudo", "-c", "{}"];
    const step = file({ path: "/etc/sudoers.d/shop", content: "text", mode: "0440", check });
    expect(step).toMatchObject({ title: "write /etc/sudoers.d/shop", stdin: "text" });
    expect(lines(step).slice(2)).toEqual([
      ...["mkdir -p -m 0755 /etc/sudoers.d", "cat > /etc/sudoers.d/shop.new"],
      ...["chown root:root /etc/sudoers.d/shop.new", "chmod 0440 /etc/sudoers.d/shop.new"],
      "visudo -c /etc/sudoers.d/shop.new || { rm -f /etc/sudoers.d/shop.new; exit 1; }",
      "mv -fT /etc/sudoers.d/shop.new /etc/sudoers.d/shop",
    ]);
  });

  it("makes no folder but those of settings, and needs no check", () =>
    expect(lines(file({ path: "/etc/x/y", content: "", mode: "0644" })).slice(2)).toEqual([
      ...[
        "cat > /etc/x/y.new",
        "chown root:root /etc/x/y.new",
        "chmod 0644 /etc/x/y.new",
        "mv -fT /etc/x/y.new /etc/x/y",
      ],
    ]));
});

it("follows no link where a folder is to be, and sets all five digits of its mode", () => {
  const step = folder({ path: "/srv/a b", mode: "755", owner: "root", group: "shop", why: "" });
  expect(step.title).toBe("create /srv/a b (755 root:shop)");
  expect(lines(step)[2]).toMatch(/^if \[ -L '\/srv\/a b' \]; then echo '.* is a link: .*' >&2; exit 1; fi$/);
  expect(lines(step).slice(3)).toEqual([
    ...["[ -d '/srv/a b' ] || mkdir '/srv/a b'", "chown root:shop '/srv/a b'", "chmod 00755 '/srv/a b'"],
  ]);
});

describe("a login's key", () => {
  const step = authorize("ann", "ssh-ed25519 AAAAblob of ann");

  it("may do what a deploy needs and no more, and replaces a line that may do more", () => {
    expect(step).toMatchObject({
      title: "let ann log in with the key of ann",
      stdin: "restrict,pty ssh-ed25519 AAAAblob of ann\n",
    });
    expect(step.script).toContain("runuser -u ann -- sh -c ");
    expect(step.script).toContain("grep -vF AAAAblob");
    inOrder(
      step,
      "set -eu",
      "umask 077",
      "cd ",
      "mkdir -p .ssh",
      "authorized_keys.new",
      "mv -f .ssh/authorized_keys.new",
    );
  });

  it("without a comment is called by its end", () =>
    expect(authorize("ann", "ssh-ed25519 AAAA0123456789abcdef").title).toBe(
      "let ann log in with the key 0123456789abcdef",
    ));
});

describe("a site", () => {
  const path = "/etc/nginx/sites-available/shop.conf";
  const wish: SiteWish = {
    ...{ path, content: "server {}" },
    link: { path: "/etc/nginx/sites-enabled/shop.conf", to: "../sites-available/shop.conf" },
    removes: ["/etc/nginx/sites-enabled/default"],
  };
  const mark = pendingMark("shop");
  const step = site("shop", wish);

  it("is tested where it lies, and nginx is told only then", () => {
    expect(step.title).toBe(`let nginx serve shop: ${path}, instead of /etc/nginx/sites-enabled/default`);
    expect(step.stdin).toBe("server {}");
    inOrder(
      step,
      `: > ${mark}`,
      `cat > ${path}.setup-new`,
      `ln ${path} ${path}.setup-old`,
      `mv -fT ${path}.setup-new ${path}`,
    );
    inOrder(
      step,
      `mv -fT ${path}.setup-new`,
      "ln -sfn ../sites-available/shop.conf",
      "nginx -t",
      "systemctl reload-or-restart",
    );
    inOrder(step, "mv -fT /etc/nginx/sites-enabled/default /etc/nginx/sites-available/default.setup-old", "nginx -t");
    const workers = places(step, "workers=$(", "systemctl reload-or-restart", "for worker in");
    expect(workers).toEqual(workers.toSorted((a, b) => a - b));
    expect(lines(step).at(-1)).toBe(`rm -f ${mark}`);
  });

  it("that nginx refuses leaves all as it was, and nothing to tell it", () => {
    const refused = lines(step).slice(places(step, "nginx -t")[0]);
    expect(refused.slice(0, refused.indexOf("fi") + 1)).toEqual([
      "if ! said=$(nginx -t 2>&1); then",
      `  if [ -e ${path}.setup-old ]; then mv -fT ${path}.setup-old ${path}; else rm -f ${path} /etc/nginx/sites-enabled/shop.conf; fi`,
      "  if [ -e /etc/nginx/sites-available/default.setup-old ]; then mv -fT /etc/nginx/sites-available/default.setup-old /etc/nginx/sites-enabled/default; fi",
      `  rm -f ${mark}`,
      `  printf '%s\\n' "$said" >&2; exit 1`,
      "fi",
    ]);
    expect(refused).toContain(`rm -f ${path}.setup-old /etc/nginx/sites-available/default.setup-old`);
  });

  it("needs neither a link nor somebody to replace", () => {
    const alone = site("shop", { path: "/etc/nginx/conf.d/shop.conf", content: "", removes: [] });
    expect(alone.title).toBe("let nginx serve shop: /etc/nginx/conf.d/shop.conf");
    expect(alone.script).not.toMatch(/ln -s|sites-/);
    expect(alone.script).toContain("else rm -f /etc/nginx/conf.d/shop.conf; fi");
  });
});
