import { Ajv } from "ajv";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { AppError, readApp } from "../../../../action/engine/app/app.ts";
import { fields, stacks } from "../../../../action/engine/app/fields.ts";
import { schema } from "../../../../action/engine/app/schema.ts";

const problemsOf = (text: string) => {
  try {
    readApp(text);
  } catch (error) {
    if (error instanceof AppError) return error.message.split("\n");
    throw error;
  }
  return [];
};

describe("flask-deploy.yml", () => {
  it("needs a name and nothing else", () => {
    expect(readApp("name: shop\n")).toMatchObject({
      name: "shop",
      server: "uwsgi",
      socket: "unix",
      processManager: "systemd",
      domain: "_",
      deploy: {
        user: "deploy-shop",
        keepReleases: 5,
        gate: { passes: 3, timeout: 30 },
        prober: { onFailure: "rollback" },
      },
    });
  });

  it.each(Object.entries(stacks))("takes the defaults of the stack %s", (stack, defaults) => {
    expect(readApp(`name: shop\nstack: ${stack}\n`)).toMatchObject(defaults);
  });

  it("keeps rule names as they are, and turns settings into camelCase", () => {
    const app = readApp("name: shop\nlint:\n  rules: {nginx/no-mime-types: off}\nnginx_version: 1.22.1\n");
    expect(app.lint.rules).toEqual({ "nginx/no-mime-types": "off" });
    expect(app.nginxVersion).toBe("1.22.1");
  });

  it("takes a hook as a command or with its timeout", () => {
    const { hooks } = readApp(
      "name: shop\ndeploy:\n  hooks:\n    build: make\n    release: {run: x, timeout: 9}\n",
    ).deploy;
    expect(hooks).toEqual({ build: { run: "make", timeout: 300 }, release: { run: "x", timeout: 9 } });
  });

  it("reports every problem at once, each at its place", () => {
    const text = [
      "name: json",
      "python: 3.10",
      "upstream: 3",
      "deploy:",
      "  gate:",
      "    passes: 0",
      "  host: ['-oProxyCommand=x']",
      "  shared: [../x]",
      "  foo: 1",
      "bar: 1",
    ].join("\n");
    const problems = problemsOf(text);
    expect(problems.map((p) => p.split(" ")[0]).sort()).toEqual(
      ["1:1:", "2:1:", "3:1:", "6:5:", "7:10:", "8:12:", "9:3:", "10:1:"].map((at) => `flask-deploy.yml:${at}`).sort(),
    );
    expect(problems.find((p) => p.includes("python"))).toMatch(/in quotes/);
    expect(problems.find((p) => p.includes("host.0"))).toMatch(/host name/);
  });

  it.each([
    ["", /must hold keys/],
    ["- a\n", /must hold keys/],
    ["name: [\n", /flask-deploy\.yml:\d+:\d+/],
    ["name: shop\nname: other\n", /unique/],
    ["server: gunicorn\nprocess_manager: emperor\nname: shop\n", /emperor runs uWSGI only/],
    ["name: shop\nstack: uwsgi-tcp\nport: 65535\nupstream: 2\n", /65535/],
  ])("refuses %j", (text, why) => expect(problemsOf(text).join("\n")).toMatch(why));
});

describe("the JSON Schema", () => {
  const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema());
  it.each([
    ["name: shop", true],
    ["name: shop\ndeploy: {host: a.example, hooks: {build: make}, smoke: {contains: hi}}", true],
    ["stack: uwsgi", false],
    ["name: shop\nserver: apache", false],
    ["name: shop\npython: 3.1", false],
    ["name: shop\ndeploy: {gate: {passes: 0}}", false],
    ["name: shop\nnope: 1", false],
  ])("agrees with the reader on %j", (text, right) => {
    expect(validate(parse(text))).toBe(right);
    expect(problemsOf(text).length === 0).toBe(right);
  });

  it("has a property with a description for each question", () => {
    const { properties } = schema() as { properties: Record<string, { description?: string }> };
    expect(Object.values(properties).filter((p) => p.description).length).toBeGreaterThanOrEqual(fields.length);
  });
});
