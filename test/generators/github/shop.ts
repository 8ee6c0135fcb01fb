import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Readable } from "node:stream";
import { githubCommand } from "../../../generators/github/command.ts";
import type { Io } from "../../../generators/terminal/io.ts";
import type { GitHub } from "../../api/github.ts";
import { captured } from "../captured.ts";

export const key = "-----BEGIN OPENSSH PRIVATE KEY-----\nhunter2\n";
export const knownHosts = "shop.example ssh-ed25519 AAAAC3Nz\n";

/** A repository with one commit, and beside it a key and the pins of its server. */
export function shopIn(
  folder: string,
  remote?: string,
): { root: string; git: (...args: string[]) => string; commit: () => string } {
  const root = join(folder, "shop");
  mkdirSync(join(root, ".github/workflows"), { recursive: true });
  writeFileSync(join(root, "flask-deploy.yml"), "name: shop\ndeploy:\n  host: shop.example\n");
  writeFileSync(join(root, ".github/workflows/deploy.yml"), "on: push\n");
  writeFileSync(join(folder, "key"), key);
  writeFileSync(join(folder, "hosts"), knownHosts);
  const git = (...args: string[]) => execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: "pipe" }).trim();
  const commit = () => {
    git("add", "-A");
    git("-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", "A commit");
    return git("rev-parse", "HEAD");
  };
  git("init", "-q", "-b", "main");
  commit();
  if (remote) git("remote", "add", "origin", remote);
  return { root, git, commit };
}

/** Words for a key that is there, so that no server is needed. */
export const ownKey = ["--existing-key", "../key", "--known-hosts", "../hosts"];

export const envOf = (github: GitHub, more: Record<string, string> = {}) => ({
  ...{ PATH: process.env.PATH ?? "", HOME: process.env.HOME ?? "", GITHUB_TOKEN: "t0ken" },
  ...{ GITHUB_API_URL: github.api.url, GITHUB_SERVER_URL: github.api.url, ...more },
});

/** create-flask-deploy github WORDS, in `root`. */
export function run(
  github: GitHub,
  root: string,
  words: readonly string[],
  env: Record<string, string> = {},
  stdin = "",
  more: Partial<Io> = {},
) {
  const given = { cwd: root, env: envOf(github, env), stdin: Readable.from([stdin]), ...more };
  return captured(githubCommand, words, given);
}
