import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { appServerAccepts, linterIsSilent, managerAccepts, nginxAccepts, ownTestsPass } from "./acceptance.ts";
import { combinations } from "./combinations.ts";
import { type ServerTree, serverTree } from "./server-tree.ts";
import { Venvs } from "./venvs.ts";

const folder = realpathSync(mkdtempSync(join(tmpdir(), "generated-")));
const venvs = new Venvs(join(folder, "venvs"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Combinations share files: what has been found right of a set of files is not tried again for the same bytes. */
const tried = new Map<string, Promise<void>>();
function once(tree: ServerTree, concerned: RegExp, check: (tree: ServerTree, venvs: Venvs) => Promise<void>) {
  const hash = createHash("sha256").update(check.name);
  for (const { path, content } of tree.files) if (concerned.test(path)) hash.update(`\0${path}\0`).update(content);
  const key = hash.digest("hex");
  const result = tried.get(key) ?? check(tree, venvs);
  tried.set(key, result);
  return result;
}

it("there are 168 of them", () => {
  expect(combinations.length).toBe(168);
});

describe.concurrent.each(combinations)("$label", ({ label, answers }) => {
  let tree: ServerTree;
  beforeAll(async () => {
    const root = join(folder, label.replaceAll(/\W+/g, "-"));
    mkdirSync(root);
    tree = await serverTree(answers, root);
  });

  it("is accepted by nginx", () => once(tree, /^deploy\/nginx/, nginxAccepts));
  it("is loaded by its app server, app and all", () =>
    once(tree, /^deploy\/(uwsgi|gunicorn|serve)|\.py$|html$|^requirements/, appServerAccepts));
  it("is accepted by what keeps it alive, in a tight sandbox", () =>
    once(tree, /^deploy\/(?!nginx|flask|uwsgi|gunicorn|serve)|^requirements/, managerAccepts));
  it("gives our linter nothing to find", () => once(tree, /./, linterIsSilent));
  it("passes its own tests", () => once(tree, /^(?!deploy|README|LICENSE|flask-deploy|\.)/, ownTestsPass));
});
