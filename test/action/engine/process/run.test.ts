import { expect, it } from "vitest";
import { runProcess } from "../../../../action/engine/process/run.ts";

it("gives code, both outputs and each line, the last without a newline too", async () => {
  const lines: string[] = [];
  const done = await runProcess(["sh", "-c", "echo é; echo two >&2; printf three; exit 3"], {
    onLine: (line, from) => lines.push(`${from}:${line}`),
  });
  expect(done).toMatchObject({ code: 3, signal: null, stdout: "é\nthree", stderr: "two\n", timedOut: false });
  expect(lines.sort()).toEqual(["stderr:two", "stdout:three", "stdout:é"]);
});

it("feeds stdin, also to a program that does not read it", async () => {
  expect((await runProcess(["cat"], { stdin: "x".repeat(200_000) })).stdout).toHaveLength(200_000);
  expect((await runProcess(["true"], { stdin: "x".repeat(2_000_000) })).code).toBe(0);
});

it("ends what takes too long and says so", async () => {
  const done = await runProcess(["sleep", "20"], { timeoutMs: 50 });
  expect(done).toMatchObject({ timedOut: true, signal: "SIGTERM", code: null });
});

it("ends on abort", async () => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), 50);
  expect(await runProcess(["sleep", "20"], { signal: stop.signal })).toMatchObject({
    timedOut: false,
    signal: "SIGTERM",
  });
});

it("does not wait for what a finished program left holding its stderr", async () => {
  const done = await runProcess(["sh", "-c", "sleep 5 >/dev/null & echo done $!"]);
  const [said, left] = done.stdout.trim().split(" ");
  expect(said).toBe("done");
  // It is there still, so nobody waited for it.
  expect(process.kill(Number(left), 0)).toBe(true);
});

it("rejects when the program is not there", async () => {
  await expect(runProcess(["/no/such/program"])).rejects.toThrow(/ENOENT/);
});

it("leaves no clock behind that would keep this process a quarter of a second longer", async () => {
  const clocks = () => process.getActiveResourcesInfo().filter((name) => name === "Timeout").length;
  const before = clocks();
  await Promise.all([runProcess(["true"]), runProcess(["sh", "-c", "kill -9 $$"])]);
  expect(clocks()).toBeLessThanOrEqual(before);
});
