import { spawnSync } from "node:child_process";
import { join } from "node:path";

const rooms = [
  "console/maintenance",
  "console/logs",
  "console/releases",
  "console/status",
  "console/unlock",
  "console/tls",
  "console/doctor",
  "targets/server/driver",
  "targets/server/driver/probe",
  "targets/server/helper/logs",
].map((room) => join(import.meta.dirname, "../../../action/engine", room));

/** Runs Python among the modules that run on the server; gives what `code` leaves in `answer`. `given` is there as `given`. */
export function python(code: string, given: unknown = null): unknown {
  const script = [
    "import sys, json; sys.dont_write_bytecode = True",
    `sys.path[:0] = ${JSON.stringify(rooms)}`,
    "given = json.load(sys.stdin)",
    code,
    "print(json.dumps(answer))",
  ].join("\n");
  const done = spawnSync("python3", ["-I", "-c", script], { input: JSON.stringify(given), encoding: "utf8" });
  if (done.status !== 0) throw new Error(done.stderr);
  return JSON.parse(done.stdout);
}
