import type { Plugin } from "rolldown";
import { parseAst } from "rolldown/parseAst";

type Node = { readonly type: string; readonly start: number; readonly end: number };

/**
 * V8 reads a function twice: past it when its file is loaded, and again when it is first called; unless it stands in
 * parentheses, which says that it will be called. Where a command calls most of what is in a file, that is a quarter of its
 * time; and what is compiled at once is also what Node keeps for the next run (`enableCompileCache`).
 *
 * One letter beyond ASCII makes V8 hold a file in twice the room, so those are escaped.
 */
export const quickToLoad = (isMostlyCalled: (chunk: string) => boolean): Plugin => ({
  name: "quick-to-load",
  // Not renderChunk: what minifies comes after it, and takes the parentheses away.
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      const code = isMostlyCalled(chunk.fileName) ? eager(chunk.code) : chunk.code;
      chunk.code = code.replace(/[^\0-\x7f]/g, (letter) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, "0")}`);
    }
  },
});

/** The same module with its functions in parentheses. Methods of classes stay as they are: nothing can stand around them. */
export function eager(code: string): string {
  const { body } = parseAst(code) as unknown as { body: readonly (Node & { id?: Node })[] };
  const edits: { at: number; to: number; text: string }[] = [];
  const around = ({ start, end }: Node) =>
    edits.push({ at: start, to: start, text: "(" }, { at: end, to: end, text: ")" });
  const walk = (node: Node, parent: Node | undefined) => {
    if (node.type === "ArrowFunctionExpression") around(node);
    else if (node.type === "FunctionExpression" && parent) functionIn(parent, node);
    for (const value of Object.values(node))
      for (const child of Array.isArray(value) ? value : [value])
        if (typeof child?.type === "string") walk(child, node);
  };
  const functionIn = (parent: Node, node: Node) => {
    const { method, kind, computed, key } = parent as Node & {
      readonly [flag in "method" | "computed"]?: boolean;
    } & { readonly kind?: string; readonly key?: Node };
    if (parent.type === "MethodDefinition" || (parent.type === "Property" && kind !== "init")) return;
    if (!method || !key) return around(node);
    const { async, generator } = node as Node & { async?: boolean; generator?: boolean };
    const name = code.slice(key.start, key.end);
    const head = `${computed ? `[${name}]` : name}:(${async ? "async " : ""}function${generator ? "*" : ""}`;
    edits.push({ at: parent.start, to: node.start, text: head }, { at: node.end, to: node.end, text: ")" });
  };
  for (const statement of body) walk(statement, undefined);
  const edited = (from: number, until: number) => {
    let [text, at] = ["", from];
    for (const edit of edits) {
      if (
        edit.at < from ||
        edit.at > until ||
        (edit.at === until && edit.text !== ")") ||
        (edit.at === from && edit.text === ")")
      )
        continue;
      text += code.slice(at, edit.at) + edit.text;
      at = edit.to;
    }
    return text + code.slice(at, until);
  };
  // Where they stand does not matter to declarations; to the variables that they become it does, so those come first.
  const parts = { imports: [] as string[], functions: [] as string[], rest: [] as string[] };
  edits.sort((a, b) => a.at - b.at || Number(b.text === ")") - Number(a.text === ")"));
  for (const { type, id, start, end } of body) {
    const text = edited(start, end);
    if (type === "FunctionDeclaration" && id) parts.functions.push(`var ${code.slice(id.start, id.end)}=(${text});`);
    else (type === "ImportDeclaration" ? parts.imports : parts.rest).push(text);
  }
  return [...parts.imports, ...parts.functions, ...parts.rest].join("\n");
}
