import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { type Expected, publicSmoke } from "../../../../action/engine/deploy/public-smoke.ts";

/** A name leads to where `leads` says; the server is 127.0.0.1. */
const ask = (url: string, expected: Expected, leads: readonly string[] = ["127.0.0.1"]) =>
  publicSmoke({ fetch, resolve: async () => leads }, url, expected, ["127.0.0.1", "192.0.2.7"]);

const want = { path: "/", status: 200, contains: "", timeout: 1 };
const open: (() => void)[] = [];
afterEach(() => {
  for (const close of open.splice(0)) close();
});

async function site(listener: RequestListener): Promise<string> {
  const server = createServer(listener);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  open.push(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

describe("the look from outside", () => {
  it("keeps a release that answers", async () => {
    const url = await site((_, answer) => answer.end("hello shop"));
    expect(await ask(url, { ...want, contains: "shop" })).toEqual({ passed: true });
  });

  it("keeps one whose certificate is still the one that nobody signed, and says where to look", async () => {
    const refused = async () => {
      throw Object.assign(new TypeError("fetch failed"), { cause: { code: "DEPTH_ZERO_SELF_SIGNED_CERT" } });
    };
    const here = { fetch: refused, resolve: async () => ["127.0.0.1"] };
    expect(await publicSmoke(here, "https://shop.example.org/", want, ["127.0.0.1"])).toEqual({
      passed: true,
      warning:
        "https://shop.example.org has no certificate that browsers accept yet: `create-flask-deploy tls status` says what is missing",
    });
  });

  it("keeps one that sends everyone to https", async () => {
    const url = await site((_, answer) => answer.writeHead(301, { location: "https://example.org/" }).end());
    expect(await ask(url, want)).toEqual({ passed: true });
  });

  it.each([
    [300, "https://example.org/", false],
    [301, "http://example.org/", false],
    [301, undefined, false],
    [308, "https://example.org/", true],
    [309, "https://example.org/", false],
  ])("takes %i to %s for right: %j", async (status, location, passed) => {
    const url = await site((_, answer) => answer.writeHead(status, location ? { location } : {}).end());
    expect((await ask(url, want)).passed).toBe(passed);
    expect(await ask(url, { ...want, status })).toEqual({ passed: true });
  });

  it("takes 503 for right where that is what is wanted", async () => {
    const url = await site((_, answer) => answer.writeHead(503, { "retry-after": "300" }).end());
    expect(await ask(url, { ...want, status: 503 })).toEqual({ passed: true });
    const other = await site((_, answer) => answer.writeHead(500, { "retry-after": "300" }).end());
    expect(await ask(other, want)).toMatchObject({ passed: false });
  });

  it("resolves an address of IPv6 without its brackets", async () => {
    const asked: string[] = [];
    const resolve = async (name: string) => {
      asked.push(name);
      return [];
    };
    await publicSmoke({ fetch: () => Promise.reject(new Error("x")), resolve }, "http://[2001:db8::1]/", want, []);
    expect(asked).toEqual(["2001:db8::1"]);
  });

  const failing = (cause: unknown) => async () => {
    throw Object.assign(new TypeError("fetch failed"), { cause });
  };
  it.each([
    [
      { code: "CERT_HAS_EXPIRED", message: "certificate has expired" },
      "its certificate is not accepted (TLS: certificate has expired)",
    ],
    [{ code: "ECONNRESET", message: "x" }, "the connection is reset"],
    [{ code: "EODD", message: "odd" }, "odd"],
    [undefined, "fetch failed"],
  ])("says why it failed: %o", async (cause, why) => {
    const effects = { fetch: failing(cause), resolve: async () => ["192.0.2.7"] };
    const verdict = await publicSmoke(effects, "https://shop.example/x", { ...want, path: "/y" }, ["192.0.2.7"]);
    expect(verdict).toMatchObject({ message: `from outside, https://shop.example/y failed: ${why}` });
  });

  it("takes 503 with Retry-After for maintenance, and says so", async () => {
    const url = await site((_, answer) => answer.writeHead(503, { "retry-after": "300" }).end());
    expect(await ask(url, want)).toEqual({
      passed: true,
      warning: expect.stringContaining("in maintenance"),
    });
    const plain = await site((_, answer) => answer.writeHead(503).end());
    expect(await ask(plain, want)).toMatchObject({ passed: false });
  });

  it("calls a wrong status and a wrong text the app's fault", async () => {
    const url = await site((_, answer) => answer.writeHead(502).end("bad gateway"));
    expect(await ask(url, want)).toMatchObject({
      passed: false,
      kind: "app",
      message: expect.stringContaining("answered 502"),
    });
    const other = await site((_, answer) => answer.end("Welcome to nginx!"));
    expect(await ask(other, { ...want, contains: "shop" })).toMatchObject({
      ...{ passed: false, kind: "app", message: expect.stringMatching(/answered without the text "shop"$/) },
    });
  });

  it.each([
    ["http://127.0.0.1:8999", "refused"],
    ["http://nowhere.invalid", "DNS"],
  ])("calls what lies between the infrastructure's: %s", async (url, why) => {
    const verdict = await ask(url, want);
    expect(verdict).toMatchObject({ passed: false, kind: "infrastructure", message: expect.stringMatching(why) });
  });

  it.each([
    [[], "nowhere.invalid does not resolve yet"],
    [["198.51.100.1"], "resolves to 198.51.100.1, which is not this server"],
  ])("only warns while the name leads elsewhere: %s", async (leads, why) => {
    const verdict = await ask("http://nowhere.invalid", want, leads);
    expect(verdict).toEqual({ passed: true, warning: expect.stringContaining(why) });
  });

  it("only warns of an address that is none", async () => {
    expect(await ask("shop.example.org", want)).toEqual({
      passed: true,
      warning: expect.stringContaining('"shop.example.org" is not a URL'),
    });
  });

  it("does not wait for ever", async () => {
    const url = await site(() => {});
    expect(await ask(url, { ...want, timeout: 0.2 })).toMatchObject({
      kind: "infrastructure",
      message: expect.stringContaining("within 0.2 s"),
    });
  });
});
