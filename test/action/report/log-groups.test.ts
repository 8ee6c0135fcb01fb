import { describe, expect, it } from "vitest";
import { groupLog } from "../../../action/report/log-groups.ts";
import { keepSecret } from "../../../action/runner/secrets.ts";

function recorded(secrets: readonly string[] = []) {
  const lines: string[] = [];
  const output = {
    info: (line: string) => lines.push(line),
    startGroup: (title: string) => lines.push(`> ${title}`),
    endGroup: () => lines.push("<"),
  };
  return {
    lines,
    log: groupLog(
      output,
      keepSecret(secrets, () => {}),
    ),
  };
}

describe("the log of a deploy", () => {
  it("has one group a step, closed by what came of it", () => {
    const { lines, log } = recorded();
    log.step("send");
    log.line("one\rtwo");
    log.done({ name: "send", startedMs: 0, durationMs: 12, detail: "3 files" });
    log.step("stage");
    log.step("gate");
    log.warning("slow");
    log.done({ name: "gate", startedMs: 0, durationMs: 1500, detail: "" });
    expect(lines).toEqual([
      "> send",
      "one",
      "two",
      "3 files, 12 ms",
      "<",
      "> stage",
      "<",
      "> gate",
      "Warning: slow",
      "1.50 s",
      "<",
    ]);
  });

  it("keeps what the server does while it connects in that group", () => {
    const { lines, log } = recorded();
    log.step("connect");
    log.step("lock");
    log.line("waiting for another deploy");
    log.done({ name: "lock", startedMs: 1, durationMs: 5, detail: "" });
    log.done({ name: "connect", startedMs: 0, durationMs: 320, detail: "1 release" });
    log.step("send");
    log.done({ name: "send", startedMs: 320, durationMs: 4, detail: "" });
    expect(lines).toEqual([
      ...["> connect", "waiting for another deploy", "lock: 5 ms", "1 release, 320 ms", "<"],
      ...["> send", "4 ms", "<"],
    ]);
  });

  it("hides secrets and takes the effect of commands", () => {
    const { lines, log } = recorded(["hunter2 and more"]);
    log.line("password: hunter2 and more\n::set-output name=x::y");
    expect(lines).toEqual(["password: ***", ": :set-output name=x::y"]);
  });
});
