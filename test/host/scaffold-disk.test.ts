import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { temporary } from "../generators/temporary.ts";

/** Runs a script that may mount, for itself alone: $1 is an empty folder, $2 node, $3 fill.ts. */
function unshared(script: string): string {
  const argv = ["-Urm", "sh", "-c", script, "sh", temporary(), process.execPath, join(import.meta.dirname, "fill.ts")];
  return execFileSync("unshare", argv, { encoding: "utf8" });
}

describe("the scaffold on a disk of its own", () => {
  it("leaves a folder as it was when the disk becomes full in the middle", () => {
    const script = `
      set -e; mount -t tmpfs -o size=64k none "$1"; echo mine > "$1/app.py"; echo before > "$1/x"
      ls -lR "$1" | grep -v ^d > /dev/shm/before-$$ ; status=0
      "$2" "$3" "$1" || status=$?
      ls -lR "$1" | grep -v ^d | diff /dev/shm/before-$$ - && rm /dev/shm/before-$$ && cat "$1/app.py" && exit $status`;
    expect(unshared(script)).toBe("the disk is full. Make room, or choose a folder on another disk.\nmine\n");
  });

  it("says that it is read-only, to root as well", () => {
    const script = 'mount --bind "$1" "$1" && mount -o remount,bind,ro "$1" && "$2" "$3" "$1"; "$2" "$3" "$1/below"';
    const said = unshared(script);
    expect(said).toMatch(/^(\S+ is on a read-only file system\. Choose another folder\.\n){2}$/);
  });
});
