import { describe, expect, it } from "vitest";
import { lockOf, normalName } from "../../../../action/engine/app/lock.ts";

const among = (...files: readonly string[]) => lockOf((path) => files.includes(path));

describe("the lock that counts", () => {
  it.each([
    [["requirements.txt"], "requirements.txt", []],
    [["requirements.txt", "requirements.in", "pyproject.toml"], "requirements.txt", []],
    [["uv.lock", "pyproject.toml", "requirements.txt"], "uv.lock", ["requirements.txt"]],
    [["uv.lock", "pyproject.toml", "pylock.toml"], "uv.lock", ["pylock.toml"]],
    [["pylock.toml", "requirements.txt"], "pylock.toml", ["requirements.txt"]],
    [["uv.lock", "requirements.txt"], "requirements.txt", []],
    [["poetry.lock", "requirements.txt"], "requirements.txt", ["poetry.lock"]],
  ])("of %j is %s", (files, file, unused) => expect(among(...files)).toEqual({ file, unused }));

  it.each([
    [["poetry.lock", "pyproject.toml"], /^poetry.lock cannot be deployed/, /poetry export/],
    [["pdm.lock", "pyproject.toml"], /^pdm.lock cannot be deployed/, /pdm export/],
    [["Pipfile", "Pipfile.lock"], /^Pipfile.lock cannot be deployed/, /pipenv requirements --hash/],
    [["requirements.in"], /^requirements.in cannot be deployed/, /uv pip compile --universal --generate-hashes/],
    [["requirements/base.txt"], /^requirements\/base.txt cannot be deployed/, /-r requirements\/base.txt/],
    [["pyproject.toml"], /^pyproject.toml cannot be deployed/, /uv lock/],
    [["uv.lock"], /^uv.lock has no pyproject.toml beside it/, /Commit/],
    [
      ["setup.py"],
      /^setup.py cannot be deployed: a deploy reads uv.lock, pylock.toml or requirements.txt$/,
      /setup.py/,
    ],
    [[], /^there is no uv.lock, no pylock.toml and no requirements.txt$/, /Commit one of them/],
  ])("is none of %j, with what to do", (files, problem, next) =>
    expect(among(...files)).toEqual({ problem: expect.stringMatching(problem), next: expect.stringMatching(next) }),
  );
});

it("compares names as packaging does", () => expect(normalName("Zope._Interface--x")).toBe("zope-interface-x"));
