import { execFileSync } from "node:child_process";
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { withoutDocs } from "../../.github/bundle/python-docs.ts";

const root = join(import.meta.dirname, "../..");
const modules = globSync("action/engine/{targets/server/driver,console}/**/*.py", { cwd: root });

/** The program as Python reads it, without its docstrings; bodies that were only one are empty either way. */
const program = `
import ast, json, sys
def read(text):
  tree = ast.parse(text)
  for node in ast.walk(tree):
    body = getattr(node, "body", None)
    if not isinstance(body, list):
        continue
    words = lambda one: isinstance(one, ast.Pass) or isinstance(one, ast.Expr) and isinstance(one.value, ast.Constant) and isinstance(one.value.value, str)
    node.body = [one for one in body if not words(one)]
  return ast.dump(tree)
print(json.dumps([read(text) for text in json.load(sys.stdin)]))
`;
const read = (texts: readonly string[]): string[] =>
  JSON.parse(execFileSync("python3", ["-c", program], { input: JSON.stringify(texts), encoding: "utf8" }));

describe("a module of the driver, as the terminal's bundle sends it", () => {
  it("is the same program without its docstrings", () => {
    const texts = modules.map((path) => readFileSync(join(root, path), "utf8"));
    const short = texts.map(withoutDocs);
    expect(texts.length).toBeGreaterThan(20);
    expect(read(short)).toEqual(read(texts));
    for (const text of short) expect(text).not.toMatch(/^[ \t]*(#(?!!)|""")/m);
  });

  it("is left alone where another string of several lines is in it", () => {
    const text = 'a = """\n# not a comment\n"""\n\n# a comment\n';
    expect(withoutDocs(text)).toBe(text);
  });

  it("keeps a body that had nothing else", () => {
    expect(withoutDocs('class Odd(Exception):\n    """Why."""\n\n\nx = 1\n')).toBe(
      "class Odd(Exception):\n    pass\nx = 1\n",
    );
  });
});
