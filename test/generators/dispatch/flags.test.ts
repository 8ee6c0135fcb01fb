import { describe, expect, it } from "vitest";
import { UsageError } from "../../../generators/dispatch/errors.ts";
import { parseFlags } from "../../../generators/dispatch/flags.ts";
import fc from "../../fuzz.ts";

const spec = {
  name: "try",
  summary: "A command to try.",
  positionals: [{ name: "host", help: "the server", optional: true }],
  flags: [
    {
      name: "user",
      kind: "text",
      short: "u",
      help: "who",
      problem: (v: string) => (v === "root" ? "not root" : undefined),
    },
    { name: "port", kind: "integer", range: [1, 65535], help: "where" },
    { name: "format", kind: "choice", choices: ["pretty", "json"], help: "how" },
    { name: "static", kind: "boolean", negatable: true, help: "whether" },
    { name: "yes", kind: "boolean", short: "y", help: "do" },
    { name: "host-key", kind: "text", many: true, help: "keys" },
  ],
  examples: [],
} as const;

const read = (...args: string[]) => parseFlags(spec, args);
const problems = (...args: string[]): readonly string[] => {
  try {
    read(...args);
  } catch (error) {
    if (error instanceof UsageError) return error.problems;
    throw error;
  }
  return [];
};

describe("a command line", () => {
  it("gives each value in its own type, and words that are no flags", () => {
    expect(
      read(
        "web1",
        "-u",
        "deploy",
        "--port=22",
        "--format",
        "json",
        "--no-static",
        "-y",
        "--host-key",
        "a",
        "--host-key=b",
      ),
    ).toMatchObject({
      values: { user: "deploy", port: 22, format: "json", static: false, yes: true, "host-key": ["a", "b"] },
      rest: ["web1"],
    });
  });

  it("fills in nothing that was not given", () => expect(read()).toEqual({ values: {}, rest: [], seen: new Set() }));

  it("takes words after -- as they are", () => expect(read("--", "--user").rest).toEqual(["--user"]));

  it.each([
    [["--prot", "1"], /unknown flag --prot; did you mean --port\?/],
    [["--zzzzzz"], /unknown flag --zzzzzz$/],
    [["-shop"], /^unknown flag -shop$/],
    [["-z"], /^unknown flag -z$/],
    [["--no-statik"], /did you mean --no-static\?/],
    [["--no-yes"], /unknown flag --no-yes/],
    [["--format", "jsn"], /one of pretty, json; did you mean json\?/],
    [["--port", "0"], /"0": must be a whole number from 1 to 65535/],
    [["--port", "1e3"], /whole number/],
    [["--port", ""], /whole number/],
    [["--port"], /--port needs a value from 1 to 65535/],
    [["--user", "--yes"], /--user needs a value .*--user=--yes/],
    [["--user", "root"], /--user "root": not root/],
    [["--static=no"], /takes no value: write --static or --no-static/],
    [["--yes=1"], /takes no value: write --yes$/],
    [["--port", "1", "--port", "2"], /is set twice/],
    [["a", "b", "c"], /unexpected arguments: "b", "c"/],
  ])("%j is refused with its reason", (args, why) => expect(problems(...args).join("\n")).toMatch(why));

  it("reports all its problems at once", () =>
    expect(problems("--prot", "1", "--format", "x", "--static=1", "a", "b")).toHaveLength(4));

  it("lets a check see what could be read, and reports its problems with the others", () => {
    try {
      parseFlags(spec, ["--port", "x", "--user", "a"], ({ values, seen }) => [`${values.user} ${[...seen]}`]);
    } catch (error) {
      expect((error as UsageError).problems.at(-1)).toBe("a port,user");
    }
    expect.assertions(1);
  });

  it("names a positional that is missing", () => {
    const strict = { ...spec, positionals: [{ name: "RULE", help: "id of a rule" }] };
    expect(() => parseFlags(strict, [])).toThrow("RULE is missing: id of a rule");
  });

  it("is either read or refused as a wrong use, whatever it holds", () => {
    const word = fc.oneof(
      fc.string(),
      fc.constantFrom("--", "-", "--port", "--no-static", "-uy", "--user=", "__proto__"),
    );
    fc.assert(
      fc.property(fc.array(word), (args) => {
        expect(problems(...args)).toBeInstanceOf(Array);
      }),
    );
  });
});
