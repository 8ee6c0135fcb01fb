import * as v from "valibot";
import { boolean as flag, array as list, nullable, number, object, record, string as text } from "valibot";
import type { BareFacts, PathFact, ServerFacts } from "./facts.ts";

const path: v.GenericSchema<unknown, PathFact> = object({
  ...{ path: text(), mode: text(), owner: text(), group: text(), sha256: text(), to: text() },
  kind: v.picklist(["link", "folder", "file", "socket", "other"]),
});
const seen = nullable(path);

const bareEntries = {
  now: number(),
  login: text(),
  base: flag(),
  tool: nullable(v.intersect([path, object({ constants: record(text(), text()), protocol: number() })])),
  python: object({ version: text(), venv: flag() }),
  system: object({ id: text(), version: text(), name: text() }),
};

const bare = object(bareEntries);

const server = object({
  ...bareEntries,
  release: object({ id: text(), complete: flag(), venv: flag(), why: text() }),
  folders: record(text(), seen),
  files: list(object({ path: text(), target: text(), installed: seen, source: text() })),
  own: record(text(), seen),
  socket: object({ folder: seen, linked: flag(), release: text(), file: seen }),
  env: seen,
  lock: object({ held: flag(), holder: text(), seconds: number() }),
  journal: object({ torn: flag(), unfinished: text(), readable: flag() }),
  disk: record(
    text(),
    object({ size: number(), free: number(), inodes: number(), inodesFree: number(), device: number() }),
  ),
  memory: object({ total: number(), swap: number(), free: number(), instance: number() }),
  groups: record(text(), list(text())),
  nginxWorkers: list(object({ user: text(), groups: list(number()) })),
  gid: number(),
  others: list(text()),
  writable: list(text()),
  leftovers: list(text()),
  caches: record(text(), number()),
  logs: object({ rotate: flag(), rule: flag(), files: record(text(), number()) }),
  updates: object({ days: number(), unattended: flag(), reboot: flag() }),
  maintenance: text(),
  selinux: object({ enforcing: flag(), connect: flag() }),
  statics: list(object({ path: text(), status: number(), error: text() })),
  nginxAnswers: object({ status: number(), why: text() }),
  root: object({ code: number(), said: text() }),
  units: list(record(text(), text())),
  failed: list(text()),
  clock: object({ synchronized: flag(), container: flag() }),
});

/** What doctor.py says: of any server, and more of one on which the app is set up. */
export const told: v.GenericSchema<unknown, BareFacts | ServerFacts> = v.lazy((said) =>
  said !== null && typeof said === "object" && "release" in said ? server : bare,
);
