import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { get as plainGet } from "node:http";
import { Agent, get } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import { type BrowserContext, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { httpsProblem } from "../../action/engine/console/tls/https.ts";
import { tls } from "../../action/engine/console/tls/tls.ts";
import { deploy } from "../../action/engine/deploy/deploy.ts";
import { runProcess } from "../../action/engine/process/run.ts";
import { desiredStateOf } from "../../action/engine/targets/server/setup/desired-state-of-app.ts";
import { setUp } from "../../action/engine/targets/server/setup/setup.ts";
import { connect } from "../../action/engine/targets/server/ssh.ts";
import { bootHost, type Host } from "./lib/host.ts";
import { type Ca, openCa } from "./lib/pebble.ts";
import { makeShop, type Shop } from "./lib/shop.ts";
import { effects } from "./lib/site.ts";

const cli = join(import.meta.dirname, "../../generators/cli.ts");
const names = ["shop.example.org", "www.shop.example.org"];
const [canonical = ""] = names;
const current = "/etc/flask-deploy/tls/shop/current";

let host: Host;
let ca: Ca;
let shop: Shop;
beforeAll(async () => {
  host = await bootHost();
  ca = await openCa({ hosts: [host] });
  shop = await makeShop({ domain: names.join(" "), tls: "letsencrypt", tlsServer: ca.directory });
});
afterAll(async () => {
  await ca?.close();
  await host?.stop();
  shop?.remove();
});

const login = (of = shop) => {
  const { address, identityFile, knownHostsFile } = host;
  return { host: address, user: of.app().deploy.user, identityFile, knownHostsFile };
};
async function setup(of = shop) {
  const connection = await connect({ ...login(of), user: "root", run: runProcess });
  const keys = [readFileSync(`${host.identityFile}.pub`, "utf8").trim()];
  try {
    return await setUp(desiredStateOf(of.app(), of.root, { keys, allowConfig: true }), connection);
  } finally {
    await connection.close();
  }
}
const push = (title: string, of = shop) => {
  of.title(title);
  return deploy({ app: of.app(), root: of.root, login: login(of), lockSeconds: 20, runUrl: "" }, effects());
};
const status = (want: "status" | "renew" = "status") =>
  tls({ app: shop.app(), root: shop.root, login: login() }, effects(), want);
/** What is wrong by `tls status`. */
const problem = async () => {
  const { https, at } = await status();
  return httpsProblem(https, at);
};
/** As the timer does; what it says when it fails. */
const renew = async (...words: string[]) => {
  const done = await host.ssh(["/usr/local/lib/flask-deploy/shop", "tls", "renew", ...words]);
  return done.code === 0 ? "" : (done.stderr.trim().split("\n").at(-1) ?? "").replace("flask-deploy: ", "");
};
const lead = async (address = host.address) => {
  for (const name of names) await ca.dns.set(name, ...(address ? [address] : []));
};
/** Nothing of earlier failures holds the next try back. */
const forget = () => host.must("rm -f /var/lib/flask-deploy/shop.tls");
const inUse = () => host.must(`openssl x509 -in ${current}/fullchain.pem -noout -serial | cut -d= -f2`);

/** What a browser that trusts the CA finds on 443. */
const shown = (name: string) =>
  new Promise<{ serial: string; protocol: string | null; alpn: string | false | null; names: string | undefined }>(
    (done, fail) => {
      const socket = connectTls({
        ...{ host: host.address, port: 443, servername: name, ca: ca.root(), ALPNProtocols: ["h2", "http/1.1"] },
      });
      socket.once("error", fail);
      socket.once("secureConnect", () => {
        const { serialNumber, subjectaltname } = socket.getPeerCertificate();
        const seen = { serial: serialNumber, protocol: socket.getProtocol(), alpn: socket.alpnProtocol };
        done({ ...seen, names: subjectaltname });
        socket.destroy();
      });
    },
  );
/** Status and Location by curl on the host, where the names lead to itself and the CA is trusted. */
const curl = async (url: string) => {
  const [code, to = ""] = (
    await host.must(["curl", "-s", "-o", "/dev/null", "-w", "%{http_code} %{redirect_url}", url])
  ).split(" ");
  return to ? `${code} ${to}` : code;
};

describe("a server whose name does not lead to it yet", () => {
  it("is set up, serves by HTTP, and says what is missing", async () => {
    const { status, warnings } = await setup();
    expect(status).toBe("changed");
    // And a person reads it, on whichever stream they look.
    const words = ["setup", `root@${host.address}`, "-i", host.identityFile, "--known-hosts", host.knownHostsFile];
    const told = await runProcess(
      [process.execPath, cli, ...words, "--deploy-key", `${host.identityFile}.pub`, "--json"],
      { cwd: shop.root },
    );
    expect(told.stderr).toContain(`warning: ${warnings[0]}`);
    expect(JSON.parse(told.stdout)).toMatchObject({ status: "ready", warnings });
    expect(warnings.join()).toMatch(
      /^HTTPS is not as it should be: shop\.example\.org has no address in the DNS: make an A record/,
    );
    expect(await push("one")).toMatchObject({ status: "deployed" });
    expect(await curl(`http://${host.address}/`)).toBe("200");
    expect(await problem()).toMatch(
      /^there is no certificate yet, so the site is served by HTTP: shop\.example\.org has no address/,
    );
    const { https, problem: why } = await tls(
      { app: shop.app(), root: shop.root, login: login() },
      effects(),
      "renew",
      true,
    );
    expect([https.pair.signed, why]).toEqual([false, expect.stringMatching(/^shop\.example\.org has no address/)]);
    expect(ca.orders()).toBe(0);
  });

  it("asks no CA while another server answers there", async () => {
    await lead("10.98.0.1");
    const other = await bootHost();
    try {
      await lead(other.address);
      expect(await renew()).toMatch(
        new RegExp(`^shop.example.org leads to ${other.address}, where another server answers \\(404`),
      );
      expect(ca.orders()).toBe(0);
    } finally {
      await other.stop();
    }
  });

  it("tells of a name of several that leads nowhere", async () => {
    await ca.dns.set(canonical, host.address);
    await ca.dns.failing(names[1] ?? "");
    expect(await renew()).toMatch(/^www\.shop\.example\.org has no address/);
    expect(await curl(`http://${canonical}/`)).toBe("200");
  });

  it("gets its certificate behind the next deploy when it leads there", async () => {
    await lead();
    await push("two");
    await expect
      .poll(() => curl(`http://${canonical}/x?y=1`), { timeout: 60_000 })
      .toBe(`308 https://${canonical}/x?y=1`);
    const seen = await shown(canonical);
    expect(seen).toMatchObject({ protocol: "TLSv1.3", alpn: "h2", serial: await inUse() });
    expect(await shown(names[1] ?? "")).toMatchObject({ serial: seen.serial });
    expect(await curl(`https://${canonical}/`)).toBe("200");
    expect(await curl(`https://${names[1]}/a`)).toBe(`308 https://${canonical}/a`);
    expect(await curl(`http://${names[1]}/a`)).toBe(`308 https://${canonical}/a`);
    expect(await problem()).toBe("");
    expect(await setup()).toMatchObject({ status: "ready", warnings: [] });
  });
});

describe("a browser that trusts the CA", () => {
  let browser: BrowserContext;
  const home = mkdtempSync(join(tmpdir(), "fd-browser-"));
  beforeAll(async () => {
    const store = join(home, ".pki/nssdb");
    mkdirSync(store, { recursive: true });
    writeFileSync(join(home, "root.pem"), ca.root());
    execFileSync("certutil", ["-d", `sql:${store}`, "-N", "--empty-password"]);
    execFileSync("certutil", ["-d", `sql:${store}`, "-A", "-t", "C,,", "-n", "test", "-i", join(home, "root.pem")]);
    browser = await chromium.launchPersistentContext(join(home, "profile"), {
      ...{ executablePath: "/usr/bin/chromium", headless: true, env: { ...process.env, HOME: home } },
      args: [
        `--host-resolver-rules=${names.map((name) => `MAP ${name} ${host.address}`).join(", ")}`,
        ..."--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-sync".split(" "),
      ],
    });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(home, { recursive: true, force: true });
  });

  it.each([[`http://${canonical}/`], [`http://${names[1]}/`], [`https://${names[1]}/`]])(
    "is led from %s to the site over HTTP/2, and has nothing to warn of",
    async (from) => {
      const page = await browser.newPage();
      const answer = await page.goto(from);
      expect([answer?.status(), page.url()]).toEqual([200, `https://${canonical}/`]);
      expect(await answer?.securityDetails()).toMatchObject({
        ...{ protocol: "TLS 1.3", issuer: expect.stringContaining("Pebble") },
      });
      const hop = await page.evaluate<string>('performance.getEntriesByType("navigation")[0].nextHopProtocol');
      expect(hop).toBe("h2");
      await page.close();
    },
  );
});

describe("a renewal", () => {
  it("is noticed by nobody: requests over connections that are kept, and a deploy, go on", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 8, ca: ca.root() });
    const once = new Agent({ ca: ca.root() });
    const seen = { answered: 0, again: 0, failed: [] as string[] };
    let stop = false;
    const ask = (retried = false): Promise<void> =>
      new Promise((done) => {
        const request = get(
          `https://${host.address}/`,
          { agent: retried ? once : agent, servername: canonical, headers: { host: canonical } },
          (answer) => {
            answer.resume().once("end", () => {
              if (answer.statusCode === 200) seen.answered++;
              else seen.failed.push(`status ${answer.statusCode}`);
              done();
            });
          },
        );
        request.once("error", (error) => {
          // nginx closes idle connections with a reload: every client asks again then (RFC 9112, 9.3.1).
          if (request.reusedSocket && !retried) {
            seen.again++;
            done(ask(true));
          } else {
            seen.failed.push(error.message);
            done();
          }
        });
      });
    const visitors = Array.from({ length: 8 }, async () => {
      while (!stop) await ask();
    });
    const serials = new Set<string>();
    for (const title of ["three", "four", "five"]) {
      const [deployed, renewed] = await Promise.all([push(title), renew("force")]);
      expect([deployed.status, renewed]).toEqual(["deployed", ""]);
      const { serial } = await shown(canonical);
      expect(serial).toBe(await inUse());
      serials.add(serial);
    }
    stop = true;
    await Promise.all(visitors);
    agent.destroy();
    expect(serials.size).toBe(3);
    expect(seen.failed).toEqual([]);
    expect(seen.answered).toBeGreaterThan(100);
    console.log(`${seen.answered} answered, ${seen.again} asked again on a new connection`);
  });

  it.each([
    ["the CA is down", () => ca.down(), () => ca.up(), /^no certificate from \S+: .*(refused|Max retries|connect)/i],
    [
      "the CA refuses for its limits",
      async () => ca.answering(429),
      async () => ca.answering(200),
      /^no certificate from .*: .*(rate|limit|many)/i,
    ],
    ["the CA is broken", async () => ca.answering(503), async () => ca.answering(200), /^no certificate from /],
    [
      "nginx's configuration was broken by hand",
      () => host.must("echo 'listen 80' >/etc/nginx/conf.d/broken.conf"),
      () => host.must("rm /etc/nginx/conf.d/broken.conf"),
      /^nginx refuses its configuration, so it keeps the certificate that it has: .*broken\.conf/,
    ],
    ["the disk is full", () => host.fillDisk(), () => host.freeDisk(), /No space left|disk/],
  ])("that finds that %s says so, and the site stays on what it had", async (_, breaks, mends, why) => {
    await forget();
    const before = await inUse();
    await breaks();
    const said = await renew("force");
    const answered = await curl(`https://${canonical}/`);
    await mends();
    expect(said).toMatch(why);
    expect([answered, (await shown(canonical)).serial]).toEqual(["200", before]);
  });

  it("waits longer after each failure, and the CA's limit is never reached", async () => {
    await forget();
    await host.must("mv /etc/letsencrypt/live /etc/letsencrypt/former");
    ca.answering(429);
    const before = ca.orders();
    const said = [
      await renew(),
      await renew(),
      await renew("now"),
      await renew("now"),
      await renew("now"),
      await renew("now"),
    ];
    ca.answering(200);
    expect(ca.orders() - before).toBeLessThanOrEqual(4);
    expect(said[1]).toMatch(/^the last try failed .*; the next one is at /);
    expect(said[5]).toMatch(/^four tries failed within the hour, and the CA allows five/);
    await host.must("rm -rf /etc/letsencrypt/live; mv /etc/letsencrypt/former /etc/letsencrypt/live");
    await forget();
    expect(await renew()).toBe("");
  });

  it("may be killed at any moment, by a CA that is slow too", async () => {
    await forget();
    ca.slow(200);
    for (const [n, after] of [0.3, 1.5, 3, 4.5, 6].entries()) {
      const before = [await inUse(), (await shown(canonical)).serial];
      const unit = `renewal-${n}`;
      await host.must(
        `systemd-run -q --collect --unit=${unit} /usr/local/lib/flask-deploy/shop tls renew force; sleep ${after}; systemctl kill -s KILL ${unit} 2>/dev/null; true`,
      );
      expect(await curl(`https://${canonical}/`)).toBe("200");
      const left = [await inUse(), (await shown(canonical)).serial];
      // The former pair or the new one, and at most the reload is missing.
      expect([before.join(), [left[0], before[1]].join(), [left[0], left[0]].join()]).toContain(left.join());
    }
    ca.slow(0);
    expect(await renew("force")).toBe("");
    expect((await shown(canonical)).serial).toBe(await inUse());
    expect(await problem()).toBe("");
  });

  it("that was killed between the link and the reload is finished by the next one", async () => {
    const before = await inUse();
    // As certbot leaves it when nothing behind it ran, and as `tls renew` does when it is killed before nginx is told.
    await host.must(`cp -r ${await host.must(`readlink -f ${current}`)} /root/former`);
    expect(await renew("force")).toBe("");
    const fresh = await inUse();
    await host.must(
      `rm -rf /etc/flask-deploy/tls/shop/${before}; cp -r /root/former /etc/flask-deploy/tls/shop/${before}; ln -sfn ${before} ${current}; systemctl reload nginx; sleep 0.5`,
    );
    expect((await shown(canonical)).serial).toBe(before);
    await host.must(`ln -sfn ${fresh} ${current}`);
    expect(await problem()).toMatch(/^nginx does not serve the certificate in use for shop\.example\.org/);
    expect(await renew()).toBe("");
    expect((await shown(canonical)).serial).toBe(fresh);
  });
});

describe("a second app of the server, behind a proxy", () => {
  let blog: Shop;
  const at = ["blog.example.org"] as const;
  beforeAll(async () => {
    blog = await makeShop({
      ...{ name: "blog", domain: at[0], tls: "letsencrypt", tlsServer: ca.directory },
      // The address by which this machine comes.
      ...{ behind: "10.98.0.1", hsts: 300 },
    });
    await ca.dns.set(at[0], host.address);
  });
  afterAll(() => blog?.remove());
  it("has a certificate of its own, and the first app keeps its own", async () => {
    const before = await inUse();
    expect(await setup(blog)).toMatchObject({ status: "changed", warnings: [] });
    expect(await push("hello", blog)).toMatchObject({ status: "deployed" });
    expect((await shown(at[0])).names).toBe(`DNS:${at[0]}`);
    expect((await shown(canonical)).serial).toBe(before);
    expect(await curl(`https://${at[0]}/`)).toBe("200");
    expect(await curl(`https://${canonical}/`)).toBe("200");
  });

  it("believes the proxy alone in how a visitor came", async () => {
    const hop = (to: string, header = "") =>
      host.must(`curl -s -o /dev/null -w '%{http_code} %header{strict-transport-security}' ${header} ${to}`);
    // From the host itself, which is no proxy of the app's.
    expect(await hop(`http://${at[0]}/`, "-H 'X-Forwarded-Proto: https'")).toBe("308 ");
    expect(await hop(`https://${at[0]}/`)).toBe("200 max-age=300");
    const through = await requestFromHere({ "x-forwarded-proto": "https", "x-forwarded-for": "203.0.113.9" });
    expect(through).toEqual([200, "max-age=300"]);
    expect(await requestFromHere({})).toEqual([308, undefined]);
    expect(await host.must("tail -3 /var/log/nginx/blog.access.log")).toMatch(/^203\.0\.113\.9 /m);
  });

  /** fetch does not let one set Host. */
  const requestFromHere = (headers: Record<string, string>) =>
    new Promise<unknown[]>((done, fail) => {
      plainGet(`http://${host.address}/`, { headers: { host: at[0], ...headers } }, (answer) => {
        answer.resume();
        done([answer.statusCode, answer.headers["strict-transport-security"]]);
      }).once("error", fail);
    });
});

/** Makes a pair at `folder` on the host by certbot's own library, for times that no CA would write. */
const forge = (folder: string, days: readonly [from: number, to: number], covered: readonly string[] = names) =>
  host.must("python3 -", {
    stdin: `
import datetime, os
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization as s
from cryptography.hazmat.primitives.asymmetric import ec
key, now, who = ec.generate_private_key(ec.SECP256R1()), datetime.datetime.utcnow(), x509.Name([])
names = x509.SubjectAlternativeName([x509.DNSName(name) for name in ${JSON.stringify(covered)}])
made = x509.CertificateBuilder().subject_name(who).issuer_name(who).public_key(key.public_key()).serial_number(x509.random_serial_number())
made = made.not_valid_before(now + datetime.timedelta(days=${days[0]})).not_valid_after(now + datetime.timedelta(days=${days[1]})).add_extension(names, True)
os.makedirs(${JSON.stringify(folder)}, exist_ok=True)
open(${JSON.stringify(`${folder}/fullchain.pem`)}, "wb").write(made.sign(key, hashes.SHA256()).public_bytes(s.Encoding.PEM))
open(${JSON.stringify(`${folder}/privkey.pem`)}, "wb").write(key.private_bytes(s.Encoding.PEM, s.PrivateFormat.PKCS8, s.NoEncryption()))
`,
  });

describe("a server that was off, restored or wrong in its time", () => {
  it("gets another certificate for the one that expired meanwhile", async () => {
    await forge("/etc/letsencrypt/live/shop", [-91, -1]);
    await host.must(`cp /etc/letsencrypt/live/shop/*.pem ${current}/; systemctl reload nginx`);
    expect(await problem()).toMatch(/^the certificate expired 1 day ago/);
    expect(await renew()).toBe("");
    expect((await shown(canonical)).serial).toBe(await inUse());
    expect(await problem()).toBe("");
  });

  it("goes on from the state of a month ago", async () => {
    await host.must("tar -C / -cf /root/backup.tar etc/letsencrypt etc/flask-deploy srv/shop/tls var/lib/flask-deploy");
    expect(await renew("force")).toBe("");
    await host.must(
      "rm -rf /etc/letsencrypt /etc/flask-deploy/tls && tar -C / -xf /root/backup.tar && systemctl reload nginx",
    );
    expect(await renew()).toBe("");
    expect((await shown(canonical)).serial).toBe(await inUse());
    expect(await setup()).toMatchObject({ status: "ready", warnings: [] });
  });
});

describe("a certificate that lies on the server", () => {
  const own = "/etc/ssl/shop";
  it("is served as it is, and looked at again each hour", async () => {
    shop.edit("flask-deploy.yml", /^tls: .*\n(tls_server: .*\n)?/m, "tls: files\n");
    shop.commit("Own certificate");
    await forge(own, [-1, 90]);
    expect(await setup()).toMatchObject({ status: "changed", warnings: [] });
    const { stdout } = await host.ssh(
      `openssl s_client -connect 127.0.0.1:443 -servername ${canonical} </dev/null | openssl x509 -noout -serial`,
    );
    expect(stdout.trim()).toBe(`serial=${await inUse()}`);
  });

  it.each([
    [
      "has another's key",
      () => host.must(`openssl genpkey -algorithm EC -pkeyopt ec_paramgen_curve:P-256 -out ${own}/privkey.pem`),
      /^the key \/etc\/ssl\/shop\/privkey\.pem does not belong to the certificate/,
    ],
    [
      "begins in a year, by a clock a year behind",
      () => forge(own, [365, 400]),
      /is valid from 20\d\d-.* on, and the clock of this server says .*: set the clock/,
    ],
    ["has expired", () => forge(own, [-90, -1]), /expired on 20/],
    ["is for other names", () => forge(own, [-1, 90], [canonical]), /is not for www\.shop\.example\.org/],
    ["is gone", () => host.must(`rm ${own}/fullchain.pem`), /^there is no \/etc\/ssl\/shop\/fullchain\.pem/],
  ])("and %s is not taken into use", async (_, spoil, why) => {
    const before = await inUse();
    await spoil();
    expect(await renew()).toMatch(why);
    expect(await inUse()).toBe(before);
  });
});
