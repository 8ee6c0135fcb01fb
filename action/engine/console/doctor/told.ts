import * as v from "valibot";
import { boolean as flag, array as list, nullable, number, object, record, string as text } from "valibot";
import { https } from "../tls/https.ts";

const path = object({
  ...{ path: text(), mode: text(), owner: text(), group: text(), sha256: text(), to: text() },
  kind: v.picklist(["link", "folder", "file", "socket", "other"]),
});
export type PathFact = v.InferOutput<typeof path>;
const seen = nullable(path);

/** What doctor.py tells of any server. */
const bare = object({
  /** Seconds since 1970, by the server's clock. */
  now: number(),
  login: text(),
  /** Whether /srv/APP exists. */
  base: flag(),
  helper: nullable(v.intersect([path, object({ constants: record(text(), text()), protocol: number() })])),
  python: object({ version: text(), venv: flag() }),
  system: object({ id: text(), version: text(), name: text() }),
});
export type BareFacts = v.InferOutput<typeof bare>;

/** What it tells of one on which the app is set up. Sizes in bytes. */
const server = object({
  ...bare.entries,
  /** Whether its Python runs, and why its answer on its own socket will not do; "" when it will. */
  release: object({ id: text(), complete: flag(), venv: flag(), why: text() }),
  folders: record(text(), seen),
  /** With the sha256 of the current release's. */
  files: list(object({ path: text(), target: text(), installed: seen, source: text() })),
  /** Files that setup itself generates. */
  own: record(text(), seen),
  socket: object({ folder: seen, linked: flag(), release: text(), file: seen }),
  env: seen,
  lock: object({ held: flag(), holder: text(), seconds: number() }),
  journal: object({ torn: flag(), unfinished: text(), readable: flag() }),
  /** `inodes` is 0 where they are not counted. */
  disk: record(
    text(),
    object({ size: number(), free: number(), inodes: number(), inodesFree: number(), device: number() }),
  ),
  memory: object({ total: number(), swap: number(), free: number(), instance: number() }),
  groups: record(text(), list(text())),
  nginxWorkers: list(object({ user: text(), groups: list(number()) })),
  /** Of the app's group; -1 if there is none. */
  gid: number(),
  /** Other apps that this login deploys. */
  others: list(text()),
  writable: list(text()),
  leftovers: list(text()),
  caches: record(text(), number()),
  logs: object({ rotate: flag(), rule: flag(), files: record(text(), number()) }),
  updates: object({ days: number(), unattended: flag(), reboot: flag() }),
  /** Content of the file that switches it on. */
  maintenance: text(),
  selinux: object({ enforcing: flag(), connect: flag() }),
  /** nginx's response for one file of each folder that it serves itself. */
  statics: list(object({ path: text(), status: number(), error: text() })),
  /** null for a site without HTTPS. */
  https: nullable(https),
  nginxAnswers: object({ status: number(), why: text() }),
  root: object({ code: number(), said: text() }),
  /** Output of systemctl, a record for each unit. */
  units: list(record(text(), text())),
  failed: list(text()),
  clock: object({ synchronized: flag(), container: flag() }),
});
export type ServerFacts = v.InferOutput<typeof server>;

export const told: v.GenericSchema<unknown, BareFacts | ServerFacts> = v.lazy((said) =>
  said !== null && typeof said === "object" && "release" in said ? server : bare,
);
