import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readEnv, writeEnv } from "../../action/engine/process/env-file.ts";
import { alike, anyEnv, anyText } from "../action/engine/process/env-cases.ts";
import fc from "../fuzz.ts";
import { bootHost, type Host } from "./lib/host.ts";

let host: Host;
beforeAll(async () => {
  host = await bootHost({ variant: "bare" });
});
afterAll(() => host?.stop());

let batch = 0;

/** What a unit's program has of each file that systemd was told to read: the variables that none has without a file. */
async function read(files: readonly string[]): Promise<Record<string, string>[]> {
  const texts = ["", ...files];
  const folder = `/var/tmp/env-${batch++}`;
  const at = join(host.root, folder);
  mkdirSync(at);
  texts.forEach((text, i) => {
    writeFileSync(join(at, String(i)), text);
  });
  const run = "systemd-run --quiet --wait --pipe";
  const script = `cd ${folder}; i=0; while [ $i -lt ${texts.length} ]; do
    ${run} -p EnvironmentFile=${folder}/$i env -0 </dev/null >$i.out 2>$i.err || echo failed >>$i.err; i=$((i + 1)); done
    i=0; while [ $i -lt ${texts.length} ]; do base64 -w0 $i.out; echo; cat $i.err >&2; i=$((i + 1)); done`;
  const done = await host.inside(script, { timeoutMs: 240_000 });
  expect(done.stderr).toBe("");
  const [none = {}, ...read] = done.stdout
    .trimEnd()
    .split("\n")
    .map((line) => {
      const pairs = Buffer.from(line, "base64").toString().split("\0").slice(0, -1);
      const env = pairs.map((pair) => [pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1)]);
      return Object.fromEntries(env) as Record<string, string>;
    });
  return read.map((env) => Object.fromEntries(Object.entries(env).filter(([name]) => !(name in none))));
}

it("systemd reads each kind of line as our reader does", async () => {
  expect(await read(alike.map(([, text]) => text))).toEqual(alike.map(([, , env]) => env));
});

it("systemd reads what our reader takes as it takes it, whatever stands in it", async () => {
  const taken = fc.sample(
    anyText.filter((text) => "env" in readEnv(text)),
    250,
  );
  const wanted = taken.map((text) => (readEnv(text) as { env: Record<string, string> }).env);
  expect(wanted.filter((env) => Object.keys(env).length > 0).length).toBeGreaterThan(50);
  // Windows' line ends are read past by ours alone; what it writes has none.
  const got = await read(taken.map((text) => text.replaceAll("\r\n", "\n")));
  taken.forEach((text, i) => {
    expect(got[i], JSON.stringify(text)).toEqual(wanted[i]);
  });
});

it("systemd reads what we write as it was", async () => {
  const envs = fc.sample(anyEnv, 150);
  expect(await read(envs.map(writeEnv))).toEqual(envs);
});
