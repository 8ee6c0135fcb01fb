import { describe, expect, it } from "vitest";
import { type Answers, fields } from "../../../action/engine/app/fields.ts";
import { parseFlags } from "../../../generators/dispatch/flags.ts";
import {
  answerProblems,
  checkedAnswers,
  dirNameProblem,
  flagsOf,
  givenAnswers,
  missing,
} from "../../../generators/scaffold/answers.ts";
import { scaffoldSpec } from "../../../generators/scaffold/flags.ts";
import fc from "../../fuzz.ts";

describe("answers", () => {
  it("are whole once there is a name", () => {
    expect(checkedAnswers({ name: "shop" })).toMatchObject({
      stack: "uwsgi",
      layout: "module",
      workers: 2,
      static: true,
    });
    expect(Object.keys(checkedAnswers({ name: "shop" }))).toEqual(fields.map(({ key }) => key));
  });

  it("are refused without a name", () => expect(() => checkedAnswers({})).toThrow("--name is missing"));

  it("are missing only where they make sense", () => {
    expect(missing({ name: "shop" })).not.toContain("port");
    expect(missing({ name: "shop", socket: "tcp" })).toContain("port");
    expect(missing({ name: "shop", stack: "uwsgi-tcp" })).toContain("port");
    expect(missing(checkedAnswers({ name: "shop" }))).toEqual([]);
  });

  it.each<[Partial<Answers>, RegExp]>([
    [{ name: "json" }, /--name "json": .*standard library/],
    [{ name: "-rf" }, /--name "-rf"/],
    [{ domain: "a.org\nlisten 1" }, /--domain "a\.org\\nlisten 1"/],
    [{ server: "gunicorn", processManager: "emperor" }, /--process-manager: the emperor runs uWSGI only/],
    [{ server: "cherrypy" as never, processManager: "emperor" }, /^--server "cherrypy": must be one of [^\n]*$/],
    [{ processManager: "runit" as never }, /^--process-manager "runit": must be one of [^\n]*$/],
    [{ server: "waitress", processManager: "emperor" }, /uWSGI only: choose systemd or supervisor for waitress/],
    [{ server: "waitress", workers: 2 }, /--workers has no effect here: it is the worker processes, one with waitress/],
    [{ port: 9000 }, /--port has no effect here/],
    [{ upstream: 2 }, /--upstream has no effect here/],
    [{ socket: "tcp", port: 65535, upstream: 2 }, /--upstream: the highest port is 65535/],
    [{ port: 0, socket: "tcp" }, /--port 0: must be a whole number/],
    [{ python: "2.7" }, /--python/],
  ])("%j are refused with the reason", (given, why) => expect(answerProblems(given).join("\n")).toMatch(why));

  it("that are all wrong are all told", () =>
    expect(answerProblems({ name: "", domain: "", python: "", action: "" })).toHaveLength(4));

  it("that say what is the default anyway are welcome", () => expect(answerProblems({ upstream: 1 })).toEqual([]));
});

describe("a folder", () => {
  it("gives the name, or says the flag that gives another", () => {
    expect(dirNameProblem("shop", "/srv")).toBeUndefined();
    expect(dirNameProblem(".", "/srv/shop")).toBeUndefined();
    expect(dirNameProblem("My Shop", "/srv")).toContain("--name my-shop");
    expect(dirNameProblem("json", "/srv")).toBe(
      `the folder's name, "json", cannot be the app's name: "json" is a module of Python's standard library. Set the name with --name my-json`,
    );
    expect(dirNameProblem("日本", "/srv")).toContain("--name NAME");
  });
});

/** Every answer of the table that is right on its own. */
const anyGiven = fc.record(
  {
    ...Object.fromEntries(
      fields.map(({ key, kind, choices, range, standard }) => {
        if (kind === "choice") return [key, fc.constantFrom(...Object.keys(choices ?? {}))];
        if (kind === "boolean") return [key, fc.boolean()];
        if (kind === "integer") return [key, fc.integer({ min: range?.[0] ?? 0, max: range?.[1] ?? 9 })];
        return [key, fc.constant(standard({}) ?? "shop")];
      }),
    ),
    name: fc.constantFrom("shop", "my-app"),
    domain: fc.constantFrom("_", "example.org"),
    python: fc.constantFrom("3.10", "3.11", "3.14"),
    action: fc.constantFrom("org/flask-deploy@v1", "./"),
  },
  { requiredKeys: ["name"] },
) as fc.Arbitrary<Partial<Answers>>;

describe("the flags of answers", () => {
  it("give the same answers again", () => {
    fc.assert(
      fc.property(anyGiven, (given) => {
        fc.pre(answerProblems(given).length === 0);
        const answers = checkedAnswers(given);
        const words = flagsOf(answers, {});
        const again = givenAnswers(parseFlags(scaffoldSpec, words).values);
        expect(answerProblems(again)).toEqual([]);
        expect(checkedAnswers(again)).toEqual(answers);
      }),
    );
  });

  it("say only what differs from the defaults", () => {
    expect(flagsOf(checkedAnswers({ name: "shop", stack: "gunicorn", static: false }), { name: "shop" })).toEqual([
      "--stack",
      "gunicorn",
      "--no-static",
    ]);
  });
});
