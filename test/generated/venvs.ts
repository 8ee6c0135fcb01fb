import { join } from "node:path";
import type { Answers } from "../../action/engine/app/fields.ts";
import { lockName, view } from "../../generators/scaffold/file-list.ts";
import { succeed } from "./program.ts";

/** Makes and keeps one venv for each set of packages, below a folder: installing is the slow part. */
export class Venvs {
  readonly #folder: string;
  readonly #made = new Map<string, Promise<string>>();

  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The venv of a repository, installed from its own requirements-dev.txt; every hash is checked. */
  of(answers: Answers, repository: string): Promise<string> {
    const { flask, quotes } = view(answers);
    return this.#once(lockName({ flask, quotes, server: answers.server }), [
      "--require-hashes",
      "-r",
      join(repository, "requirements-dev.txt"),
    ]);
  }

  /** A venv of pinned packages that are no part of a repository. */
  with(...requirements: string[]): Promise<string> {
    return this.#once(requirements.join("-").replaceAll("=", "-"), requirements);
  }

  #once(name: string, install: readonly string[]): Promise<string> {
    const venv = join(this.#folder, name);
    const made = this.#made.get(name) ?? make(venv, install);
    this.#made.set(name, made);
    return made;
  }
}

async function make(venv: string, install: readonly string[]): Promise<string> {
  await succeed("uv", ["venv", "--quiet", "--python", "python3", venv]);
  await succeed("uv", ["pip", "install", "--quiet", "--python", join(venv, "bin/python"), ...install]);
  return venv;
}
