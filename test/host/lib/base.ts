import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { runProcess } from "../../../action/engine/process/run.ts";
import { lab, readyMachine } from "./machine.ts";

/** `bare`: sshd and sudo, nothing else. `ready`: also nginx, python3-venv, certbot, supervisor, logrotate, curl, rsync. */
export type Variant = "bare" | "ready";

const recipe = join(import.meta.dirname, "base.sh");

/** Root's key pair for every test host; made by {@link base}. */
export const identityFile = join(lab, "id_ed25519");

/**
 * The root tree of a variant, built when it is not there yet (about a minute and a half each). Locked: whoever comes
 * second waits. The folder appears under its name only when complete.
 */
export async function base(variant: Variant): Promise<string> {
  const tree = treeOf(variant);
  if (existsSync(tree)) return tree;
  readyMachine();
  mkdirSync(lab, { recursive: true });
  const bare = variant === "ready" ? await base("bare") : "";
  const script = `
    set -e
    exec 9>"$1/build.lock"; flock 9
    [ ! -d "$3" ] || exit 0
    [ -f "$1/id_ed25519" ] || ssh-keygen -q -t ed25519 -N '' -C flask-deploy-lab -f "$1/id_ed25519"
    rm -rf "$3.part"; mkdir "$3.part"
    sh "$4" "$2" "$3.part" "$1/id_ed25519.pub" "$5" 9>&- || { rm -rf "$3.part"; exit 1; }
    mv "$3.part" "$3"`;
  const env = { ...process.env, PATH: `${process.env.PATH}:/usr/sbin:/sbin` } as Record<string, string>;
  const built = await runProcess(["sh", "-c", script, "sh", lab, variant, tree, recipe, bare], {
    env,
    timeoutMs: 900_000,
  });
  if (built.code !== 0) {
    const last = `${built.stdout}\n${built.stderr}`.trim().split("\n").slice(-20).join("\n");
    throw new Error(`the ${variant} tree for test hosts could not be built (${recipe}):\n${last}`);
  }
  return tree;
}

/** The recipe's hash is in the name: a changed recipe is another tree, and an old one is never mistaken for it. */
function treeOf(variant: Variant): string {
  return join(lab, `${variant}-${createHash("sha256").update(readFileSync(recipe)).digest("hex").slice(0, 12)}`);
}
