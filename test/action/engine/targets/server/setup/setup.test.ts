import { describe, expect, it } from "vitest";
import type { Finished, RunOptions } from "../../../../../../action/engine/process/run.ts";
import { helperProtocol } from "../../../../../../action/engine/targets/server/setup/helper.ts";
import {
  knownHosts,
  SetupError,
  type SetupOptions,
  setUp,
} from "../../../../../../action/engine/targets/server/setup/setup.ts";
import { finished } from "../../../repository.ts";
import { prepared, wish } from "./facts.ts";

const said = (lines: readonly string[]) => ["uid 0", "systemd yes", ...lines, "end"].join("\n");
const ready = [...prepared(), `helper ${helperProtocol}`, "hostkey ssh-ed25519 AAAAhost"];
const without = (pattern: RegExp) => ready.filter((line) => !pattern.test(line));

/** A server that shows these lines, one list after the other, and runs each step as it is told to. */
function server(
  looks: readonly (readonly string[])[],
  step: (script: string) => Partial<Finished> = () => ({}),
  user = "root",
) {
  const ran: { argv: readonly string[]; options: RunOptions | undefined }[] = [];
  const left = [...looks];
  const exec = async (argv: readonly string[] | string, options?: RunOptions) => {
    const words = argv as readonly string[];
    const bare = words.slice(words.indexOf("sh"));
    // The probe has words after its script, a step has none.
    if (bare.length > 3)
      return finished({ stdout: said(left.length > 1 ? (left.shift() as string[]) : (left[0] as string[])) });
    ran.push({ argv: words, options });
    return finished(step(bare[2] as string));
  };
  const target = { host: "shop.example.org", user, port: 2222, run: () => Promise.reject(new Error("unused")) };
  const setUpIt = (options?: SetupOptions) => setUp(wish, { target, exec, close: async () => {} }, options);
  return { ran, setUpIt };
}

describe("setting a server up", () => {
  it("does nothing where all is there, and tells its key as it is pinned", async () => {
    const { ran, setUpIt } = server([ready]);
    expect(await setUpIt()).toEqual({
      ...{ status: "ready", steps: [], warnings: [], authorized: ["restrict,pty ssh-ed25519 AAAAkey shop-deploy"] },
      knownHosts: ["[shop.example.org]:2222 ssh-ed25519 AAAAhost"],
    });
    expect(ran).toEqual([]);
  });

  it("does what is missing, one step after the other, and looks again", async () => {
    const told: string[] = [];
    const { ran, setUpIt } = server([without(/^authorized|^gid/), ready]);
    const { status, steps, authorized } = await setUpIt({ onStep: ({ title }) => told.push(title) });
    expect(status).toBe("changed");
    expect(told).toEqual(["create the group shop", "let deploy-shop log in with the key shop-deploy"]);
    expect(steps.map(({ title }) => title)).toEqual(told);
    expect(ran.map(({ argv }) => argv.slice(0, 2))).toEqual([
      ["sh", "-c"],
      ["sh", "-c"],
    ]);
    expect(ran.map(({ options }) => [options?.stdin, options?.timeoutMs])).toEqual([
      ["", 60_000],
      ["restrict,pty ssh-ed25519 AAAAkey shop-deploy\n", 60_000],
    ]);
    // As they were before.
    expect(authorized).toEqual([]);
  });

  it("only says what it would do in a dry run", async () => {
    const { ran, setUpIt } = server([without(/^gid|^program sudo/)]);
    const { status, steps } = await setUpIt({ dryRun: true });
    expect([status, steps.map(({ title }) => title)]).toEqual(["planned", ["install sudo", "create the group shop"]]);
    expect(ran).toEqual([]);
  });

  it("looks again once packages are installed, as they bring what the rest depends on", async () => {
    const { ran, setUpIt } = server([without(/^program sudo|^gid/), ready]);
    const { status, steps } = await setUpIt();
    expect([status, steps.map(({ title }) => title)]).toEqual(["changed", ["install sudo"]]);
    expect(ran[0]?.options?.timeoutMs).toBe(900_000);
  });

  it("becomes root by sudo", async () => {
    const { ran, setUpIt } = server([without(/^gid/), ready], undefined, "ann");
    await setUpIt();
    expect(ran[0]?.argv.slice(0, 4)).toEqual(["sudo", "-n", "--", "sh"]);
  });

  it.each<[string, string[][], (script: string) => Partial<Finished>, string, RegExp]>([
    [
      "is unfit",
      [without(/^gid/).concat("taken folder /srv/shop")],
      () => ({}),
      "root",
      /^\/srv\/shop is there already/,
    ],
    [
      "installs nothing",
      [without(/^program sudo/)],
      () => ({}),
      "root",
      /^the package manager says.*still to do: install sudo\.$/,
    ],
    ["takes it back", [without(/^gid/)], () => ({}), "root", /still lacks: create the group shop\. Something on it/],
    [
      "lets no helper run",
      [ready.filter((line) => !line.startsWith("helper"))],
      () => ({}),
      "root",
      /may not run the helper through sudo: no answer\./,
    ],
    ["has another helper", [[...without(/^helper/), "helper 1"]], () => ({}), "root", /through sudo: 1\. /],
    [
      "fails",
      [without(/^gid/)],
      () => ({ code: 9, stderr: "a\nb\n" }),
      "root",
      /^could not create the group shop \(ended with 9\):\na\nb\n/,
    ],
    ["fails wordlessly", [without(/^gid/)], () => ({ code: 9, stdout: "out\n" }), "root", /ended with 9\):\nout\n/],
    ["hangs", [without(/^gid/)], () => ({ code: null, timedOut: true }), "root", /\(took over 60 s\)/],
    [
      "asks for a password",
      [without(/^gid/)],
      () => ({ code: 1, stderr: "sudo: a password is required" }),
      "ann",
      /^ann cannot become root on shop.example.org/,
    ],
    [
      "has no sudo",
      [without(/^gid/)],
      () => ({ code: 127, stderr: "sh: 1: sudo: not found" }),
      "ann",
      /cannot become root/,
    ],
    [
      "knows no sudo",
      [without(/^gid/)],
      () => ({ code: 127, stderr: "bash: sudo: command not found" }),
      "ann",
      /cannot become root/,
    ],
    [
      "gives no sudo",
      [without(/^gid/)],
      () => ({ code: 1, stderr: "ann is not in the sudoers file" }),
      "ann",
      /cannot become root/,
    ],
    [
      "says sudo as root",
      [without(/^gid/)],
      () => ({ code: 1, stderr: "sudo: not found" }),
      "root",
      /^could not create the group/,
    ],
  ])("says of a server that %s what to do", async (_, looks, step, user, message) => {
    const error = await server(looks, step, user)
      .setUpIt()
      .catch((thrown) => thrown);
    expect(error).toBeInstanceOf(SetupError);
    expect(error.message).toMatch(message);
    expect(error.problems.join("\n")).toBe(error.message);
  });

  it("takes what sudo says for no matter where the step succeeds", async () => {
    const step = () => ({ code: 0, stderr: "sudo: unable to resolve host shop" });
    expect(await server([without(/^gid/), ready], step, "ann").setUpIt()).toMatchObject({ status: "changed" });
  });

  it("stops between two steps where the run is cancelled", async () => {
    const cancel = new AbortController();
    const { ran, setUpIt } = server([without(/^authorized|^gid/)], () => {
      cancel.abort();
      return {};
    });
    await expect(setUpIt({ signal: cancel.signal })).rejects.toThrow(/abort/i);
    expect(ran).toHaveLength(1);
  });

  it("shows the last words of a look that fails", async () => {
    const words = Array.from({ length: 20 }, (_, i) => i).join("\n");
    const exec = async () => finished({ code: 3, stderr: words });
    const target = { host: "shop.example.org", user: "root", run: () => Promise.reject(new Error("unused")) };
    const error = await setUp(wish, { target, exec, close: async () => {} }).catch((thrown) => thrown);
    expect(error.message).toBe(
      `the look at shop.example.org failed (exit code 3):\n${words.slice(words.indexOf("8"))}`,
    );
  });
});

it("known_hosts has a port where it is not 22", () => {
  expect(knownHosts("a.example", 22, ["k1", "k2"])).toEqual(["a.example k1", "a.example k2"]);
  expect(knownHosts("a.example", 2222, ["k"])).toEqual(["[a.example]:2222 k"]);
});
