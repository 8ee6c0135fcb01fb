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

  const file = "flask-deploy.yml";
  it.each([
    ["server: uwsgi\n", `${file}:1:1: name is missing`],
    ["name: shop\n  bad: 1\n", `${file}:1:7: Nested mappings`],
    ["name: shop\ndeploy:\n  gates: 1\n", `${file}:3:3: deploy.gates is not a setting here`],
    [
      "name: shop\ndeploy:\n  hooks: {build: {run: x, timeout: 0}}\n",
      `${file}:3:27: deploy.hooks.build.timeout must be`,
    ],
    ["name: shop\ndeploy:\n  hooks: {build: {run: x, after: 0}}\n", `${file}:3:27: deploy.hooks.build.after is not a`],
    ["name: shop\ndeploy:\n  hooks: {build: 7}\n", `${file}:3:11: deploy.hooks.build must be a command, or an object`],
    ["name: shop\ndeploy:\n  hooks: {build: ''}\n", `${file}:3:11: deploy.hooks.build must name a command`],
    ["name: shop\ndeploy: 7\n", `${file}:2:1: deploy Invalid type`],
    ["name: shop\ndeploy:\n  shared: [a, ../b]\n", `${file}:3:15: deploy.shared.1 must stay inside the repository`],
    ["name: shop\ndeploy:\n  shared: [/b]\n", `${file}:3:12: deploy.shared.0 must stay inside`],
    ["name: shop\ndeploy:\n  include: [a/../b]\n", `${file}:3:13: deploy.include.0 must stay inside`],
    ["name: shop\ndeploy:\n  include: [a/.git/b]\n", `${file}:3:13: deploy.include.0 must stay inside`],
    ["name: shop\ndeploy:\n  shared: [a, a/b]\n", `${file}:3:3: deploy.shared names a path within another one`],
    ["name: shop\ndeploy:\n  host: [a.example, -x]\n", `${file}:3:21: deploy.host.1 must be a host name`],
    ["name: shop\nlint:\n  rules: {nginx/x: loud}\n", `${file}:3:11: lint.rules.nginx/x must be off`],
    ["name: shop\nnginx_version: new\n", `${file}:2:1: nginx_version must read like "1.22.1"`],
    ["name: shop\nnginx_version: '1.22.1 '\n", `${file}:2:1: nginx_version must read like "1.22.1"`],
    ["name: shop\nfoo: 1\n", `${file}:2:1: foo is not a key of this file; keys are name, stack,`],
  ])("says of %j where and what is wrong", (text, says) => {
    const [first = ""] = problemsOf(text);
    expect(first.slice(0, says.length)).toBe(says);
  });

  it.each([
    ["shared", "[a, b/a, ab]"],
    ["shared", "[instance, instance]"],
    ["include", "[dist/**, .gitignore, a/..b]"],
  ])("takes %s: %s", (key, value) => expect(problemsOf(`name: shop\ndeploy:\n  ${key}: ${value}\n`)).toEqual([]));

  it("may say nothing below a section", () => {
    expect(readApp("name: shop\ndeploy:\nlint:\n")).toMatchObject({ deploy: { port: 22 }, lint: { ignore: [] } });
    expect(readApp("name: shop\n")).not.toHaveProperty("nginxVersion");
  });

  it("says what is wrong under the name of the file that was read", () => {
    expect(() => readApp("name: ''\n", "sub/flask-deploy.yml")).toThrow(
      expect.objectContaining({
        name: "AppError",
        message: "sub/flask-deploy.yml:1:1: name must not be empty",
        problems: [{ key: "name", message: "must not be empty", line: 1, column: 1 }],
      }),
    );
  });
});

describe("the JSON Schema", () => {
  it.each([
    ["name: shop", true],
    ["name: shop\ndeploy: {host: a.example, hooks: {build: make}, smoke: {contains: hi}}", true],
    ["stack: uwsgi", false],
    ["name: shop\nserver: apache", false],
    ["name: shop\npython: 3.1", false],
    ["name: shop\ndeploy: {gate: {passes: 0}}", false],
    ["name: shop\nnope: 1", false],
  ])("agrees with the reader on %j", (text, right) => {
    const validate = new Ajv({ strict: true, allowUnionTypes: true }).compile(schema());
    expect(validate(parse(text))).toBe(right);
    expect(problemsOf(text).length === 0).toBe(right);
  });

  it("has a property with a description for each question", () => {
    const { properties } = schema() as { properties: Record<string, { description?: string }> };
    expect(Object.values(properties).filter((p) => p.description).length).toBeGreaterThanOrEqual(fields.length);
  });
});
