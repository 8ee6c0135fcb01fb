import { createReadStream, existsSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { deploy } from "../../action/engine/deploy/deploy.ts";
import { runProcess } from "../../action/engine/process/run.ts";
import { cacheDir, effects, openSite, type Site } from "./lib/site.ts";

let site: Site;
let env: Record<string, string>;
const must = async (argv: readonly string[], cwd = "/") => {
  const done = await runProcess(argv, { cwd, env });
  if (done.code !== 0) throw new Error(`${argv.join(" ")}: ${done.stderr}`);
};
const go = () => deploy(site.request(), { ...effects(), env });
const venvs = () => site.host.must("ls /srv/shop/venvs | wc -l");
const has = (module: string) =>
  site.host.must(["/srv/shop/current/.venv/bin/python", "-c", `import ${module}; print(${module}.__name__)`]);
const lines = (...requirements: string[]) => {
  site.shop.write("requirements.txt", `${requirements.join("\n")}\n`);
  site.shop.commit("Requirements");
};

beforeAll(async () => {
  site = await openSite();
  env = process.env as Record<string, string>;
  const tools = join(cacheDir, "uv");
  if (!existsSync(join(tools, "bin/uv"))) {
    await must(["python3", "-m", "venv", tools]);
    await must([join(tools, "bin/pip"), "install", "-q", "uv"]);
  }
  env = { ...env, PATH: `${tools}/bin:${env.PATH}` };
});
afterAll(() => site?.close());

describe("the packages of a release", () => {
  it("are those of requirements.txt with its hashes", async () => {
    expect(await go()).toMatchObject({ status: "deployed", cause: undefined, warnings: [] });
    expect(await has("flask")).toBe("flask");
    expect(await site.host.must("ls /srv/shop/current/.venv/bin")).not.toContain("pip");
  });

  it("are built anew, beside the former ones, when the lock changes", async () => {
    lines("flask==3.1.3", "pyuwsgi==2.0.30", "itsdangerous==2.2.0", "tomli==2.2.1");
    const leave = await site.visit();
    const result = await go();
    expect(result).toMatchObject({ status: "deployed", cause: undefined, requestsFailed: 0 });
    expect((await leave()).failed).toEqual([]);
    expect(await has("tomli")).toBe("tomli");
    expect(await venvs()).toBe("2");
  });

  it("cost nothing when only a comment of the lock changes", async () => {
    lines("# a comment", "flask==3.1.3  # why", "pyuwsgi==2.0.30", "itsdangerous==2.2.0", "tomli==2.2.1");
    const result = await go();
    expect(result).toMatchObject({ status: "deployed", cause: undefined });
    expect(result.steps.map(({ name }) => name)).not.toContain("build");
    expect(await venvs()).toBe("2");
  });

  it("may be unpinned, with a warning", async () => {
    lines("flask", "pyuwsgi");
    expect(await go()).toMatchObject({
      status: "deployed",
      cause: undefined,
      warnings: [expect.stringMatching(/does not pin flask, pyuwsgi, so each deploy/)],
    });
  });

  it("are those that the server's Python needs, though this one would need others", async () => {
    lines("flask==3.1.3", "pyuwsgi==2.0.30", "redis==5.0.1");
    expect(await go()).toMatchObject({ status: "deployed", cause: undefined });
    // Debian 12 has Python 3.11.2, the last that redis wants async_timeout on.
    const version = await site.host.must(["python3", "-c", "import sys; print(sys.version_info[:3] <= (3, 11, 2))"]);
    expect(version).toBe("True");
    expect(await has("async_timeout")).toBe("async_timeout");
  });

  it("without the app server stop the deploy before anything is sent", async () => {
    const before = await site.host.must("ls -A /srv/shop/releases /srv/shop/venvs");
    lines("flask", "tomli==2.2.1");
    const result = await go();
    expect(result).toMatchObject({
      status: "failed",
      cause: { kind: "usage", message: expect.stringMatching(/requirements.txt does not install pyuwsgi or uwsgi/) },
    });
    expect(await site.host.must("ls -A /srv/shop/releases /srv/shop/venvs")).toBe(before);
    expect(result.bytesSent).toBe(0);
  });

  it("of which one has no wheel for the server stop the deploy before anything is touched", async () => {
    const before = await site.host.must("ls -A /srv/shop/releases /srv/shop/venvs");
    lines("flask==3.1.3", "pyuwsgi==2.0.30", "pywin32==306");
    expect(await go()).toMatchObject({
      status: "failed",
      cause: { kind: "app", step: "build", message: expect.stringMatching(/without a wheel.*pywin32==306/) },
    });
    expect(await site.host.must("ls -A /srv/shop/releases /srv/shop/venvs")).toBe(before);
  });

  it("come from uv.lock where there is one", async () => {
    site.shop.drop("requirements.txt");
    site.shop.write(
      "pyproject.toml",
      '[project]\nname = "shop"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["flask==3.1.3", "pyuwsgi==2.0.30", "tomli==2.2.1"]\n[tool.uv]\npackage = false\n',
    );
    await must(["uv", "lock", "-q"], site.shop.root);
    site.shop.commit("uv");
    const result = await go();
    expect(result).toMatchObject({ status: "deployed", cause: undefined, warnings: [] });
    expect(result.steps[0]?.detail).toBe("uv.lock, hashed");
    expect(await has("tomli")).toBe("tomli");
  });

  it("are installed by uv where the server has it", async () => {
    await site.host.must("cat > /usr/local/bin/uv && chmod 755 /usr/local/bin/uv", {
      stdin: createReadStream(join(cacheDir, "uv/bin/uv")),
    });
    site.shop.edit("pyproject.toml", /"tomli==2.2.1"/, '"tomli==2.2.1", "idna==3.10"');
    await must(["uv", "lock", "-q"], site.shop.root);
    site.shop.commit("uv there");
    const result = await go();
    expect(result).toMatchObject({ status: "deployed", cause: undefined });
    expect(await has("idna")).toBe("idna");
    expect(await site.host.must("cat /srv/shop/current/.venv/pyvenv.cfg")).toContain("uv = ");
  });
});
