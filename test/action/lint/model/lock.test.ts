import { describe, expect, it } from "vitest";
import { lint } from "../../../../action/lint/engine.ts";

const unit = (program: string) =>
  `[Unit]\nDescription=shop\n\n[Service]\nType=notify\nUser=shop\nWorkingDirectory=/srv/shop/releases/%i\nExecStart=${program} --ini deploy/uwsgi.ini\nRestart=always\n`;
const ofRelease = "/srv/shop/releases/%i/.venv/bin/uwsgi";
const uvLock = (...names: string[]) =>
  `version = 1\n${names.map((name) => `[[package]]\nname = "${name}"\nversion = "2.0.30"\n`).join("")}`;

/** What is said of the packages of a repository that has these files. */
function said(files: Readonly<Record<string, string>>, program = ofRelease): string[] {
  const all: Record<string, string> = {
    "deploy/shop@.service": unit(program),
    "deploy/uwsgi.ini": "[uwsgi]\nmaster = true\nmodule = wsgi:app\nsocket = /run/shop/%n.sock\n",
    ...files,
  };
  const inputs = Object.entries(all).map(([path, content]) => ({ path, content }));
  const { findings } = lint(inputs, { paths: Object.keys(all) });
  return findings.filter(({ rule }) => rule === "cross/server-package-missing").map(({ message }) => message);
}

describe("the packages of a release", () => {
  it("are those of the lock that a deploy reads", () => {
    const both = { "pyproject.toml": "[project]\n", "requirements.txt": "flask==3.1.3\npyuwsgi==2.0.30\n" };
    expect(said(both)).toEqual([]);
    expect(said({ ...both, "uv.lock": uvLock("flask") })).toEqual([
      expect.stringMatching(/^Nothing in uv.lock installs uwsgi/),
    ]);
    expect(said({ ...both, "uv.lock": uvLock("flask", "pyuwsgi") })).toEqual([]);
    expect(said({ ...both, "pylock.toml": 'lock-version = "1.0"\n' })).toEqual([
      expect.stringMatching(/^Nothing in pylock.toml/),
    ]);
  });

  it("are not those of a list that nothing includes", () => {
    const files = { "requirements-web.txt": "flask==3.1.3\npyuwsgi==2.0.30\n", "requirements.txt": "flask==3.1.3\n" };
    expect(said(files)).toEqual([expect.stringMatching(/^Nothing in requirements.txt installs uwsgi/)]);
  });

  it("are those of included files, too, and unknown where one of them is", () => {
    expect(
      said({
        "requirements.txt": "-r requirements/base.txt\n",
        "requirements/base.txt": "-r ../requirements-web.txt\n",
        "requirements-web.txt": "pyuwsgi==2.0.30\n",
      }),
    ).toEqual([]);
    expect(
      said({ "requirements.txt": "-r requirements/base.txt\n", "requirements/base.txt": "flask==3.1.3\n" }),
    ).toHaveLength(1);
    expect(said({ "requirements.txt": "flask==3.1.3\n-r ../elsewhere.txt\n" })).toEqual([]);
    const round = {
      "requirements.txt": "--requirement=requirements/base.txt\n",
      "requirements/base.txt": "-r ./../requirements-web.txt\n",
      "requirements-web.txt": "flask==3.1.3\n-r requirements//base.txt\n",
    };
    expect(said(round)).toHaveLength(1);
  });

  it("of somebody else's server may come from any list of the repository", () => {
    const files = { "requirements-web.txt": "flask==3.1.3\npyuwsgi==2.0.30\n", "requirements.txt": "flask==3.1.3\n" };
    expect(said(files, "/opt/shop/venv/bin/uwsgi")).toEqual([]);
  });
});
