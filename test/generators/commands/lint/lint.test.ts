import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { explainCommand } from "../../../../generators/commands/lint/explain.ts";
import { lintCommand } from "../../../../generators/commands/lint/lint.ts";
import { captured } from "../../captured.ts";
import { temporary } from "../../temporary.ts";

const bad = "server {\n    location /static/ {\n        alias /srv/shop/static;\n    }\n}\n";
const good = bad.replace("static;", "static/;");

function repository(files: Record<string, string>): string {
  const root = temporary();
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

describe("lint", () => {
  it("leaves with 1 for an error, 0 for none, and writes JSON when asked", async () => {
    const cwd = repository({ "deploy/nginx.conf": bad });
    const found = await captured(lintCommand, ["--json"], { cwd });
    expect(found.code).toBe(1);
    expect(JSON.parse(found.stdout).findings).toMatchObject([
      { rule: "nginx/alias-slash-mismatch", file: "deploy/nginx.conf", line: 3 },
    ]);
    writeFileSync(join(cwd, "deploy/nginx.conf"), good);
    expect(await captured(lintCommand, [], { cwd })).toEqual({
      code: 0,
      stdout: "no findings (1 file read, 0 not recognised)\n",
      stderr: "",
    });
  });

  it("shows with --diff what --fix then does, and --fix leaves nothing to mend", async () => {
    const cwd = repository({ "nginx.conf": bad });
    const diff = await captured(lintCommand, ["--fix", "--diff"], { cwd });
    expect(diff.stdout).toContain("+        alias /srv/shop/static/;");
    expect(readFileSync(join(cwd, "nginx.conf"), "utf8")).toBe(bad);
    const fixed = await captured(lintCommand, ["--fix"], { cwd });
    expect(fixed).toMatchObject({ code: 0, stderr: "fixed 1 finding\n" });
    expect(readFileSync(join(cwd, "nginx.conf"), "utf8")).toBe(good);
  });

  it("calls a file as the person called its folder", async () => {
    const cwd = repository({ "a/nginx.conf": bad, "b/nginx.conf": bad });
    const { stdout } = await captured(lintCommand, ["a", join(cwd, "b"), "a/nginx.conf", "--json"], { cwd });
    const names = JSON.parse(stdout).findings.map((f: { file: string }) => f.file);
    expect(names).toEqual(["a/nginx.conf", join(cwd, "b/nginx.conf"), "a/nginx.conf"]);
  });

  it("takes severities and paths from flask-deploy.yml, and says which rule it does not know", async () => {
    const cwd = repository({
      "nginx.conf": bad,
      "flask-deploy.yml": "name: shop\nlint:\n  rules:\n    nginx/alias-slash-mismatch: warning\n",
    });
    expect((await captured(lintCommand, [], { cwd })).code).toBe(0);
    expect((await captured(lintCommand, ["--threshold", "warning"], { cwd })).code).toBe(1);
    expect(
      (await captured(lintCommand, ["--rule", "nginx/alias-slash-mismatch=off", "--threshold", "info"], { cwd })).code,
    ).toBe(0);
    writeFileSync(
      join(cwd, "flask-deploy.yml"),
      "name: shop\nlint:\n  rules:\n    nginx/alias-slash-mismatc: warning\n",
    );
    expect(await captured(lintCommand, [], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("did you mean nginx/alias-slash-mismatch?"),
    });
  });

  it("steps over links that loop, folders called nginx.conf, virtual environments and binaries", async () => {
    const cwd = repository({
      "nginx.conf/site": good,
      "python/pyvenv.cfg": "",
      "python/nginx.conf": bad,
      ".venv/nginx.conf": bad,
    });
    symlinkSync(cwd, join(cwd, "loop"));
    symlinkSync("nowhere", join(cwd, "gunicorn.conf.py"));
    expect(await captured(lintCommand, [], { cwd })).toEqual({
      code: 0,
      stdout: "no findings (1 file read, 0 not recognised)\n",
      stderr: "",
    });
  });

  it("does not wait for a pipe, and follows no link that leads to itself", async () => {
    const cwd = repository({});
    execFileSync("mkfifo", [join(cwd, "nginx.conf")]);
    symlinkSync("uwsgi.ini", join(cwd, "uwsgi.ini"));
    expect(await captured(lintCommand, ["nginx.conf"], { cwd })).toMatchObject({ code: 2 });
    mkdirSync(join(cwd, "deploy"));
    execFileSync("mkfifo", [join(cwd, "deploy/gunicorn.conf.py")]);
    expect(await captured(lintCommand, ["."], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("not read: deploy/gunicorn.conf.py: it is not a regular file"),
    });
    const looping = await captured(lintCommand, ["uwsgi.ini"], { cwd });
    expect(looping).toMatchObject({ code: 2, stderr: expect.stringMatching(/uwsgi\.ini: .*symbolic links/) });
  });

  it("leaves with 2 when something is not there or cannot be read", async () => {
    const cwd = repository({ "nginx.conf": good });
    expect(await captured(lintCommand, ["nginx.con"], { cwd })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("nginx.con"),
    });
    chmodSync(join(cwd, "nginx.conf"), 0);
    // Root reads everything; then there is nothing to see here.
    if (process.getuid?.() !== 0) expect((await captured(lintCommand, [], { cwd })).code).toBe(2);
  });
});

describe("a file that is named", () => {
  const unit =
    "[Service]\nUser=shop\nRestart=always\nRuntimeDirectory=shop\nExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/uwsgi.ini\nKillSignal=SIGQUIT\n";
  const ini = "[uwsgi]\nmodule = wsgi:app\nmaster = true\nsocket = /run/shop/shop.sock\nchmod-socket = 660\n";

  it("gets the verdict that it gets in its repository, and no other file gives findings", async () => {
    const cwd = repository({
      ".git/HEAD": "",
      "deploy/shop.service": unit,
      "deploy/uwsgi.ini": ini,
      "nginx.conf": bad,
    });
    const whole = await captured(lintCommand, ["--json"], { cwd });
    const alone = await captured(lintCommand, ["--json", "deploy/uwsgi.ini"], { cwd });
    const of = (text: string) =>
      JSON.parse(text).findings.filter((f: { file: string }) => f.file === "deploy/uwsgi.ini");
    expect(JSON.parse(alone.stdout).findings).toEqual(of(whole.stdout));
    // The unit's signal is what makes die-on-term unnecessary.
    expect(alone.stdout).not.toContain("no-die-on-term");
  });

  it("is said not to be recognised when it is no configuration", async () => {
    const cwd = repository({ "readme.txt": "server and location are words\n" });
    expect(await captured(lintCommand, ["readme.txt"], { cwd })).toMatchObject({
      stdout: "no findings (1 file read, 1 not recognised)\n",
      stderr: expect.stringContaining("not checked: readme.txt is not recognised"),
    });
  });
});

describe("explain", () => {
  it("shows why, what the linter says about the bad example, and the good one", async () => {
    const { code, stdout } = await captured(explainCommand, ["nginx/alias-slash-mismatch"]);
    expect(code).toBe(0);
    expect(stdout).toContain("staticsite.css");
    expect(stdout).toContain("deploy/nginx.conf:4:15 error nginx/alias-slash-mismatch");
  });

  it("lists all rules, and knows which one was meant", async () => {
    expect((await captured(explainCommand, [])).stdout).toContain("uwsgi/inline-comment");
    expect(await captured(explainCommand, ["nginx/alias-slash"])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining("unknown rule"),
    });
  });
});
