import type { SyntaxNode } from "@lezer/common";
import type { Range, Source } from "../files/source.ts";

/** The value of a Python expression, as far as parsing (never running) it shows. */
export type PyValue = Range &
  (
    | {
        readonly kind: "str";
        readonly value: string /** false: an f-string with unknown parts, shown as {}. */;
        readonly exact: boolean;
      }
    | {
        readonly kind: "int" | "float";
        readonly value: number /** As written: "0o007", "777". */;
        readonly raw: string;
      }
    | { readonly kind: "bool"; readonly value: boolean }
    | { readonly kind: "none" }
    | { readonly kind: "list"; readonly items: readonly PyValue[] }
    | { readonly kind: "dict"; readonly entries: readonly (readonly [PyValue, PyValue])[] }
    | {
        readonly kind: "call" /** Dotted: "Flask", "os.environ.get". */;
        readonly callee: string;
        readonly args: readonly PyArgument[];
      }
    | { readonly kind: "name" /** Dotted. */; readonly name: string }
    | { readonly kind: "unknown" }
  );

export interface PyArgument {
  readonly keyword: string | undefined;
  readonly value: PyValue;
}

/** No setting nests deeper; the limit keeps a hostile file from overflowing the stack. */
const deepest = 40;

export function evaluate(source: Source, node: SyntaxNode | null, depth = 0): PyValue {
  const range = { source, start: node?.from ?? 0, end: node?.to ?? 0 };
  const unknown: PyValue = { ...range, kind: "unknown" };
  if (!node || depth > deepest) return unknown;
  const text = source.text.slice(node.from, node.to);
  const inner = (child: SyntaxNode | null) => evaluate(source, child, depth + 1);
  switch (node.name) {
    case "String":
      return { ...range, kind: "str", value: unquote(text), exact: true };
    case "FormatString":
      return formatString(source, node, depth);
    case "ContinuedString": {
      const parts = childrenOf(node).map(inner);
      if (!parts.every((part) => part.kind === "str")) return unknown;
      return { ...range, kind: "str", value: parts.map((p) => p.value).join(""), exact: parts.every((p) => p.exact) };
    }
    case "Number": {
      const value = Number(text.replaceAll("_", ""));
      return { ...range, kind: /^\d[\d_]*$|^0[xob]/i.test(text) ? "int" : "float", value, raw: text };
    }
    case "Boolean":
      return { ...range, kind: "bool", value: text === "True" };
    case "None":
      return { ...range, kind: "none" };
    case "ParenthesizedExpression":
      return inner(node.firstChild?.nextSibling ?? null);
    case "ArrayExpression":
    case "TupleExpression":
    case "SetExpression":
      return { ...range, kind: "list", items: childrenOf(node).filter(isExpression).map(inner) };
    case "DictionaryExpression": {
      const parts = childrenOf(node).filter(isExpression).map(inner);
      const entries = Array.from({ length: parts.length >> 1 }, (_, i) => [parts[2 * i]!, parts[2 * i + 1]!] as const);
      return { ...range, kind: "dict", entries };
    }
    case "VariableName":
      return { ...range, kind: "name", name: text };
    case "MemberExpression": {
      const name = dotted(source, node);
      return name ? { ...range, kind: "name", name } : unknown;
    }
    case "UnaryExpression": {
      const value = inner(node.lastChild);
      const negative = text.startsWith("-") && (value.kind === "int" || value.kind === "float");
      return negative ? { ...value, ...range, value: -value.value } : unknown;
    }
    case "BinaryExpression":
      return arithmetic(range, inner(node.firstChild), text, node, inner(node.lastChild));
    case "CallExpression": {
      const callee = dotted(source, node.firstChild);
      if (callee === undefined) return unknown;
      const args = argumentsOf(source, node, depth);
      // The default is the value while the variable is unset, which is all that the file shows.
      if (/^(os\.)?(environ\.get|getenv)$/.test(callee)) return args[1] ? { ...args[1].value, ...range } : unknown;
      if ((callee === "int" || callee === "str") && args[0]) return converted(callee, args[0].value, range) ?? unknown;
      return { ...range, kind: "call", callee, args };
    }
    default:
      return unknown;
  }
}

function converted(to: string, value: PyValue, range: Range): PyValue | undefined {
  if (to === "str" && value.kind === "str") return { ...value, ...range };
  if (to === "int" && value.kind === "int") return { ...value, ...range };
  if (to === "int" && value.kind === "str" && /^\d+$/.test(value.value)) {
    return { ...range, kind: "int", value: Number(value.value), raw: value.value };
  }
  return undefined;
}

function arithmetic(range: Range, left: PyValue, text: string, node: SyntaxNode, right: PyValue): PyValue {
  const operatorNode = node.firstChild?.nextSibling;
  const operator = operatorNode ? text.slice(operatorNode.from - node.from, operatorNode.to - node.from) : "";
  if ((left.kind === "int" || left.kind === "float") && (right.kind === "int" || right.kind === "float")) {
    const results: Record<string, number> = {
      "+": left.value + right.value,
      "-": left.value - right.value,
      "*": left.value * right.value,
      "**": left.value ** right.value,
      "//": Math.floor(left.value / right.value),
    };
    const value = results[operator];
    if (value !== undefined && Number.isFinite(value)) return { ...range, kind: "int", value, raw: String(value) };
  }
  if (operator === "+" && left.kind === "str" && right.kind === "str") {
    return { ...range, kind: "str", value: left.value + right.value, exact: left.exact && right.exact };
  }
  return { ...range, kind: "unknown" };
}

function formatString(source: Source, node: SyntaxNode, depth: number): PyValue {
  const range = { source, start: node.from, end: node.to };
  const raw = source.text.slice(node.from, node.to);
  const quote = /^[a-zA-Z]*("""|'''|"|')/.exec(raw)?.[0].length ?? 1;
  const closing = /("""|'''|"|')$/.exec(raw)?.[0].length ?? 0;
  let value = "";
  let exact = true;
  let at = node.from + quote;
  for (const part of childrenOf(node)) {
    if (part.name !== "FormatReplacement") continue;
    value += source.text.slice(at, part.from);
    const held = evaluate(source, part.firstChild?.nextSibling ?? null, depth + 1);
    if (held.kind === "str") [value, exact] = [value + held.value, exact && held.exact];
    else if (held.kind === "int") value += held.value;
    else [value, exact] = [`${value}{}`, false];
    at = part.to;
  }
  value += source.text.slice(at, node.to - closing);
  return { ...range, kind: "str", value, exact };
}

export function argumentsOf(source: Source, call: SyntaxNode, depth = 0): PyArgument[] {
  const list = childNamed(call, "ArgList");
  if (!list) return [];
  const out: PyArgument[] = [];
  const parts = childrenOf(list);
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i] as SyntaxNode;
    if (part.name === "VariableName" && parts[i + 1]?.name === "AssignOp") {
      out.push({
        keyword: source.slice({ start: part.from, end: part.to }),
        value: evaluate(source, parts[i + 2] ?? null, depth + 1),
      });
      i += 2;
    } else if (isExpression(part)) out.push({ keyword: undefined, value: evaluate(source, part, depth + 1) });
  }
  return out;
}

/** "a.b.c" of names and members; undefined for anything else. */
export function dotted(source: Source, node: SyntaxNode | null): string | undefined {
  if (!node || (node.name !== "VariableName" && node.name !== "MemberExpression")) return undefined;
  const text = source.text.slice(node.from, node.to);
  return /^[\w.]+$/.test(text) ? text : undefined;
}

/** lezer's own getChild first walks up the tree, which takes quadratic time in deep trees. */
export function childNamed(node: SyntaxNode, name: string): SyntaxNode | undefined {
  let child = node.firstChild;
  while (child && child.name !== name) child = child.nextSibling;
  return child ?? undefined;
}

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const out: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) out.push(child);
  return out;
}

const isExpression = (node: SyntaxNode) => /^[A-Z]/.test(node.name) && node.name !== "Comment" && node.name !== "⚠";

const simpleEscapes: Record<string, string> = { n: "\n", t: "\t", r: "\r", "\\": "\\", "'": "'", '"': '"', "\n": "" };

function unquote(text: string): string {
  const prefix = /^[a-zA-Z]*/.exec(text)?.[0] ?? "";
  const body = text.slice(prefix.length);
  const size = /^("""|''')/.test(body) ? 3 : 1;
  const inner = body.slice(size, body.length >= 2 * size && body.endsWith(body.slice(0, size)) ? -size : undefined);
  return /r/i.test(prefix) ? inner : inner.replace(/\\([ntr\\'"\n])/g, (_, c: string) => simpleEscapes[c] as string);
}
