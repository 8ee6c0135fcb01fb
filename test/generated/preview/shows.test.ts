import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { clear, makeRoom, preview, scaffold } from "./previewed.ts";

const room = makeRoom();
afterAll(() => clear(room));
const repository = scaffold(room, "shop");

/** What it showed until a request was answered, and was then told to stop. */
async function shown(...words: string[]): Promise<string> {
  const run = preview(repository, words);
  const stdout = await run.says("Serving http");
  const url = /Serving (\S+)/.exec(stdout)?.[1] ?? "";
  expect((await fetch(`${url}healthz`)).status).toBe(200);
  run.child.kill("SIGINT");
  const { stderr } = await run.ended;
  return stderr;
}

it("preview shows the site's URL first: what uWSGI says while it starts is one line, and what comes later is shown", async () => {
  const folded = await shown();
  expect(folded).toMatch(/\[uwsgi\] … [1-9]\d+ lines while it started \(--verbose shows them\)\n/);
  expect(folded).not.toContain("*** Starting uWSGI");
  expect(folded).toMatch(/\[nginx\] .*GET \/healthz/);
  expect(await shown("--verbose")).toContain("*** Starting uWSGI");
});

it("preview shows all that was said when the app does not start", async () => {
  writeFileSync(join(repository, "wsgi.py"), "raise RuntimeError('no')\n");
  const { code, stderr } = await preview(repository, []).ended;
  expect(code).toBe(1);
  expect(stderr).toMatch(/\*\*\* Starting uWSGI[\s\S]*RuntimeError: no/);
});
