import { type SyntaxNode, Tree } from "@lezer/common";
import { parser } from "@lezer/python";
import type { Range, Source, Text } from "../files/source.ts";
import { argumentsOf, childNamed, childrenOf, dotted, evaluate, type PyArgument, type PyValue } from "./value.ts";

/** A name that a module defines at its top level, where `module:name` could find it. */
export interface PyName extends Range {
  readonly name: Text;
  readonly kind: "assign" | "function" | "class" | "import";
  readonly value?: PyValue;
  /** `from a.b import c as name`: module "a.b" (with its leading dots) and original "c". */
  readonly imported?: { readonly module: string; readonly original: string | undefined };
  /** How many arguments a function requires. */
  readonly required?: number;
  /** Inside an `if`, `try` or `with`. */
  readonly conditional: boolean;
  readonly node: SyntaxNode;
}

export interface PyCall extends Range {
  readonly callee: Text;
  readonly args: readonly PyArgument[];
  /** Inside `if __name__ == "__main__":`. */
  readonly main: boolean;
  readonly node: SyntaxNode;
}

export interface PythonFile {
  readonly kind: "python";
  readonly path: string;
  readonly source: Source;
  /** The last definition of each name wins, as it does in Python. */
  readonly names: ReadonlyMap<string, PyName>;
  /** Every top-level assignment in order, for a conf.py. */
  readonly assignments: readonly PyName[];
  /** Modules of `from x import *`: any name may come from there. */
  readonly stars: readonly string[];
  /** All calls by dotted name, wherever they are. */
  readonly calls: readonly PyCall[];
  /** lezer's tree, for rules that need more. */
  readonly tree: Tree;
}

/** On longer lines, each unclosed quote makes lezer read the whole line again. */
const longestLine = 10_000;
const longestText = 1_000_000;
/** lezer subtracts about 200 points for each token it has to add or skip; half-written Python loses a few thousand. */
const lowestScore = -20_000;

/** The tree; an empty one, with `known: false`, for generated files and for what is no Python at all. */
function treeOf(source: Source): { tree: Tree; known: boolean } {
  const { text, lineStarts } = source;
  const unknown = { tree: Tree.empty, known: false };
  if (text.length > longestText) return unknown;
  if (lineStarts.some((start, i) => (lineStarts[i + 1] ?? text.length) - start > longestLine)) return unknown;
  const parse = parser.startParse(text);
  for (;;) {
    const tree = parse.advance();
    if (tree) return { tree, known: true };
    // Repeated error recovery takes unlimited time and memory, and its result is meaningless.
    const score = (parse as { stacks?: readonly { readonly score?: number }[] }).stacks?.[0]?.score ?? 0;
    if (score < lowestScore) return unknown;
  }
}

/** Parsed at first use: most rules only test that the file exists. */
export function parsePython(source: Source): PythonFile {
  let known: Content | undefined;
  const content = () => {
    known ??= contentOf(source);
    return known;
  };
  return {
    kind: "python",
    path: source.path,
    source,
    get names() {
      return content().names;
    },
    get assignments() {
      return content().assignments;
    },
    get stars() {
      return content().stars;
    },
    get calls() {
      return content().calls;
    },
    get tree() {
      return content().tree;
    },
  };
}

type Content = Pick<PythonFile, "names" | "assignments" | "stars" | "calls" | "tree">;

function contentOf(source: Source): Content {
  const { tree, known } = treeOf(source);
  const names = new Map<string, PyName>();
  const assignments: PyName[] = [];
  // A file that was not parsed may define any name.
  const stars: string[] = known ? [] : ["?"];
  const text = (node: SyntaxNode): Text => ({
    source,
    start: node.from,
    end: node.to,
    text: source.text.slice(node.from, node.to),
  });
  const define = (name: PyName) => names.set(name.name.text, name);

  const queue: { node: SyntaxNode; conditional: boolean }[] = [{ node: tree.topNode, conditional: false }];
  for (let job = queue.shift(); job; job = queue.shift()) {
    for (let node = job.node.firstChild; node; node = node.nextSibling) {
      const { conditional } = job;
      const range = { source, start: node.from, end: node.to, conditional, node };
      if (node.name === "AssignStatement") {
        for (const found of assigned(source, node, conditional)) {
          define(found);
          assignments.push(found);
        }
      } else if (node.name === "ImportStatement") {
        for (const found of imports(source, node, conditional, stars)) define(found);
      } else if (node.name === "FunctionDefinition" || node.name === "ClassDefinition") {
        const name = childNamed(node, "VariableName");
        const isFunction = node.name === "FunctionDefinition";
        if (name)
          define({
            ...range,
            name: text(name),
            kind: isFunction ? "function" : "class",
            ...(isFunction ? { required: requiredOf(node) } : {}),
          });
      } else if (node.name === "DecoratedStatement") {
        queue.push({ node, conditional });
      } else if (/^(If|Try|With|For|While)Statement$/.test(node.name)) {
        queue.push({ node, conditional: true });
      } else if (node.name === "Body" && !isGuarded(source, node)) queue.push({ node, conditional });
    }
  }
  return { names, assignments, stars, calls: callsIn(source, tree), tree };
}

function assigned(source: Source, node: SyntaxNode, conditional: boolean): PyName[] {
  const parts = childrenOf(node);
  const lastOperator = parts.map((part) => part.name).lastIndexOf("AssignOp");
  if (lastOperator < 0) return [];
  const values = parts.slice(lastOperator + 1).filter((part) => part.name !== "," && part.name !== "Comment");
  const targets = parts
    .slice(0, lastOperator)
    .filter((part) => part.name === "VariableName" || part.name === "TupleExpression");
  const tuple =
    parts.slice(0, lastOperator).some((part) => part.name === ",") || targets.some((t) => t.name === "TupleExpression");
  const value: PyValue =
    tuple || values.length !== 1
      ? { source, start: node.from, end: node.to, kind: "unknown" }
      : evaluate(source, values[0] as SyntaxNode);
  return targets
    .flatMap((target) =>
      target.name === "TupleExpression" ? childrenOf(target).filter((part) => part.name === "VariableName") : [target],
    )
    .map((target) => ({
      source,
      start: node.from,
      end: node.to,
      name: { source, start: target.from, end: target.to, text: source.text.slice(target.from, target.to) },
      kind: "assign",
      value,
      conditional,
      node,
    }));
}

function imports(source: Source, node: SyntaxNode, conditional: boolean, stars: string[]): PyName[] {
  const written = source.text.slice(node.from, node.to).replace(/[()\\\r\n]/g, " ");
  const from = /^from\s+([\w.]+|\.+\s*[\w.]*)\s+import\b/.exec(written);
  const module = from?.[1]?.replace(/\s+/g, "");
  if (module !== undefined && /import\s*\*/.test(written)) stars.push(module);
  const out: PyName[] = [];
  const parts = childrenOf(node);
  const begin = module === undefined ? 1 : parts.findIndex((part) => part.name === "import") + 1;
  for (let i = begin; i < parts.length; i++) {
    const part = parts[i] as SyntaxNode;
    if (part.name !== "VariableName") continue;
    // In `import a.b as c`, the dotted parts are adjacent nodes.
    let dottedName = source.text.slice(part.from, part.to);
    while (parts[i + 1]?.name === "." && parts[i + 2]) {
      dottedName += `.${source.text.slice(parts[i + 2]!.from, parts[i + 2]!.to)}`;
      i += 2;
    }
    let bound = part;
    const renamed = parts[i + 1]?.name === "as" && parts[i + 2];
    if (renamed) {
      bound = renamed;
      i += 2;
    }
    out.push({
      source,
      start: node.from,
      end: node.to,
      name: { source, start: bound.from, end: bound.to, text: source.text.slice(bound.from, bound.to) },
      kind: "import",
      imported: module === undefined ? { module: dottedName, original: undefined } : { module, original: dottedName },
      conditional,
      node,
    });
  }
  return out;
}

function requiredOf(definition: SyntaxNode): number {
  const list = childNamed(definition, "ParamList");
  if (!list) return 0;
  let required = 0;
  const parts = childrenOf(list);
  for (let i = 0; i < parts.length; i++) {
    const before = parts[i - 1]?.name;
    if (parts[i]?.name !== "VariableName" || before === "*" || before === "**" || before === "AssignOp") continue;
    const next = parts[i + 1]?.name === "TypeDef" ? parts[i + 2] : parts[i + 1];
    if (next?.name !== "AssignOp") required++;
  }
  return required;
}

export function isMainGuard(source: Source, node: SyntaxNode): boolean {
  return node.name === "IfStatement" && /^if\s*\(?\s*__name__\s*==/.test(source.text.slice(node.from, node.from + 60));
}

/** Whether code runs only if the file is started by itself; the `else` of such a guard does not. */
const isGuarded = (source: Source, body: SyntaxNode) =>
  body.parent !== null && isMainGuard(source, body.parent) && body.prevSibling?.prevSibling?.name === "if";

function callsIn(source: Source, tree: Tree): PyCall[] {
  const calls: PyCall[] = [];
  let guardEnd = -1;
  tree.iterate({
    enter(reference) {
      if (reference.name === "IfStatement" && isMainGuard(source, reference.node)) guardEnd = reference.to;
      if (reference.name !== "CallExpression") return;
      const node = reference.node;
      const callee = dotted(source, node.firstChild);
      if (!callee || !node.firstChild) return;
      calls.push({
        source,
        start: node.from,
        end: node.to,
        callee: { source, start: node.firstChild.from, end: node.firstChild.to, text: callee },
        args: argumentsOf(source, node),
        main: node.from < guardEnd,
        node,
      });
    },
  });
  return calls;
}
