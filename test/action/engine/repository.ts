import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type App, readApp } from "../../../action/engine/app/app.ts";
import type { Finished, ProcessRunner } from "../../../action/engine/process/run.ts";
import type { Inventory } from "../../../action/engine/targets/target.ts";

const files = {
  "app.py": "from flask import Flask\n",
  "requirements.txt": "flask==3.1.1\n",
  "static/site.css": "body { color: black }\n",
};

/** A folder with an app that is in no git repository, so that nothing but files is looked at. */
export function repository(more: Readonly<Record<string, string>> = {}): string {
  const root = mkdtempSync(join(tmpdir(), "cfd-engine-"));
  for (const [path, text] of Object.entries({ ...files, ...more })) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}

export const appOf = (deploy = ""): App => readApp(`name: shop\ndeploy:\n  host: shop.example.org\n${deploy}`);

export const finished = (more: Partial<Finished> = {}): Finished => ({
  ...{ code: 0, signal: null, stdout: "", stderr: "", timedOut: false, ...more },
});

/** What git says where there is no repository. */
export const noGit: ProcessRunner = async () => finished({ code: 128, stderr: "fatal: not a git repository" });

/** What a server tells that has the packages, and nothing of one file. */
export const inventory: Inventory = {
  t: "inventory",
  previous: "",
  previousCommit: "",
  missing: [0],
  changed: { added: 1, changed: 0, removed: 0 },
  venv: true,
  python: { version: "3.11.2", machine: "x86_64", libc: "2.36", soabi: "cpython-311-x86_64-linux-gnu", markers: {} },
  releases: [],
};
