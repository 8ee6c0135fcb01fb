import { spawn, spawnSync } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { get } from "node:https";
import { networkInterfaces } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { connect, type PeerCertificate } from "node:tls";
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from "vitest";
import type { Finished } from "../../action/engine/process/run.ts";
import { bootHost, type Host } from "./lib/host.ts";
import { type Ca, openCa } from "./lib/pebble.ts";

const names = ["shop.test", "www.shop.test"] as const;
const validity = 3600;

let host: Host;
let ca: Ca;
beforeAll(async () => {
  host = await bootHost();
  ca = await openCa({ hosts: [host], validity });
  for (const name of names) await ca.dns.set(name, host.address);
  await host.must("mkdir /srv/challenge; rm /etc/nginx/sites-enabled/default");
  await nginx("listen 80; root /srv/challenge;");
});
afterAll(async () => {
  await ca?.close();
  await host?.stop();
});

const nginx = (server: string) =>
  host.must("cat >/etc/nginx/conf.d/site.conf && systemctl restart nginx", { stdin: `server { ${server} }` });

/** No option says whom to trust: the host does. */
const certbot = (asked: readonly string[], ...more: readonly string[]): Promise<Finished> =>
  host.ssh([
    ...["certbot", "certonly", "--non-interactive", "--agree-tos", "--register-unsafely-without-email"],
    ...["--server", ca.directory, "--webroot", "--webroot-path", "/srv/challenge"],
    ...[...asked.flatMap((name) => ["--domain", name]), ...more],
  ]);

const logged = () => readFileSync(join(host.root, "var/log/letsencrypt/letsencrypt.log"), "utf8");
/** Of the last refusal; Debian 12's certbot says "AttributeError: can't set attribute" to its terminal instead. */
const saidByCa = () => [...logged().matchAll(/^acme\.messages\.Error: (.*)$/gm)].at(-1)?.[1];

/** The certificate that nginx shows for a name; an error when it does not lead to that root, or is for another name. */
const shown = (name: string, root: string): Promise<PeerCertificate> =>
  new Promise((done, fail) => {
    const socket = connect({ host: host.address, port: 443, servername: name, ca: root });
    socket.once("error", fail);
    socket.once("secureConnect", () => {
      done(socket.getPeerCertificate());
      socket.destroy();
    });
  });

describe("a CA for tests", () => {
  it("gives certbot a certificate for two names, which visitors accept", async () => {
    const { code, stdout, stderr } = await certbot(names);
    expect(code, stdout + stderr).toBe(0);
    expect([ca.orders(), ca.issued()]).toEqual([1, 1]);
    const live = "/etc/letsencrypt/live/shop.test";
    await host.must("echo hello >/srv/challenge/index.html");
    await nginx(`listen 80; listen 443 ssl; root /srv/challenge;
      ssl_certificate ${live}/fullchain.pem; ssl_certificate_key ${live}/privkey.pem;`);
    for (const name of names) {
      const { valid_from, valid_to } = await shown(name, ca.root());
      expect(Date.parse(valid_to) - Date.parse(valid_from)).toBe((validity - 1) * 1000);
      expect(await host.must(["curl", "-sS", `https://${name}/`])).toBe("hello");
    }
    await expect(shown("shop.test", readFileSync(ca.caFile, "utf8"))).rejects.toThrow("certificate");
    await expect(shown("other.test", ca.root())).rejects.toThrow("other.test");
  });

  it("makes clients try again by rejecting nonces", async () => {
    expect(logged()).toMatch(/Retrying request after error:\n.*badNonce/);
  });

  it("refuses names that it cannot check, each for its own reason", async () => {
    // Below the addresses of test hosts; and one that no machine routes.
    await ca.dns.set("elsewhere.test", "10.98.0.2");
    await ca.dns.set("by-ipv6.test", host.address, "fe80::1");
    await ca.dns.set("nowhere.test");
    await ca.dns.failing("broken.test");
    const before = ca.issued();
    const { code, stdout } = await certbot(["elsewhere.test", "by-ipv6.test", "nowhere.test", "broken.test"]);
    expect(code).toBe(1);
    const detail = (name: string) => new RegExp(`Domain: ${name}\\n.*\\n +Detail: (.*)`).exec(stdout)?.[1];
    expect(detail("elsewhere.test")).toContain("dial tcp 10.98.0.2:80");
    expect(detail("by-ipv6.test")).toContain("dial tcp [fe80::1]:80");
    expect(detail("nowhere.test")).toContain("could not resolve");
    expect(detail("broken.test")).toContain("could not resolve");
    expect(ca.issued()).toBe(before);
  });

  it("has hosts resolve its names as it does, and all others as before", async () => {
    const resolved = async (name: string) => (await host.ssh(["getent", "ahosts", name])).stdout;
    await ca.dns.set("seen.test", host.address, "fd98::1");
    expect(await resolved("seen.test")).toContain(host.address);
    expect(await resolved("seen.test")).toContain("fd98::1");
    const through = new Resolver();
    through.setServers([ca.dns.resolver]);
    await ca.dns.allow("seen.test", "another-ca.test");
    expect(await through.resolveCaa("seen.test")).toMatchObject([{ issue: "another-ca.test" }]);
    await ca.dns.failing("seen.test");
    expect(await resolved("seen.test")).toBe("");

    const toLookUp = (resolver: Resolver) => resolver.resolve4("unknown.invalid").catch(({ code }) => code);
    // Of a name that it does not know, the CA's own name server says that it has no data.
    expect(await toLookUp(through)).not.toBe("ENODATA");
    expect(await toLookUp(through)).toBe(await toLookUp(new Resolver()));
  });

  it("answers as a limit, and as an outage", async () => {
    onTestFinished(() => ca.answering(200));
    const before = ca.orders();
    ca.answering(429);
    expect((await certbot(["lost.test"])).code).toBe(1);
    expect(saidByCa()).toMatch(/^urn:ietf:params:acme:error:rateLimited .* too many certificates already issued/);
    expect(ca.orders()).toBe(before + 1);
    ca.answering(503, { retryAfter: 7 });
    expect((await certbot(["lost.test"])).code).toBe(1);
    expect(saidByCa()).toMatch(/^urn:ietf:params:acme:error:serverInternal .* down for maintenance$/);
    const [answer] = await once(get(ca.directory, { ca: readFileSync(ca.caFile) }), "response");
    expect([answer.statusCode, answer.headers["retry-after"]]).toEqual([503, "7"]);
    answer.resume();
  });

  it("is away, and comes back with the same root", async () => {
    await ca.down();
    expect((await certbot(names, "--force-renewal")).stderr).toContain("Connection refused");
    await ca.up();
    const before = await shown("shop.test", ca.root());
    const { code, stderr } = await certbot(names, "--force-renewal", "--deploy-hook", "systemctl reload nginx");
    expect(code, stderr).toBe(0);
    const { serialNumber } = new X509Certificate(
      readFileSync(join(host.root, "etc/letsencrypt/archive/shop.test/cert2.pem")),
    );
    await expect.poll(async () => (await shown("shop.test", ca.root())).serialNumber).toBe(serialNumber);
    expect(serialNumber).not.toBe(before.serialNumber);
  });

  it("is slow when told to be", async () => {
    onTestFinished(() => ca.slow(0));
    ca.slow(400);
    const began = performance.now();
    await host.must(["curl", "-sSo", "/dev/null", ca.directory]);
    expect(performance.now() - began).toBeGreaterThan(399);
  });

  it("stands beside others, and goes with the process that opened it, however that ends", async () => {
    const opener = `import { openCa } from ${JSON.stringify(join(import.meta.dirname, "lib/pebble.ts"))};
      const ca = await openCa(); console.log(ca.caFile, ca.dns.resolver);`;
    const other = spawn(process.execPath, ["--input-type=module", "-e", opener], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    const [line] = await once(createInterface({ input: other.stdout }), "line");
    const [caFile, address] = line.split(" ");
    const addresses = () => networkInterfaces().lo?.map((one) => one.address);
    const folder = dirname(caFile);
    const programs = () => spawnSync("pgrep", ["-f", folder], { encoding: "utf8" }).stdout;
    expect(addresses()).toEqual(expect.arrayContaining([address, ca.dns.resolver]));
    expect(address).not.toBe(ca.dns.resolver);
    expect(programs()).not.toBe("");
    other.kill("SIGKILL");
    await expect
      .poll(() => [existsSync(folder), addresses()?.includes(address), programs()], { timeout: 10_000 })
      .toEqual([false, false, ""]);
  });
});
