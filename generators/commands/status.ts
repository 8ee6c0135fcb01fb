import { setTimeout as sleep } from "node:timers/promises";
import { type Status, status, statusOptions } from "../../action/engine/console/status/status.ts";
import { statusRows, type Tone } from "../../action/engine/console/status/text.ts";
import { command } from "../dispatch/command.ts";
import { columns } from "../dispatch/help.ts";
import { asking, type Destination, destination, serverFlags } from "../dispatch/server-flags.ts";
import type { Io } from "../terminal/io.ts";
import { painter } from "../terminal/paint.ts";
import { waiting } from "../terminal/running.ts";

export const statusCommand = command(
  {
    name: "status",
    summary: "show the live release, its deploy time and author, health and traffic",
    flags: [
      ...serverFlags,
      statusOptions.minutes,
      { name: "watch", kind: "boolean", short: "w", help: "refresh every two seconds, until Ctrl-C" },
    ],
    examples: [
      ["create-flask-deploy status", "exit code 0 only if the live release responds"],
      ["create-flask-deploy status --watch --minutes 1", "during a deploy, or under load"],
    ],
  },
  async ({ values }, io) => {
    const there = destination(values, io);
    const seconds = (values.minutes ?? statusOptions.minutes.standard) * 60;
    const json = values.json ?? false;
    if (!values.watch) return show(await look(there, seconds, false, io), json, io);
    return watch(() => look(there, seconds, true, io), json, io);
  },
);

type Seen = readonly { readonly host: string; readonly seen: Status }[];

function look({ app, root, logins }: Destination, seconds: number, watches: boolean, io: Io): Promise<Seen> {
  const asked = logins.map(async (login) => {
    const seen = await asking(io, (effects) => status({ app, root, login }, effects, seconds));
    return { host: login.host, seen };
  });
  const all = () => Promise.all(asked);
  const hosts = logins.map(({ host }) => host).join(", ");
  return watches ? all() : waiting(`status of ${hosts}`, io, all);
}

const codeOf = (all: Seen) => (all.every(({ seen }) => seen.answers) ? 0 : 1);

function show(all: Seen, json: boolean, io: Io): number {
  if (json) {
    const told = all.map(({ host, seen }) => ({ host, ...seen }));
    io.stdout.write(`${JSON.stringify(told.length === 1 ? told[0] : told, null, 2)}\n`);
  } else for (const line of lines(all, io)) io.stdout.write(`${line}\n`);
  return codeOf(all);
}

function lines(all: Seen, io: Io): string[] {
  const paint = painter(io.stdout, io.env);
  const tones: Readonly<Record<Tone, (text: string) => string>> = {
    good: paint.green,
    bad: paint.red,
    note: paint.yellow,
    "": (text) => text,
  };
  return all.flatMap(({ host, seen }, index) => [
    ...(index > 0 ? [""] : []),
    ...columns([["host", host], ...statusRows(seen).map(({ name, text, tone }) => [name, tones[tone](text)] as const)]),
  ]);
}

/** On a terminal, redraws the same lines; elsewhere prints one status after the other, as JSON one a line. */
async function watch(ask: () => Promise<Seen>, json: boolean, io: Io): Promise<number> {
  const redraws = painter(io.stdout, io.env).on && !json;
  let code = 1;
  for (let first = true; !io.signal.aborted; first = false) {
    let drawn: string[];
    try {
      const all = await ask();
      code = codeOf(all);
      const told = all.map(({ host, seen }) => JSON.stringify({ host, ...seen }));
      drawn = json ? told : lines(all, io);
    } catch (error) {
      if (io.signal.aborted) break;
      // A server that fails at the first query is an error. Later it may respond again.
      if (first) throw error;
      code = 1;
      drawn = json ? [] : [(error as Error).message];
    }
    // Overwrites the previous lines one by one, which does not flicker, then clears the rest.
    if (redraws)
      io.stdout.write(`${first ? "\x1b[2J" : ""}\x1b[H${drawn.map((line) => `${line}\x1b[K\n`).join("")}\x1b[J`);
    else for (const line of drawn) io.stdout.write(`${line}\n`);
    await sleep(2000, undefined, { signal: io.signal }).catch(() => {});
  }
  return code;
}
