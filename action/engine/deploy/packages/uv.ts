import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { lastLines } from "../../process/run.ts";
import { DeployError } from "../deploy-error.ts";
import { type PipRun, pip } from "./pip.ts";

/** The uv to install if there is none, and the hashes of its wheels for Linux and macOS on both architectures. */
const version = "0.13.8";
const hashes: readonly string[] = [
  // macosx_10_12_x86_64
  "b7124ca1956ec2e476a1003ea5715a15f0266afaec37f4dc9c6972ba8183e6d1",
  // macosx_11_0_arm64
  "62b6943c7fd64fac6854f780bea6e0359e5a5bc3241f83ee357bb38276afac49",
  // manylinux_2_17_aarch64
  "0b3e8b1a4f5e405e31e2ff33de8af4744831e9f7338539671efbd8c3c94e791d",
  // manylinux_2_17_armv7l
  "86f1319f851e645bc295bb921e6be19beae7e69216c75ae809010ca7817393aa",
  // manylinux_2_17_x86_64
  "e18a57b8b352eb7c8feb317b9f6f533c8f0ad9673fd6cf34bbe3cf1a9f6a8984",
  // manylinux_2_28_aarch64
  "5337c30bb893b4f9ce0ceb921ba2da0d13f649da644f40ad3bef84083bef0203",
  // musllinux_1_1_x86_64
  "29451c60f5e8b07403e0a175d5229efc36b0289b34143ff4aaa499a5dd52553a",
];

/** How to start uv: the machine's own, else one that pip installs into the cache once. */
export async function findUv(given: PipRun & { readonly cacheDir: string }): Promise<string> {
  const { run, env, cacheDir, onLine } = given;
  if (
    await run(["uv", "--version"], { env }).then(
      ({ code }) => code === 0,
      () => false,
    )
  )
    return "uv";
  const kept = join(cacheDir, `uv-${version}`);
  const program = join(kept, "bin/uv");
  if (existsSync(program)) return program;
  onLine(`uv.lock needs uv, which is not installed here: fetching uv ${version}`);
  mkdirSync(cacheDir, { recursive: true });
  const fresh = mkdtempSync(join(cacheDir, ".uv-"));
  try {
    const list = join(fresh, "uv.txt");
    writeFileSync(list, `uv==${version} ${hashes.map((hash) => `--hash=sha256:${hash}`).join(" ")}\n`);
    const options = ["--no-deps", "--only-binary=:all:", "--require-hashes", "--target", join(fresh, "uv"), "-r", list];
    const done = await pip(given, ["install", "-q", ...options], { cwd: fresh });
    if (done.code !== 0) {
      const last = lastLines(done.said, 4);
      const next = "Install uv (on GitHub: astral-sh/setup-uv), or commit a requirements.txt exported by uv.";
      throw new DeployError(
        "infrastructure",
        "check",
        `uv.lock needs uv, which is not installed and could not be fetched:\n${last}`,
        next,
      );
    }
    try {
      renameSync(join(fresh, "uv"), kept);
    } catch (error) {
      // Another run has installed the same program first.
      if (!existsSync(program)) throw error;
    }
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return program;
}
