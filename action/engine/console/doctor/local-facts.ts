import { hash } from "node:crypto";
import { lookup, Resolver } from "node:dns/promises";
import { readFile, stat } from "node:fs/promises";
import { connect as connectTcp } from "node:net";
import { join } from "node:path";
import { connect as connectTls } from "node:tls";
import type { App } from "../../app/app.ts";
import { canonicalName, wordsOf } from "../../app/names.ts";
import type { AskRequest } from "../../deploy/contract.ts";
import type { ProcessRunner } from "../../process/run.ts";
import { listenPort, readNginx } from "../../targets/server/driver-settings.ts";
import { readKey } from "../../targets/server/key.ts";
import type { Login } from "../../targets/server/login.ts";
import { neededFiles } from "../../targets/server/setup/layout.ts";
import { sshArgv } from "../../targets/server/ssh.ts";
import type { Certificate, HereFacts, NameFacts, PortState } from "./facts.ts";

/** Timeout of each connection and each program. */
const PATIENCE_MS = 4000;

/** What can be seen without a login, except `asked`. The ssh port is tried only if ssh itself failed. */
export async function localFacts(
  { app, root, login }: AskRequest,
  { run, env, fetch }: { run: ProcessRunner; env: Readonly<Record<string, string>>; fetch: typeof globalThis.fetch },
): Promise<Omit<HereFacts, "asked">> {
  const ssh = await sshGoesTo(login, run, env);
  const site = siteOf(app, ssh.host, listenPort(readNginx(root)));
  const names = [...new Set([ssh.host, site.host])];
  const [addresses, port, names80, answer, certificate, key, files] = await Promise.all([
    Promise.all(names.map(addressesOf)),
    tryPort(site.host, site.port),
    Promise.all(app.tls === "letsencrypt" ? wordsOf(app.domain).map(nameFacts) : []),
    askSite(site, app.deploy.smoke.path, fetch),
    site.tls ? certificateOf(site.host, site.port) : undefined,
    login.identityFile === undefined ? undefined : keyOf(login.identityFile),
    digests(app, root),
  ]);
  return {
    ...{ ssh, site, names80, answer, certificate, key, files },
    names: Object.fromEntries(names.map((name, i) => [name, addresses[i] ?? []])),
    ports: { ssh: "open", site: port },
  };
}

/** Host, port and jump hosts, according to the user's ssh config. */
async function sshGoesTo(login: Login, run: ProcessRunner, env: Readonly<Record<string, string>>) {
  const argv = [...sshArgv(login), "-G", "--", login.host];
  const { stdout } = await run(argv, { env, timeoutMs: PATIENCE_MS }).catch(() => ({ stdout: "" }));
  const said = new Map(
    stdout
      .split("\n")
      .map((line) => /^(\S+) (.*)$/.exec(line)?.slice(1) as [string, string])
      .filter(Boolean),
  );
  const jumps = ["proxyjump", "proxycommand"].some((name) => (said.get(name) ?? "none") !== "none");
  return { host: said.get("hostname") ?? login.host, port: Number(said.get("port") ?? login.port ?? 22), jumps };
}

function siteOf(app: App, host: string, port: number): HereFacts["site"] {
  const { url } = app.deploy;
  const name = canonicalName(app.domain);
  const tls = app.tls !== "none";
  if (!url) return { host: name === "_" ? host : name, port: tls ? 443 : port, tls };
  const { protocol, hostname, port: given } = new URL(url);
  const secure = protocol === "https:";
  return { host: hostname.replace(/^\[|\]$/g, ""), port: Number(given) || (secure ? 443 : 80), tls: secure };
}

async function addressesOf(name: string): Promise<readonly string[]> {
  const late = new Promise<[]>((done) => setTimeout(done, PATIENCE_MS, []).unref());
  const found = lookup(name, { all: true }).then(
    (all) => all.map(({ address }) => address),
    () => [],
  );
  return Promise.race([found, late]);
}

async function nameFacts(name: string): Promise<NameFacts> {
  const [addresses, issuers] = await Promise.all([addressesOf(name), issuersOf(name)]);
  return { name, addresses, issuers, ports: await Promise.all(addresses.map((address) => tryPort(address, 80))) };
}

/** Of the CAA records that count: those of the name, or of the nearest domain above it that has some (RFC 8659). */
async function issuersOf(name: string): Promise<readonly string[]> {
  const labels = name.split(".");
  const resolver = new Resolver({ timeout: PATIENCE_MS, tries: 1 });
  for (let from = 0; from < labels.length; from++) {
    const records = await resolver.resolveCaa(labels.slice(from).join(".")).catch(() => []);
    if (records.length > 0) return records.flatMap(({ issue }) => (issue === undefined ? [] : [issue]));
  }
  return [];
}

/** One TCP connection, closed at once. */
export function tryPort(host: string, port: number): Promise<PortState> {
  return new Promise((done) => {
    const socket = connectTcp({ host, port, timeout: PATIENCE_MS });
    const end = (state: PortState) => {
      socket.destroy();
      done(state);
    };
    socket.once("connect", () => end("open"));
    socket.once("timeout", () => end("silent"));
    socket.once("error", ({ code }: NodeJS.ErrnoException) =>
      end(code === "ECONNREFUSED" ? "refused" : code === "ETIMEDOUT" ? "silent" : "unreachable"),
    );
  });
}

async function askSite(
  { host, port, tls }: HereFacts["site"],
  path: string,
  ask: typeof fetch,
): Promise<HereFacts["answer"]> {
  const authority = `${host.includes(":") ? `[${host}]` : host}${port === (tls ? 443 : 80) ? "" : `:${port}`}`;
  const url = new URL(path, `${tls ? "https" : "http"}://${authority}`).href;
  try {
    const answer = await ask(url, { redirect: "manual", signal: AbortSignal.timeout(2 * PATIENCE_MS) });
    await answer.body?.cancel();
    return { url, status: answer.status, retryAfter: answer.headers.has("retry-after"), error: "" };
  } catch (error) {
    const { message, cause } = error as Error & { cause?: Error };
    return { url, status: 0, retryAfter: false, error: cause?.message || message };
  }
}

/** The certificate that the site sends, trusted or not. */
function certificateOf(host: string, port: number): Promise<Certificate | undefined> {
  return new Promise((done) => {
    // An untrusted certificate has to be read too, to report what is wrong with it. Nothing is sent here.
    const socket = connectTls({ host, port, servername: host, rejectUnauthorized: false, timeout: PATIENCE_MS });
    const end = (found: Certificate | undefined) => {
      socket.destroy();
      done(found);
    };
    socket.once("secureConnect", () => {
      const seen = socket.getPeerX509Certificate();
      if (seen === undefined) return end(undefined);
      const { authorizationError } = socket;
      end({
        validFrom: Date.parse(seen.validFrom),
        validTo: Date.parse(seen.validTo),
        names: seen.subjectAltName ?? seen.subject,
        matches: seen.checkHost(host) !== undefined || seen.checkIP(host) !== undefined,
        problem: authorizationError ? String(authorizationError) : "",
      });
    });
    socket.once("timeout", () => end(undefined));
    socket.once("error", () => end(undefined));
  });
}

async function keyOf(path: string): Promise<NonNullable<HereFacts["key"]>> {
  try {
    const [text, { mode }] = await Promise.all([readFile(path, "utf8"), stat(path)]);
    const read = readKey(text);
    const windows = text.includes("\r") ? "has Windows line endings. Convert it: sed -i 's/\\r$//'" : "";
    return { path, problem: "problem" in read ? read.problem : windows, mode: mode & 0o777 };
  } catch (error) {
    return { path, problem: `cannot be read: ${(error as Error).message}`, mode: 0 };
  }
}

async function digests(app: App, root: string): Promise<Readonly<Record<string, string>>> {
  const each = neededFiles(app).map(async (path) => {
    const text = await readFile(join(root, path)).catch(() => undefined);
    return [path, text === undefined ? "" : hash("sha256", text)] as const;
  });
  return Object.fromEntries(await Promise.all(each));
}
