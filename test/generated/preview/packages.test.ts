import { execFileSync } from "node:child_process";
import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { clear, cli, makeRoom, preview, scaffold } from "./previewed.ts";

const room = makeRoom();
afterAll(() => clear(room));

/** Changes files for the time of one test; undefined removes what is there. */
async function withTexts(
  root: string,
  texts: Readonly<Record<string, string>>,
  test: () => Promise<void>,
): Promise<void> {
  const before = Object.keys(texts).map(
    (path) => [path, existsSync(join(root, path)) ? readFileSync(join(root, path)) : undefined] as const,
  );
  for (const [path, text] of Object.entries(texts)) writeFileSync(join(root, path), text);
  try {
    await test();
  } finally {
    for (const [path, content] of before)
      content === undefined ? rmSync(join(root, path)) : writeFileSync(join(root, path), content);
  }
}
/** Nothing is installed yet where this is new. */
const cache = { XDG_CACHE_HOME: join(room, "cache") };
const check = (root: string, ...args: string[]) => preview(root, ["--check", "--no-nginx", ...args], cache).ended;
/** What a deploy says that reaches no server. */
function deploy(root: string): string {
  try {
    execFileSync(process.execPath, [cli, "deploy", "--host", "no-such-host.invalid"], {
      cwd: root,
      encoding: "utf8",
      stdio: "pipe",
    });
  } catch (error) {
    return (error as { stderr: string }).stderr;
  }
  throw new Error("it reached a server");
}

describe("the packages of a preview", () => {
  const root = scaffold(room, "shop");

  it("are those of the lock, whatever the repository's own .venv has", async () => {
    execFileSync("python3", ["-m", "venv", "--without-pip", ".venv"], { cwd: root });
    const [packages = ""] = globSync(".venv/lib/python*/site-packages", { cwd: root });
    writeFileSync(join(root, packages, "pytest.py"), "");
    await withTexts(root, { "wsgi.py": "import pytest\nfrom app import app\n" }, async () => {
      const { code, stderr } = await check(root);
      expect(stderr).toContain("No module named 'pytest'");
      expect(code).toBe(1);
    });
    expect((await check(root)).code).toBe(0);
    expect(existsSync(join(root, packages, "pytest.py")), "which stays as it is").toBe(true);
    expect(globSync(".venv/bin/uwsgi", { cwd: root })).toEqual([]);
    rmSync(join(root, ".venv"), { recursive: true });
  });

  it("do not come from a PYTHONPATH that no server has", async () => {
    mkdirSync(join(room, "extra"));
    writeFileSync(join(room, "extra/pytest.py"), "");
    await withTexts(root, { "wsgi.py": "import pytest\nfrom app import app\n" }, async () => {
      const { code } = await preview(root, ["--check", "--no-nginx"], { ...cache, PYTHONPATH: join(room, "extra") })
        .ended;
      expect(code).toBe(1);
    });
  });

  it("are those of uv.lock where there is one, as in a deploy: without the app server both say so", async () => {
    const project =
      '[project]\nname = "shop"\nversion = "1"\nrequires-python = ">=3.11"\ndependencies = ["flask==3.1.3"]\n[dependency-groups]\ndev = ["pyuwsgi"]\n';
    await withTexts(root, { "pyproject.toml": project, "uv.lock": "" }, async () => {
      rmSync(join(root, "uv.lock"));
      execFileSync("uv", ["lock", "-q"], { cwd: root });
      const says =
        /uv\.lock does not install pyuwsgi or uwsgi, which deploy\/ starts the app with[\s\S]*\(requirements\.txt is not used, because uv\.lock exists\.\)/;
      expect(await check(root)).toMatchObject({ code: 1, stderr: expect.stringMatching(says) });
      expect(deploy(root)).toMatch(says);
      writeFileSync(join(root, "pyproject.toml"), project.replace("flask==3.1.3", 'flask==3.1.3", "pyuwsgi==2.0.30'));
      execFileSync("uv", ["lock", "-q"], { cwd: root });
      expect(await check(root)).toMatchObject({ code: 0, stderr: expect.stringContaining("installing uv.lock") });
      expect(deploy(root)).toContain("no-such-host.invalid cannot be reached");
    });
  });

  it("are none where there cannot be deployed, with what to do", async () => {
    const lock = readFileSync(join(root, "requirements.txt"));
    rmSync(join(root, "requirements.txt"));
    await withTexts(root, { "poetry.lock": "", "pyproject.toml": "" }, async () => {
      const says = /poetry\.lock cannot be deployed[\s\S]*poetry export/;
      expect(await check(root)).toMatchObject({ code: 1, stderr: expect.stringMatching(says) });
      expect(deploy(root)).toMatch(says);
    });
    writeFileSync(join(root, "requirements.txt"), lock);
  });

  it("hold the project itself as its files are now", async () => {
    mkdirSync(join(root, "src"));
    const project =
      '[project]\nname = "words"\nversion = "1"\n[build-system]\nrequires = ["setuptools"]\nbuild-backend = "setuptools.build_meta"\n[tool.setuptools]\npy-modules = ["words"]\npackage-dir = {"" = "src"}\n';
    const texts = {
      "pyproject.toml": project,
      "requirements.txt": "flask==3.1.3\npyuwsgi==2.0.30\n-e .\n",
      "src/words.py": "",
    };
    await withTexts(
      root,
      {
        ...texts,
        "wsgi.py":
          "import words\nfrom app import app\n\n@app.after_request\ndef say(answer):\n    print('it says', words.TEXT, flush=True)\n    return answer\n",
      },
      async () => {
        for (const text of ["one", "two"]) {
          writeFileSync(join(root, "src/words.py"), `TEXT = "${text}"\n`);
          const running = preview(root, ["--no-nginx"], cache);
          const [url = ""] = /http:\S+/.exec(await running.says("Serving")) ?? [];
          await fetch(url);
          await new Promise((done) => setTimeout(done, 300));
          running.child.kill("SIGINT");
          expect((await running.ended).stderr).toContain(`it says ${text}`);
        }
      },
    );
  });
});
