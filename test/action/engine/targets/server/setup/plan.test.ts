import { describe, expect, it } from "vitest";
import type { DesiredState } from "../../../../../../action/engine/targets/server/setup/desired-state.ts";
import { readFacts } from "../../../../../../action/engine/targets/server/setup/facts/facts.ts";
import { paths } from "../../../../../../action/engine/targets/server/setup/layout.ts";
import { planSetup } from "../../../../../../action/engine/targets/server/setup/plan.ts";
import { facts, nginx, titles, wish } from "./facts.ts";

it("takes a bare server's package manager from what is there", () => {
  expect(titles(facts("program dnf"), wish)[0]).toBe("install nginx, python3, logrotate, sudo");
  expect(titles(facts("program apt-get"), wish)[0]).toBe("install nginx, python3, python3-venv, logrotate, sudo");
  expect(titles(facts("program dnf"), wish).join("\n")).toMatch(
    /nginx serve shop: \/etc\/nginx\/conf\.d\/shop\.conf$/m,
  );
  expect(titles(facts(), wish)).toEqual([expect.stringMatching(/Some Linux 9 has neither apt-get nor dnf/)]);
});

it("takes nginx's folder and account from its own configuration", () => {
  const seen = facts(
    "program apt-get",
    ...nginx,
    "nginx-user web",
    "nginx-sites conf.d",
    "user web:x:9:9::/:/bin/false",
    "groups web www-data shop",
  );
  const said = titles(seen, wish).join("\n");
  expect(said).toContain("take web out of the group shop");
  expect(said).toContain("/etc/nginx/conf.d/shop.conf");
});

it("switches Debian's page off only when the app answers to any name, and nobody changed that page", () => {
  const debian = [
    ...nginx,
    "program apt-get",
    "nginx-user www-data",
    "user www-data:x:33:33::/:/bin/false",
    "nginx-sites sites-enabled",
    "site /etc/nginx/sites-enabled/default",
  ];
  const stock = facts(...debian, "stock /etc/nginx/sites-available/default");
  expect(titles(stock, wish).join()).toContain("instead of /etc/nginx/sites-enabled/default");
  expect(titles(stock, { ...wish, app: { ...wish.app, domain: "shop.example" } }).join()).not.toContain("instead of");
  expect(titles(facts(...debian), wish)).toEqual([expect.stringMatching(/was changed by somebody/)]);
});

it("replaces a whole nginx.conf only where that switches nobody off", () => {
  const full = {
    ...wish,
    app: { ...wish.app, nginx: "full" as const },
    files: new Map([...wish.files, ["deploy/nginx.conf", "user www-data;\n"]]),
  };
  const seen = ["file /etc/nginx/nginx.conf 644 root root abc", ...nginx, "user www-data:x:33:33::/:/bin/false"];
  expect(titles(facts(...seen), full).join()).toContain("nginx serve shop: /etc/nginx/nginx.conf");
  expect(titles(facts(...seen, "site /etc/nginx/conf.d/blog.conf"), full)).toEqual([
    expect.stringMatching(/switch off \/etc\/nginx\/conf.d\/blog.conf/),
  ]);
  expect(titles(facts(...nginx.filter((line) => !line.includes("www-data")), "nginx-user nginx"), full)).toEqual([
    expect.stringMatching(/no such account.*Write `user nginx;`/),
  ]);
});

it("names every problem at once", () => {
  const bad = facts("program apt-get", "python 3.9", "user shop:x:1000:1000::/home/shop:/bin/bash").isRoot;
  expect(bad).toBe(true);
  const said = titles(facts("program apt-get", "python 3.9", "user shop:x:1000:1000::/home/shop:/bin/bash"), {
    ...wish,
    files: new Map(),
  });
  expect(said[0]).toContain("`npx create-flask-deploy update` merges it in");
  expect(said.map((text) => text.split(" ").slice(0, 3).join(" "))).toEqual([
    "deploy/nginx.conf is missing:",
    "deploy/shop@.socket is missing:",
    "deploy/shop@.service is missing:",
    "the server has",
    "the server's python3",
  ]);
});

it("takes no name that is somebody else's", () => {
  const said = (...lines: string[]) => titles(facts("program apt-get", ...nginx, ...lines), wish);
  const own = "user shop:x:998:998::/srv/shop:/usr/sbin/nologin";
  expect(said(own, "gid 998")).not.toContainEqual(expect.stringMatching(/already/));
  for (const [line, path] of [
    ["taken unit /usr/lib/systemd/system/shop@.service", "/usr/lib/systemd/system/shop@.service"],
    ["taken folder /run/shop", "/run/shop"],
    ["taken folder /srv/shop", "/srv/shop"],
    ["user shop:x:5:5::/var/lib/shop:/usr/sbin/nologin", "account shop"],
    ["gid 44", "group shop"],
  ] as const)
    expect(said(line), line).toEqual([expect.stringContaining(path)]);
});

it("writes beside the socket what is otherwise on this server", () => {
  const seen = facts(
    "program dnf",
    ...nginx,
    "nginx-user nginx",
    "user nginx:x:9:9::/:/bin/false",
    "groups nginx nginx",
  );
  const override = (...args: Parameters<typeof planSetup>) =>
    planSetup(...args).steps.find(({ title }) => title.includes("shop@.socket.d"))?.stdin;
  expect(override(seen, wish)).toMatch(/^\[Socket\]\nSocketGroup=nginx\n$/m);
  expect(override(facts("program apt-get", ...nginx), { ...wish, login: "ann" })).toMatch(
    /^\[Socket\]\nSocketUser=ann\n$/m,
  );
  expect(override(facts("program apt-get", ...nginx, "groups www-data www-data"), wish)).toBeUndefined();
});

it("does not cut an app off from its name server", () => {
  const files = new Map([
    ...wish.files,
    ["deploy/shop@.service", "[Service]\nIPAddressDeny=169.254.169.254 fd00::1\n"],
  ]);
  expect(titles(facts("program apt-get", ...nginx, "nameserver 169.254.169.254"), { ...wish, files })).toEqual([
    expect.stringMatching(/deploy\/shop@\.service keeps the app from 169\.254\.169\.254/),
  ]);
});

it("names the site that answers to any name already", () => {
  const seen = facts(
    "program apt-get",
    ...nginx,
    "site /etc/nginx/conf.d/blog.conf",
    "site-for-any /etc/nginx/conf.d/blog.conf",
    "user nginx:x:9:9::/:/bin/false",
    "nginx-user nginx",
  );
  expect(titles(seen, wish)).toEqual([expect.stringMatching(/blog\.conf answers to any name already/)]);
  expect(titles(seen, { ...wish, app: { ...wish.app, domain: "shop.example" } }).join()).not.toMatch(/blog/);
});

it("asks for no account and no sudo when root deploys", () => {
  const said = titles(facts("program apt-get", ...nginx), { ...wish, login: "root", keys: [] }).join("\n");
  expect(said).not.toMatch(/sudoers|account root|put root/);
});

it("brings socket and proxy only for TCP, supervisor only for supervisor", () => {
  const of = (app: Partial<DesiredState["app"]>) =>
    titles(facts("program apt-get"), { ...wish, app: { ...wish.app, ...app } }).join("\n");
  expect(of({})).not.toMatch(/shop\.socket|supervisor|front/);
  expect(of({ socket: "tcp" })).toMatch(/shop\.socket[\s\S]*shop-proxy\.service[\s\S]*start shop\.socket/);
  expect(of({ processManager: "supervisor" })).toMatch(/install .*supervisor[\s\S]*shop\.supervisor\.conf/);
});

it("does not take a look that broke off for a bare server", () => {
  expect(() => readFacts("uid 0\nsystemd yes\n")).toThrow(/broke off/);
});

describe("HTTPS", () => {
  const site = `server { listen 443 ssl; ssl_certificate ${paths("shop").tls}/current/fullchain.pem; }\n`.replaceAll(
    "; ",
    ";\n",
  );
  const over = (app: Partial<DesiredState["app"]>): DesiredState => ({
    ...wish,
    app: { ...wish.app, domain: "shop.example.org www.shop.example.org", tls: "letsencrypt", ...app },
    files: new Map([...wish.files, ["deploy/nginx.conf", site]]),
  });
  const ready = ["program apt-get", ...nginx, "user www-data:x:33:33::/:/bin/false"];

  it("needs certbot for a CA alone, a pair with which nginx starts, and a timer", () => {
    const said = titles(facts(...ready), over({}));
    expect(said[0]).toBe("install certbot");
    expect(said).toContain("create /etc/flask-deploy/tls/shop (700 root:root)");
    expect(said).toContain("create /srv/shop/tls (755 root:root)");
    expect(said).toContain("write /etc/systemd/system/shop-tls.timer");
    expect(said).toContain("enable shop-tls.timer");
    // nginx does not start without the files, so they are there before the site.
    const [pair, served] = ["make a certificate that nobody signed", "let nginx serve shop"].map((start) =>
      said.findIndex((title) => title.startsWith(start)),
    );
    expect(pair).toBeGreaterThan(0);
    expect(served).toBeGreaterThan(pair as number);
    expect(titles(facts(...ready), over({ tls: "files" }))[0]).not.toContain("certbot");
  });

  it("makes that pair once, for the first name", () => {
    const { steps } = planSetup(facts(...ready), over({}));
    const script = steps.find(({ title }) => title.startsWith("make a certificate"))?.script;
    expect(script).toContain("/CN=shop.example.org");
    expect(script).toContain("subjectAltName=DNS:shop.example.org");
    const there = titles(facts(...ready, "link /etc/flask-deploy/tls/shop/current 3C1D"), over({})).join();
    expect(there).not.toContain("nobody signed");
  });

  it("stops the timer of an app that has none any more", () => {
    const seen = facts(...ready, "file /etc/systemd/system/shop-tls.timer 644 root root abc");
    expect(titles(seen, wish)).toContain("stop renewing the certificate of shop");
    expect(titles(facts(...ready), wish).join()).not.toContain("stop renewing");
  });

  it.each([
    [
      "letsencrypt",
      "server { listen 80; }\n",
      /^flask-deploy\.yml says tls: letsencrypt, and deploy\/nginx\.conf does not serve \S+fullchain\.pem\. Run/,
    ],
    ["none", site, /^deploy\/nginx\.conf serves \S+fullchain\.pem, and flask-deploy\.yml says tls: none/],
  ] as const)("is the same in both files: %s", (tls, text, why) => {
    const files = new Map([...wish.files, ["deploy/nginx.conf", text]]);
    expect(titles(facts(...ready), { ...over({ tls }), files })).toEqual([expect.stringMatching(why)]);
  });
});
