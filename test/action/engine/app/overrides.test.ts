import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readApp } from "../../../../action/engine/app/app.ts";
import { overridden, overrideNames, overrideProblem, readOverrides } from "../../../../action/engine/app/overrides.ts";
import { deployCommand } from "../../../../generators/commands/deploy.ts";

const { inputs } = parse(readFileSync(join(import.meta.dirname, "../../../../action.yml"), "utf8"));
const flags = deployCommand.spec.flags.map(({ name }) => name);

describe("what replaces a setting of flask-deploy.yml", () => {
  it.each(overrideNames)("%s is an input of the Action and a flag of deploy", (name) => {
    expect(inputs[name]).toMatchObject({ description: expect.stringMatching(/\w/) });
    expect(flags).toContain(name);
  });

  it.each([
    ["url", "shop.example", /http or https URL/],
    ["url", "ftp://shop.example", /http or https URL/],
    ["url", "", /empty/],
    ["host", "-oProxyCommand=x", /host name/],
    ["user", "Root", /Linux user name/],
    ["port", "0", /1 to 65535/],
    ["smoke-path", "healthz", /starts with "\/"/],
    ["smoke-status", "20x", /100 to 599/],
    ["smoke-status", "2x0", /100 to 599/],
    ["smoke-status", "x200", /100 to 599/],
    ["keep-releases", "0", /1 to 100/],
  ] as const)("%s=%s is refused by the rule of the file", (name, text, why) =>
    expect(overrideProblem(name, text)).toMatch(why),
  );

  it("is said by its own name where it is wrong, and stands beside what the file says where it is right", () => {
    expect(readOverrides({ port: "0", "smoke-path": "x", host: "-x" }).problems.map(({ name }) => name)).toEqual([
      ...["host", "port", "smoke-path"],
    ]);
    expect(overrideProblem("smoke-contains", "any text")).toBeUndefined();
    const app = readApp("name: shop\ndeploy:\n  port: 23\n  smoke: {status: 204}\n");
    expect(overridden(app, { user: "ann", smoke: { path: "/x" } } as never).deploy).toMatchObject({
      ...{ port: 23, user: "ann", smoke: { path: "/x", status: 204, timeout: 10 } },
    });
  });

  it("comes in the form of the file", () =>
    expect(readOverrides({ url: "https://a.example", "smoke-status": "301", "keep-releases": "9", user: "" })).toEqual({
      given: { url: "https://a.example", smoke: { status: 301 }, keepReleases: 9 },
      problems: [],
    }));
});
