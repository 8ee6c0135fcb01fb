import { describe, expect, it } from "vitest";
import { commands, dispatch } from "../../../generators/dispatch/commands.ts";
import { captured } from "../captured.ts";

describe("the commands", () => {
  it.each(Object.keys(commands))("%s answers --help with its usage and an example", async (name) => {
    const { code, stdout, stderr } = await captured(dispatch, [name, "--wrong", "--help"]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: "" });
    expect(stdout).toContain(`Usage: create-flask-deploy ${name}`);
    expect(stdout).toContain("Examples:");
    expect(stdout.split("\n").filter((line) => line.length > 160)).toEqual([]);
  });

  it.each(Object.keys(commands))("%s refuses a flag it does not have, with exit code 2", async (name) => {
    const { code, stderr } = await captured(dispatch, [name, "--no-such-flag"]);
    expect(code).toBe(2);
    expect(stderr).toContain("unknown flag --no-such-flag");
  });

  it("tells a wrong use to programs as JSON", async () => {
    const { code, stdout, stderr } = await captured(dispatch, ["--json", "--port", "x", "--nope"]);
    expect({ code, stderr }).toEqual({ code: 2, stderr: "" });
    const { problems, ...rest } = JSON.parse(stdout);
    expect(rest).toEqual({ ok: false, exitCode: 2 });
    expect(problems).toContain('--port "x": must be a whole number from 1024 to 65535');
    expect(problems).toContain("unknown flag --nope; did you mean --name?");
  });

  it("answers help COMMAND like COMMAND --help", async () => {
    expect(await captured(dispatch, ["help"])).toEqual(await captured(dispatch, ["--help"]));
  });
});
