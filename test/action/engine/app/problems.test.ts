import { describe, expect, it } from "vitest";
import { type Answers, fields } from "../../../../action/engine/app/fields.ts";
import { conflicts, fieldProblem } from "../../../../action/engine/app/problems.ts";

const field = (key: string) => fields.find((one) => one.key === key) as (typeof fields)[number];

describe("an answer", () => {
  it.each([
    ["stack", "uwsgi"],
    ["static", true],
    ["static", false],
    ["port", 1024],
    ["port", 65535],
    ["domain", "_"],
    ["name", "shop"],
    ["action", "org/flask-deploy@v1"],
    ["action", "a.b/c-d/e@0.1/x"],
    ["action", "./"],
    ["action", "./.github/action"],
  ])("of %s may be %j", (key, value) => expect(fieldProblem(field(key), value)).toBeUndefined());

  it.each([
    ["socket", "tls", "must be one of unix, tcp"],
    ["socket", "toString", "must be one of unix, tcp"],
    ["socket", ["unix"], "must be one of unix, tcp"],
    ["static", "true", "must be true or false"],
    ["port", 1023, "must be a whole number from 1024 to 65535"],
    ["port", 65536, "must be a whole number from 1024 to 65535"],
    ["port", 8080.5, "must be a whole number from 1024 to 65535"],
    ["port", "8080", "must be a whole number from 1024 to 65535"],
    ["python", 3.11, "must be text, in quotes if it looks like a number"],
    ["name", "", "must not be empty"],
    ["action", "org/flask-deploy", "must read OWNER/REPO@REF, or ./PATH"],
    ["action", "org/flask-deploy@v1 x", "must read OWNER/REPO@REF, or ./PATH"],
    ["action", "x org/flask-deploy@v1", "must read OWNER/REPO@REF, or ./PATH"],
    ["action", "./a b", "must read OWNER/REPO@REF, or ./PATH"],
    ["action", "x./a", "must read OWNER/REPO@REF, or ./PATH"],
  ])("of %s may not be %j: %s", (key, value, why) => expect(fieldProblem(field(key), value)).toBe(why));
});

describe("answers that make no sense together", () => {
  const clashes: readonly (readonly [Partial<Answers>, string[]])[] = [
    [{}, []],
    [{ processManager: "emperor", server: "uwsgi" }, []],
    [{ processManager: "emperor", server: "gunicorn" }, ["processManager"]],
    [{ processManager: "emperor" }, []],
    [{ server: "waitress", workers: 2 }, ["workers"]],
    [{ server: "waitress", workers: 1 }, []],
    [{ server: "waitress" }, []],
    [{ server: "gunicorn", workers: 2 }, []],
    [{ workers: 2 }, []],
    [{ socket: "unix", upstream: 2 }, ["upstream"]],
    [{ socket: "unix", upstream: 1 }, []],
    [{ upstream: 2 }, []],
    [{ socket: "tcp", port: 65535 }, []],
    [{ socket: "tcp", port: 65534, upstream: 2 }, []],
    [{ socket: "tcp", port: 65535, upstream: 2 }, ["upstream"]],
    [{ socket: "unix", port: 65535, upstream: 2 }, ["upstream"]],
    [{ port: 65535, upstream: 2 }, []],
    // One that is wrong by itself is told as that.
    [{ socket: "unix", upstream: 99 }, []],
    [{ server: "waitress", workers: 0.5 }, []],
  ];
  it.each(clashes)("%j: %j", (answers, keys) => expect(conflicts(answers).map(({ key }) => key)).toEqual(keys));
});

describe("the default", () => {
  it.each([
    ["processManager", { stack: "uwsgi-tcp" }, "emperor"],
    ["processManager", { stack: "uwsgi-tcp", server: "uwsgi" }, "emperor"],
    ["processManager", { stack: "uwsgi-tcp", server: "gunicorn" }, "systemd"],
    ["upstream", { stack: "uwsgi-cluster", socket: "tcp" }, 2],
    ["upstream", { stack: "uwsgi-cluster", socket: "unix" }, 1],
    ["workers", { stack: "gunicorn" }, 3],
    ["workers", { server: "gunicorn" }, 2],
    ["workers", { server: "waitress" }, 1],
    ["name", {}, undefined],
    ["static", {}, true],
    ["console", {}, false],
    ["updates", {}, false],
  ] as const)("of %s after %j is %j", (key, given, value) => expect(field(key).standard(given)).toBe(value));

  it.each([
    ["port", { socket: "tcp" }, true],
    ["port", { socket: "unix" }, false],
    ["workers", { server: "waitress" }, false],
    ["workers", { server: "gunicorn" }, true],
    ["workers", {}, true],
  ] as const)("of %s after %j is asked about: %j", (key, given, asked) => expect(field(key).when?.(given)).toBe(asked));
});
