import type { SyntaxNode } from "@lezer/common";
import { replace, safe } from "../../fix/edit.ts";
import { pythonWith } from "../../python/sources.ts";
import { childrenOf } from "../../python/value.ts";
import { defineRule } from "../../rule.ts";

export const wsgiStrBody = defineRule({
  id: "python/wsgi-str-body",
  severity: "error",
  summary: "A WSGI application that returns text instead of bytes",
  why: `In Python 3 the body of a WSGI response is bytes. \`return ["<h1>Hello</h1>"]\` worked in Python 2; now uWSGI silently sends an empty
page, and gunicorn breaks off behind the headers and logs "TypeError: 'Hello' is not a byte". Write b"…", or text.encode().`,
  bad: `def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/html")])
    return ["<h1>Hello</h1>"]
`,
  good: `def application(environ, start_response):
    start_response("200 OK", [("Content-Type", "text/html")])
    return [b"<h1>Hello</h1>"]
`,
  check({ project, report }) {
    for (const file of pythonWith(project, /\bdef \w+\([^)]*start_response/)) {
      const { source } = file;
      const text = (node: SyntaxNode) => source.text.slice(node.from, node.to);
      for (const { kind, node } of file.names.values()) {
        const parameters = kind === "function" ? node.getChild("ParamList") : null;
        if (!parameters || !/\bstart_response\b/.test(text(parameters))) continue;
        for (const answer of returnsOf(node.getChild("Body"))) {
          const value = childrenOf(answer)[1];
          if (!value) continue;
          const items = /^(Array|Tuple)Expression$/.test(value.name) ? childrenOf(value) : [value];
          const item = items.find((part) => /^(Format)?String$/.test(part.name) && !/^[rR]?[bB]/.test(text(part)));
          if (!item) continue;
          const range = source.range(item.from, item.to);
          report(
            range,
            `The body of a response is bytes in Python 3: for this text uWSGI and gunicorn send an empty page.`,
            item.name === "String" && isAscii(text(item)) && /^["']/.test(text(item))
              ? safe("make it bytes", replace({ ...range, end: range.start }, "b"))
              : undefined,
          );
        }
      }
    }
  },
});

const isAscii = (text: string) => [...text].every((c) => c.charCodeAt(0) < 128);

/** The return statements of a function, without those of nested functions. */
function returnsOf(body: SyntaxNode | null): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  const queue = body ? [body] : [];
  for (let node = queue.pop(); node; node = queue.pop()) {
    for (const child of childrenOf(node)) {
      if (child.name === "ReturnStatement") found.push(child);
      else if (/Statement$|^Body$/.test(child.name)) queue.push(child);
    }
  }
  return found;
}
