import { describe, expect, it } from "vitest";
import { describePython } from "../../../../../action/engine/deploy/packages/python.ts";
import { runProcess } from "../../../../../action/engine/process/run.ts";
import { serverWith } from "../../../../packages/shelf.ts";

describe("an interpreter of this machine", () => {
  it("tells of itself what a server's tells", async () => {
    const env = process.env as Record<string, string>;
    const here = await describePython("python3", runProcess, env);
    expect(here).toMatchObject({ version: expect.stringMatching(/^3\.\d+\.\d+$/), machine: expect.any(String) });
    expect(Object.keys(here?.markers ?? {}).sort()).toEqual(Object.keys(serverWith("3.11.2").markers).sort());
    expect(await describePython("no-such-python", runProcess, env)).toBeUndefined();
    expect(await describePython("false", runProcess, env)).toBeUndefined();
  });
});
