import childProcess from "node:child_process";
import { syncBuiltinESMExports } from "node:module";

/** For the project `unit`: a test that starts a program is none of a unit, and no fast one. */
const refuse = () => {
  throw new Error("a unit test starts no program: name its file in test/processes.ts");
};
const starts = ["spawn", "spawnSync", "exec", "execSync", "execFile", "execFileSync", "fork"] as const;
Object.assign(childProcess, Object.fromEntries(starts.map((name) => [name, refuse])));
syncBuiltinESMExports();
