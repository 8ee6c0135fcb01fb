import { describe, expect, it } from "vitest";
import type { DeployRequest, Effects } from "../../../../../../action/engine/deploy/contract.ts";
import { DeployError } from "../../../../../../action/engine/deploy/deploy-error.ts";
import type { Finished, ProcessRunner } from "../../../../../../action/engine/process/run.ts";
import { deployWithSetup } from "../../../../../../action/engine/targets/server/setup/deploy-with-setup.ts";
import { helperProtocol } from "../../../../../../action/engine/targets/server/setup/helper.ts";
import type { Outcome } from "../../../../../../action/engine/targets/target.ts";
import { appOf, finished, noGit, repository } from "../../../repository.ts";
import { prepared, wish } from "./facts.ts";

const unchanged: Outcome = {
  ...{ t: "outcome", status: "unchanged", release: "r", previous: "r", cause: null },
  prober: { sent: 0, failed: 0, stallMs: 0 },
};
const lacks = new DeployError("setup", "connect", "the server has no helper", "Run setup.");
const root = repository(Object.fromEntries(wish.files));
const ready = ["uid 0", "systemd yes", ...prepared({ ...wish, keys: [] }), `helper ${helperProtocol}`, "end"].join(
  "\n",
);

/** A deploy whose target answers as it is told to, one after the other, and whose ssh does. */
async function run(
  answers: readonly (Outcome | Error)[],
  setup = "auto",
  more: Partial<DeployRequest> = {},
  ssh: Partial<Finished> = { stdout: ready },
) {
  const left = [...answers];
  const lines: string[] = [];
  const argvs: (readonly string[])[] = [];
  const programs: ProcessRunner = async (argv) => {
    if (argv[0] !== "ssh") return noGit(argv);
    argvs.push(argv);
    return finished(ssh);
  };
  const effects: Effects = {
    openTarget: () => ({
      offer: async () => {
        const answer = left.shift();
        if (answer instanceof Error) throw answer;
        return answer as Outcome;
      },
      stage: async () => unchanged,
      resume: async () => unchanged,
      undo: async () => unchanged,
      leave: async () => {},
      cost: { roundTrips: 1, bytesSent: 0 },
    }),
    ...{ run: programs, now: () => 0, clock: () => 0, cacheDir: "", env: {}, fetch, resolve: async () => [] },
    log: { step: () => {}, line: (text) => lines.push(text), warning: () => {}, done: () => {} },
  };
  const login = { host: "shop.example.org", user: "deploy-shop" };
  const result = await deployWithSetup({ app: appOf(`  setup: ${setup}\n`), root, login, ...more }, effects);
  return { result, lines, argvs, left };
}

describe("a deploy to a server that may not be ready", () => {
  it("asks for nothing more where it is", async () => {
    const { result, argvs } = await run([unchanged]);
    expect([result.status, argvs]).toEqual(["unchanged", []]);
  });

  it("sets it up where it is not, and deploys then", async () => {
    const { result, lines, argvs, left } = await run([lacks, unchanged]);
    expect([result.status, left]).toEqual(["unchanged", []]);
    expect(lines).toEqual(["the server has no helper: setting shop.example.org up"]);
    // It looked, and left.
    expect(argvs.map((argv) => argv.includes("exit"))).toEqual([false, true]);
  });

  it.each([
    ["setup is by hand", "manual", lacks, {}],
    ["it only looks", "auto", lacks, { dryRun: true }],
    ["another thing is wrong", "auto", new DeployError("locked", "lock", "x"), {}],
  ])("leaves it as it is where %s", async (_, setup, error, more) => {
    const { result, argvs } = await run([error, unchanged], setup, more);
    expect([result.status, result.cause?.kind, argvs]).toEqual(["failed", error.kind, []]);
  });

  it("says why that failed beside what was wrong at first", async () => {
    const { result, argvs } = await run([lacks, unchanged], "auto", {}, { code: 1, stderr: "odd" });
    expect(result).toMatchObject({ status: "failed", cause: { kind: "setup", message: "the server has no helper" } });
    expect(result.cause?.next).toMatch(
      /^Run setup\.\nSetting it up from here failed: the look at shop.example.org failed/,
    );
    expect(argvs.at(-1)).toContain("exit");
  });
});
