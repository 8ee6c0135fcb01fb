import { createHash, generateKeyPairSync } from "node:crypto";
import { chmodSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { join } from "node:path";
import { createServer as createTlsServer } from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { readApp } from "../../../../../action/engine/app/app.ts";
import { doctor } from "../../../../../action/engine/console/doctor/doctor.ts";
import { localFacts, tryPort } from "../../../../../action/engine/console/doctor/local-facts.ts";
import type { Finished, ProcessRunner } from "../../../../../action/engine/process/run.ts";
import type { Login } from "../../../../../action/engine/targets/server/login.ts";
import { finished, repository } from "../../repository.ts";
import { serverSaying } from "../asked.ts";
import { healthy } from "./healthy.ts";

const pem = (kind: string, base64: string) => `-----BEGIN ${kind}-----\n${base64}\n-----END ${kind}-----\n`;
/** Of "localhost", signed by itself, for a hundred years. */
const tls = {
  key: pem(
    "PRIVATE KEY",
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQg40APLpASZDdARHLjjUc9aE90S5wfjUcizvTL2s6MoOmhRANCAARM9J9n9VYveK65u32Wm9qfNmT04qipQScv5P6Iw+IPeE1XB2pyHi0mDM7dRWUFHI1/6c6tiTFQc6ckMDdxVfqb",
  ),
  cert: pem(
    "CERTIFICATE",
    "MIIBlDCCATugAwIBAgIUGMzx0L7ykZf7cExqwiUKsExkTwowCgYIKoZIzj0EAwIwFDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMjAzNTI0MloYDzIxMjYxMDI5MDM1MjQyWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAARM9J9n9VYveK65u32Wm9qfNmT04qipQScv5P6Iw+IPeE1XB2pyHi0mDM7dRWUFHI1/6c6tiTFQc6ckMDdxVfqbo2kwZzAdBgNVHQ4EFgQU44NpnNjxMlzH3F0gf3+6Bc+kNWswHwYDVR0jBBgwFoAU44NpnNjxMlzH3F0gf3+6Bc+kNWswDwYDVR0TAQH/BAUwAwEB/zAUBgNVHREEDTALgglsb2NhbGhvc3QwCgYIKoZIzj0EAwIDRwAwRAIgXi4y6TzqHKJSeuwheZY5xd1/frMuTQ+fVjehUQMybZ4CIBw9PKQfrAvfSEwaz5thEtzbGTJ3z9oBq1cSuzmrDmoR",
  ),
};
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});
async function listening(server: ReturnType<typeof createServer>): Promise<number> {
  server.on("connection", (socket) => socket.on("error", () => {}));
  closing.push(() => server.close());
  await new Promise<void>((done) => server.listen(0, "localhost", done));
  return (server.address() as AddressInfo).port;
}
const open = () => listening(createServer((socket) => socket.resume()));
async function shut(): Promise<number> {
  const server = createServer();
  const port = await listening(server);
  await new Promise((done) => server.close(done));
  return port;
}

const answers = (body: string | null, init: ResponseInit = {}) => {
  const asked: string[] = [];
  const fetch: typeof globalThis.fetch = async (url, options) => {
    expect(options).toMatchObject({ redirect: "manual", signal: expect.any(AbortSignal) });
    asked.push(String(url));
    return new Response(body, init);
  };
  return { asked, fetch };
};
const login: Login = { host: "127.0.0.1", user: "deploy-shop" };
/** ssh as it tells of itself where its user's configuration leads. */
const configured =
  (said: string | Error): ProcessRunner =>
  async (argv, options) => {
    expect([argv.slice(-3), options?.timeoutMs, options?.env]).toEqual([
      ["-G", "--", "127.0.0.1"],
      4000,
      { HOME: "/h" },
    ]);
    if (said instanceof Error) throw said;
    return finished({ stdout: said });
  };
const localhost = (more: string | Error = "") => configured(more === "" ? "hostname 127.0.0.1\nport 22\n" : more);
const here = (
  yaml: string,
  more: { login?: Partial<Login>; root?: string; ssh?: string | Error; fetch?: typeof fetch },
) =>
  localFacts(
    { app: readApp(`name: shop\n${yaml}`), root: more.root ?? repository(), login: { ...login, ...more.login } },
    { run: localhost(more.ssh), env: { HOME: "/h" }, fetch: more.fetch ?? answers("").fetch },
  );

describe("what is seen without a login", () => {
  it.each<[string | Error, Partial<Login>, object]>([
    ["hostname 192.0.2.7\nport 2222\nproxyjump none\n", {}, { host: "192.0.2.7", port: 2222, jumps: false }],
    ["hostname 192.0.2.7\nproxyjump a.example.org\n", {}, { host: "192.0.2.7", port: 22, jumps: true }],
    ["proxycommand nc %h %p\n\n", { port: 2200 }, { host: "127.0.0.1", port: 2200, jumps: true }],
    [new Error("spawn ssh ENOENT"), {}, { host: "127.0.0.1", port: 22, jumps: false }],
  ])("is where ssh goes when it says %j", async (said, login, ssh) => {
    const seen = await here("deploy: {url: 'http://127.0.0.1:1'}\n", { ssh: said, login });
    expect(seen).toMatchObject({ ssh, ports: { ssh: "open" } });
  });

  it.each<[string, string, object, string]>([
    ["", "listen 81;", { host: "127.0.0.1", port: 81, tls: false }, "http://127.0.0.1:81/"],
    ["", "", { host: "127.0.0.1", port: 80, tls: false }, "http://127.0.0.1/"],
    ["domain: localhost\n", "listen 81;", { host: "localhost", port: 81, tls: false }, "http://localhost:81/"],
    ["deploy: {url: 'http://localhost'}\n", "", { host: "localhost", port: 80, tls: false }, "http://localhost/"],
    ["deploy: {url: 'https://localhost:1'}\n", "", { host: "localhost", port: 1, tls: true }, "https://localhost:1/"],
    ["deploy: {url: 'https://localhost'}\n", "", { host: "localhost", port: 443, tls: true }, "https://localhost/"],
    ["deploy: {url: 'http://[::1]:82'}\n", "", { host: "::1", port: 82, tls: false }, "http://[::1]:82/"],
    [
      "deploy: {url: 'http://localhost', smoke: {path: /up}}\n",
      ...(["", { host: "localhost" }, "http://localhost/up"] as const),
    ],
  ])("is where visitors go, with %j and a site that has %j", async (yaml, site, at, url) => {
    const { asked, fetch } = answers("hello", { headers: { "retry-after": "300" } });
    const root = repository({ "deploy/nginx.conf": `server {\n${site}\n}\n` });
    const seen = await here(yaml, { root, fetch });
    expect(seen).toMatchObject({ site: at, answer: { url, status: 200, retryAfter: true, error: "" } });
    expect(asked).toEqual([url]);
    const sha256 = createHash("sha256").update(`server {\n${site}\n}\n`).digest("hex");
    expect(seen.files).toMatchObject({ "deploy/nginx.conf": sha256, "deploy/shop@.service": "" });
  });

  it("is each name's address, once", async () => {
    const seen = await here("deploy: {url: 'http://no.invalid:1'}\n", {});
    expect(seen.names).toEqual({ "127.0.0.1": ["127.0.0.1"], "no.invalid": [] });
    expect(seen).toMatchObject({ ports: { site: "unreachable" }, key: undefined, certificate: undefined });
  });

  it.each([
    [new TypeError("fetch failed", { cause: new Error("connect ECONNREFUSED") }), "connect ECONNREFUSED"],
    [new TypeError("fetch failed"), "fetch failed"],
  ])("is why there is no answer: %s", async (error, said) => {
    const { answer } = await here("", { fetch: () => Promise.reject(error) });
    expect(answer).toEqual({ url: "http://127.0.0.1/", status: 0, retryAfter: false, error: said });
  });

  it("is whether a port is open", async () => {
    expect([await tryPort("localhost", await open()), await tryPort("localhost", await shut())]).toEqual([
      ...["open", "refused"],
    ]);
  });

  it("is the certificate, although nobody vouches for it", async () => {
    const port = await listening(createTlsServer(tls));
    const { certificate, ports } = await here(`deploy: {url: 'https://localhost:${port}'}\n`, {});
    expect(certificate).toEqual({
      ...{ names: "DNS:localhost", matches: true, problem: expect.stringContaining("CERT") },
      validFrom: Date.parse("2026-11-22T03:52:42Z"),
      validTo: Date.parse("2126-10-29T03:52:42Z"),
    });
    expect(ports.site).toBe("open");
  });

  it("is that there is no certificate", async () => {
    const plain = await listening(createServer((socket) => socket.end("HTTP/1.0 400 Bad Request\r\n\r\n")));
    for (const port of [plain, await shut()])
      expect((await here(`deploy: {url: 'https://localhost:${port}'}\n`, {})).certificate).toBeUndefined();
  });

  it("is what keeps ssh from using the key", async () => {
    const key = generateKeyPairSync("ed25519").privateKey.export({ type: "pkcs8", format: "pem" }) as string;
    const root = repository({ good: key, windows: key.replaceAll("\n", "\r\n"), cut: key.slice(0, 60) });
    chmodSync(join(root, "good"), 0o640);
    const of = async (name: string) => (await here("", { login: { identityFile: join(root, name) } })).key;
    expect(await of("good")).toEqual({ path: join(root, "good"), problem: "", mode: 0o640 });
    expect((await of("windows"))?.problem).toContain("Windows line endings");
    expect((await of("cut"))?.problem).toMatch(/damaged|not a private key/);
    expect(await of("none")).toMatchObject({ problem: expect.stringMatching(/^cannot be read: .*ENOENT/), mode: 0 });
  });
});

describe("a diagnosis", () => {
  const clock = () => Date.parse("2026-11-21T08:00:00Z");
  const { server, root } = healthy();
  const said = [...root].flatMap(([word, lines]) => lines.map((line) => `${word} ${line}`)).join("\n");
  const examine = async (line: object, ended?: Partial<Finished>, ssh = "hostname 127.0.0.1\n", process = "") => {
    const asked = serverSaying(line);
    const run: ProcessRunner = async (argv, options) => {
      if (argv.includes("-G")) return finished({ stdout: ssh });
      return ended ? finished(ended) : asked.effects.run(argv, options);
    };
    const app = readApp(`name: shop\n${process}deploy: {url: 'http://127.0.0.1:${await open()}'}\n`);
    const effects = { run, env: {}, clock, fetch: answers("").fetch };
    const found = await doctor({ app, root: repository(), login }, effects);
    const of = (name: string) => found.checks.find(({ id }) => id === name);
    return { ...found, of, heard: asked.heard };
  };
  const answer = (more: object) => ({ t: "answer", answer: { ...server, root: { code: 0, said }, ...more } });

  it("of a healthy server is that all is well, and asked for all that the checks look at", async () => {
    const { status, checks, heard } = await examine(answer({}));
    expect(checks.filter(({ status }) => status === "error" || status === "warning")).toEqual([]);
    expect(status).toBe("ok");
    expect(heard).toMatchObject([
      {
        op: "doctor",
        look: {
          users: ["shop", "deploy-shop", "www-data", "nginx"],
          folders: expect.arrayContaining(["/srv/shop/releases", "/run/shop"]),
          files: expect.arrayContaining([["deploy/shop@.service", "/etc/systemd/system/shop@.service"]]),
          own: expect.arrayContaining(["/etc/sudoers.d/flask-deploy-shop", "/usr/local/lib/flask-deploy/shop"]),
          units: expect.arrayContaining(["nginx.service", "shop-current.service", "logrotate.timer", "cron.service"]),
          instances: ["shop@.service"],
        },
      },
    ]);
  });

  it("is as bad as its worst finding", async () => {
    expect((await examine(answer({ updates: { ...server.updates, reboot: true } }))).status).toBe("warning");
    const full = { "/": { size: 1e9, free: 1e6, inodes: 0, inodesFree: 0, device: 1 } };
    const both = await examine(answer({ disk: full, updates: { ...server.updates, reboot: true } }));
    expect(both.status).toBe("error");
  });

  it("shows nothing of a server that would steer a terminal", async () => {
    const { of } = await examine(answer({ lock: { held: true, holder: "\x1b[31mred", seconds: 9999 } }));
    expect(of("lock")?.detail).toMatch(/^red has held/);
  });

  it.each([
    [{ code: 1, said }, "the root helper could not be run"],
    [{ code: 0, said: "sshd x\nnginx" }, "the root helper could not be run"],
  ])("leaves out what root sees when its program says %j", async (root, why) =>
    expect((await examine(answer({ root }))).of("sshd")).toMatchObject({ status: "skipped", detail: why }),
  );

  it("of a server that was never set up is that, and goes on with the rest", async () => {
    const { now, login, base: _, helper: __, python, system } = server;
    const bare = { t: "answer", answer: { now, login, base: false, helper: null, python, system } };
    const { of, status } = await examine(bare);
    expect([status, of("setup")?.status, of("clock")?.status, of("disk")?.detail]).toEqual([
      ...["error", "error", "ok", "the server is not set up"],
    ]);
  });

  it("tries the port itself where ssh reached nothing, unless ssh goes another way", async () => {
    const refused = { code: 255, stderr: "Connection refused" };
    const port = await shut();
    const direct = await examine({}, refused, `hostname 127.0.0.1\nport ${port}\n`);
    expect(direct.of("ssh-port")).toMatchObject({ detail: expect.stringContaining("refuses the connection") });
    const through = await examine({}, refused, `hostname 127.0.0.1\nport ${port}\nproxyjump x\n`);
    expect(through.of("ssh-port")?.detail).not.toContain("refuses the connection");
  });

  it.each<[Partial<Finished>, string, RegExp]>([
    [{ code: 255, stderr: "Permission denied (publickey)." }, "login", /does not accept/],
    [{ code: 127, stderr: "" }, "setup", /there is no python3/],
    [{ code: 1, stderr: "Traceback" }, "answer", /exited with 1/],
    [{ code: 255, stderr: "Host key verification failed." }, "host-key", /is not pinned/],
  ])("names what is in the way when ssh ends with %j", async (ended, id, detail) => {
    const found = await examine({}, ended);
    expect(found.of(id)).toMatchObject({ status: "error", detail: expect.stringMatching(detail) });
    expect(found.of("disk")).toMatchObject({ status: "skipped", detail: "the server did not respond" });
  });
});
