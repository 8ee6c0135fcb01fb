import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type Answer, type Asked, GitHubStandIn } from "../../api/stand-in.ts";
import { plainEnv } from "../../packed.ts";

const root = join(import.meta.dirname, "../../..");
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cfd-published-"));
  for (const name of ["package.json", "CHANGELOG.md"]) cpSync(join(root, name), join(folder, name));
  writeFileSync(join(folder, "made.tgz"), "the tarball");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function step(script: string, args: readonly string[], env: Record<string, string>) {
  const child = spawn(process.execPath, [join(root, ".github/release", script), ...args], {
    ...{ cwd: folder, env: { ...plainEnv(), ...env }, stdio: ["ignore", "pipe", "pipe"] },
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data) => (said += data));
  const status = await new Promise((done) => child.once("close", done));
  return { status, said };
}

describe("the release on GitHub", () => {
  let api: GitHubStandIn;
  let releases: { id: number; tag_name: string; draft: boolean; assets: { name: string }[] }[];
  let sent: Buffer[];
  beforeEach(async () => {
    api = await GitHubStandIn.open();
    [releases, sent] = [[], []];
    api.mood = usual;
  });
  afterEach(() => {
    api.close();
    expect(api.refused).toEqual([]);
  });

  /** GitHub as far as a release sees it: drafts have no tag, and an immutable release takes no file. */
  function usual({ method, operation, path, query, body, sent: bytes }: Asked): Answer {
    const one = releases.find(({ id }) => `${id}` === path.release_id);
    const answer = (release: object) => ({
      ...release,
      immutable: true,
      upload_url: `${api.url}/repos/org/flask-deploy/releases/${releases.length}/assets{?name,label}`,
    });
    if (operation.endsWith("/releases/tags/{tag}")) {
      const found = releases.find((each) => !each.draft && each.tag_name === path.tag);
      return found ? { status: 200, body: answer(found) } : { status: 404 };
    }
    if (operation.endsWith("/assets")) {
      if (!one?.draft) return { status: 422 };
      one.assets.push({ name: query.name ?? "" });
      sent.push(bytes);
      return { status: 201, body: {} };
    }
    if (method === "GET") return { status: 200, body: releases.map(answer) };
    if (method === "PATCH") return { status: 200, body: answer(Object.assign(one ?? {}, body)) };
    const made = { id: releases.length + 1, assets: [], draft: false, tag_name: "", ...body };
    releases.push(made);
    return { status: 201, body: answer(made) };
  }
  const release = (env: Record<string, string> = {}) =>
    step("release.ts", ["1.0.0", "made.tgz"], {
      ...{ GITHUB_API_URL: api.url, GITHUB_REPOSITORY: "org/flask-deploy", GITHUB_TOKEN: "t0ken", ...env },
    });

  it("is a draft until its file is there, with the changelog's words, and every request is one that GitHub knows", async () => {
    expect(await release()).toEqual({ status: 0, said: "v1.0.0 is released\n" });
    expect(releases).toMatchObject([{ tag_name: "v1.0.0", draft: false, assets: [{ name: "made.tgz" }] }]);
    expect(String(api.asked.find(({ method }) => method === "POST")?.body.body)).toMatch(/^### Added/);
    expect(`${sent[0]}`).toBe("the tarball");
    expect(new Set(api.asked.map(({ token }) => token))).toEqual(new Set(["t0ken"]));
  });

  it("is left alone when it is there, and a draft that a cut run left is finished", async () => {
    let cut = true;
    api.mood = (asked) => (cut && asked.method === "PATCH" ? { status: 502 } : usual(asked));
    expect((await release()).said).toMatch(/^::error::GitHub answered 502 to PATCH .*\n$/);
    cut = false;
    expect((await release()).said).toBe("v1.0.0 is released\n");
    expect((await release()).said).toBe("v1.0.0 was released before\n");
    expect(releases).toHaveLength(1);
    expect(sent).toHaveLength(1);
  });

  it("is refused while v1 has a release of its own, which would freeze it", async () => {
    releases.push({ id: 1, tag_name: "v1", draft: false, assets: [] });
    expect(await release()).toMatchObject({ status: 1, said: expect.stringContaining("v1 has a release") });
    expect(api.asked.every(({ method }) => method === "GET")).toBe(true);
  });

  it("says what the job must give", async () => {
    expect((await release({ GITHUB_TOKEN: "" })).said).toContain("GITHUB_REPOSITORY and GITHUB_TOKEN are missing");
  });
});

describe("the package on npm", () => {
  const { name, version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  let registry: Server;
  let puts: number;
  /** Version → integrity of what is published. */
  let versions: Record<string, string>;
  beforeEach(async () => {
    [puts, versions] = [0, { "0.9.0": "sha512-older" }];
    registry = createServer((request, response) => {
      if (request.method === "PUT") puts++;
      const known = Object.keys(versions).length > 0 && request.method === "GET";
      const tarball = "http://127.0.0.1/none.tgz";
      const all = Object.entries(versions).map(([one, integrity]) => [
        one,
        { name, version: one, dist: { integrity, tarball } },
      ]);
      const latest = Object.keys(versions).at(-1);
      const body = known
        ? { name, "dist-tags": { latest }, versions: Object.fromEntries(all) }
        : { error: "not_found" };
      response.writeHead(known ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
    await new Promise<void>((done) => registry.listen(0, "127.0.0.1", done));
  });
  afterEach(() => registry.close());

  const publish = (at = `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`) =>
    step("npm.ts", ["made.tgz", "--dry-run"], {
      ...{ npm_config_registry: at, npm_config_fetch_retries: "0", npm_config_cache: join(folder, "cache") },
    });

  async function pack() {
    const packed = spawn("npm", ["pack", "--ignore-scripts", "--pack-destination", folder, "--silent"], {
      ...{ cwd: root, env: plainEnv(), stdio: "ignore" },
    });
    await new Promise((done) => packed.once("close", done));
    cpSync(join(folder, `${name}-${version}.tgz`), join(folder, "made.tgz"));
  }

  it("would be published with its provenance, by npm's own dry run", async () => {
    await pack();
    const { status, said } = await publish();
    expect(said).toContain(`${name}@${version}`);
    expect(said).toMatch(/tag:? latest\b(?!-)/);
    expect({ status, puts }).toEqual({ status: 0, puts: 0 });
  });

  it("takes a tag of its own where a newer major is the latest, and leaves that", async () => {
    await pack();
    versions["99.0.0"] = "sha512-newer";
    const { status, said } = await publish();
    expect(said).toMatch(new RegExp(`tag:? latest-${version.split(".")[0]}\\b`));
    expect({ status, puts }).toEqual({ status: 0, puts: 0 });
  });

  it("is published by hand the first time: npm trusts a workflow for what it has only", async () => {
    versions = {};
    expect(await publish()).toEqual({
      status: 1,
      said: expect.stringMatching(
        /^::error::npm has no create-flask-deploy yet.* gh run download \S+ --name package && npm publish made\.tgz --access public; .*rerun this job\n$/,
      ),
    });
  });

  it("is not published where the registry cannot tell what it has", async () => {
    expect(await publish("http://127.0.0.1:9/")).toMatchObject({
      status: 1,
      said: expect.stringContaining("npm cannot tell what is published"),
    });
  });

  it("is left alone when the registry has this very tarball", async () => {
    versions[version] = `sha512-${createHash("sha512").update("the tarball").digest("base64")}`;
    expect(await publish()).toEqual({ status: 0, said: `npm has this ${name}@${version} already\n` });
  });

  it("is refused when the registry has another of this version", async () => {
    versions[version] = `sha512-${createHash("sha512").update("another").digest("base64")}`;
    expect(await publish()).toMatchObject({ status: 1, said: expect.stringContaining("take the next number") });
  });
});
