import type { Range, Source } from "../files/source.ts";
import { isTemplate } from "../files/template.ts";
import type { Problem } from "../finding.ts";
import { replace, safe } from "../fix/edit.ts";
import { dataBlocks, rowsOf } from "./directives.ts";
import { endOfLine, nextToken, type Token } from "./lexer.ts";
import { luaEnd } from "./lua.ts";
import type { Block, Directive, NginxContext, NginxFile } from "./tree.ts";

type Open = { -readonly [K in keyof Block]: Block[K] } & { children: Directive[] };

/** Nobody reads more, and a file of nothing but braces would give a problem for each. */
const mostProblems = 1000;
/** Deeper nesting is no configuration, and each level costs memory. */
const deepest = 20_000;
/** The longest indentation that is searched for the start of a line. */
const longestIndent = 200;

/** Parses a whole file, valid or not: each mistake becomes a problem, and parsing continues after it. */
export function parseNginx(source: Source): NginxFile {
  const template = isTemplate(source);
  const { text } = source;
  const problems: Problem[] = [];
  const comments: Range[] = [];
  const root: Open = { source, start: 0, end: text.length, owner: undefined, children: [], closed: true };
  const stack: Open[] = [root];
  let words: Token[] = [];
  let at = 0;

  const problem = (range: Range, message: string, fix?: Problem["fix"]) => {
    if (problems.length < mostProblems) {
      problems.push({ rule: "nginx/syntax", at: range, message, ...(fix ? { fix } : {}) });
    }
  };
  const add = (end: number, terminated: boolean, block?: Open): void => {
    const [name, ...args] = words as [Token, ...Token[]];
    const parent = stack.at(-1) as Open;
    const directive: Directive = { source, start: name.start, end, name, args, block, parent, terminated };
    parent.children.push(directive);
    words = [];
  };
  const missingSemicolon = (next?: Token) => {
    const last = words.at(-1) as Token;
    const name = words[0]!.text;
    // Some directives accept any number of words: nginx then starts, but a line is lost.
    const lost = next && /^(server_name|index|try_files|gzip_types|log_format)$/.test(name) && endsInSemicolon(next);
    // A loop in a template may add the `;`.
    if (!template) {
      problem(
        source.range(words[0]!.start, last.end),
        `\`${name}\` does not end in \`;\`, so nginx takes ${lost ? `\`${next.text}\` and its arguments for more of them: that line does nothing.` : "what follows for its arguments and does not start."}`,
        safe("add the `;`", replace(source.range(last.end, last.end), ";")),
      );
    }
    add(last.end, false);
  };

  for (;;) {
    let token = nextToken(source, at, template);
    if (!token) break;
    if (token.kind === "word" && token.quote && (token.unclosed || (token.glued && token.text.includes("\n")))) {
      token = lineOfQuote(token);
      problem(
        source.range(token.start, token.start + 1),
        `This ${token.quote} is never closed: nginx reads to the end of the file as one word and does not start.`,
      );
    }
    if (token.glued && !template) {
      problem(
        source.range(token.end, token.end + 1),
        "A closing quote ends the word: nginx needs a space, `;` or `{` after it, and does not start.",
      );
    }
    at = token.end;
    const first = words[0];
    if (token.kind === "comment" || token.kind === "markup") {
      comments.push(token);
    } else if (token.kind === "word") {
      if (isConflictMarker(token)) {
        at = endOfLine(text, token.start);
        comments.push(source.range(token.start, at));
      } else if (!first && /^(\/\/|\/\*|--$)/.test(token.text) && !inData(stack)) {
        at = endOfLine(text, token.start);
        comments.push(source.range(token.start, at));
        problem(
          source.range(token.start, at),
          "A comment in nginx starts with `#`; nginx reads this as a directive and does not start.",
        );
      } else if (!first && stack.length > 1 && !token.quote && /^[^\w\s{$/]+\}$/.test(token.text)) {
        // nginx reads `.}` as a word; the author meant the brace.
        problem(
          token,
          `\`${token.text}\` is a word to nginx, not a \`}\`, so the block stays open; nginx does not start.`,
          safe("write `}`", replace(token, "}")),
        );
        // What precedes the brace is no word, but must stay in the file.
        comments.push(source.range(token.start, token.end - 1));
        close(stack, token.end);
      } else {
        if (first && startsAnother(first, words.at(-1) as Token, token, stack)) missingSemicolon(token);
        words.push(token);
      }
    } else if (token.kind === ";") {
      if (first) add(token.end, true);
      else at = strayPunctuation(token);
    } else if (token.kind === "{") {
      if (!first) problem(token, "A block needs a name before its `{`; nginx does not start.");
      else if (inData(stack) && !template) {
        const owner = stack.at(-1)?.owner?.name.text;
        problem(token, `\`${owner}\` holds pairs, no blocks: nginx stops at this \`{\` and does not start.`);
      }
      if (first?.text.endsWith("_by_lua_block")) {
        const end = luaEnd(text, token.end);
        const lua = source.range(token.end, end.body);
        const block: Open = {
          source,
          start: token.start,
          end: end.end,
          owner: undefined,
          children: [],
          lua,
          closed: end.closed,
        };
        add(end.end, true, block);
        own(stack, block);
        at = end.end;
      } else {
        const block: Open = {
          source,
          start: token.start,
          end: text.length,
          owner: undefined,
          children: [],
          closed: false,
        };
        if (!first) words = [{ ...token, end: token.start, text: "", kind: "word", quote: "" }];
        add(text.length, true, block);
        own(stack, block);
        stack.push(block);
        if (stack.length > deepest) {
          problem(token, "Blocks are nested too deep here; what follows was not read.");
          break;
        }
      }
    } else {
      if (first) missingSemicolon();
      if (stack.length === 1)
        problem(token, "This `}` closes nothing: there is one too many, here or above; nginx does not start.");
      else close(stack, token.end);
    }
  }
  if (words.length > 0) missingSemicolon();
  // Each closing brace closes the innermost block, so a missing one leaves the outermost open: only that is reported.
  const [, outermost, ...inner] = stack;
  if (outermost && !template) {
    const owner = outermost.owner as Directive;
    const also = inner.length > 0 ? `, nor ${inner.length === 1 ? "is one" : `are ${inner.length}`} in it` : "";
    problem(
      source.range(owner.start, outermost.start + 1),
      `The block \`${owner.name.text}\` is never closed with \`}\`${also}; nginx does not start.`,
    );
  }
  return { kind: "nginx", path: source.path, source, root, context: contextOf(root), comments, problems, template };

  /** Whether a directive is a line with a semicolon, and no block. */
  function endsInSemicolon({ start }: Token): boolean {
    return /^[^;{}]{0,1000};/.test(text.slice(start, start + 1001));
  }

  /** One problem for adjacent characters; scanning the line for each would take quadratic time. */
  function strayPunctuation(token: Token): number {
    let end = token.end;
    for (let i = end; i < text.length && /[;\t ]/.test(text[i] as string); i++) if (text[i] === ";") end = i + 1;
    const line = source.lineStarts[source.lineAt(token.start)] as number;
    const first = token.start - line < longestIndent && text.slice(line, token.start).trim() === "";
    const rest = end === token.end && first ? text.slice(end, endOfLine(text, end)).trim() : "";
    if (rest !== "" && !/[;{}]/.test(rest)) {
      const stop = endOfLine(text, token.start);
      comments.push(source.range(token.start, stop));
      problem(
        source.range(token.start, stop),
        "`;` starts no comment in nginx, `#` does; nginx does not start.",
        safe("make it a comment", replace(token, "#")),
      );
      return stop;
    }
    if (!template) {
      const at = source.range(token.start, end);
      problem(at, "There is nothing before this `;`; nginx does not start.", safe("remove the `;`", replace(at, "")));
    }
    return end;
  }

  /** The part of an unclosed quoted word that is on its own line, without a `;` or ` {` at its end. */
  function lineOfQuote(token: Token): Token {
    const line = text.slice(token.start, endOfLine(text, token.start)).replace(/\s*[;{]?\s*$/, "");
    const length = Math.max(1, line.length);
    return {
      source,
      start: token.start,
      end: token.start + length,
      kind: "word",
      quote: token.quote,
      text: line.slice(1),
    };
  }
}

/** Sets the directive that owns the block that was just added. */
function own(stack: readonly Open[], block: Open): void {
  block.owner = stack.at(-1)!.children.at(-1);
}

function close(stack: Open[], end: number): void {
  const block = stack.pop() as Open;
  block.end = end;
  block.closed = true;
  (block.owner as { end: number }).end = end;
}

const inData = (stack: readonly Open[]) => dataBlocks.has(stack.at(-1)?.owner?.name.text ?? "");

const isConflictMarker = (token: Token) =>
  token.quote === "" &&
  /^(<{7}|={7}|>{7}|\|{7})$/.test(token.text) &&
  /^$|[\r\n]/.test(token.source.text.slice(token.start - 1, token.start) || "");

/**
 * Whether a word is the next directive and not another argument: it has a directive's name, starts its line, and is not
 * indented deeper than the directive before it.
 */
function startsAnother(first: Token, previous: Token, word: Token, stack: readonly Open[]): boolean {
  if (word.quote || inData(stack) || !rowsOf(word.text)) return false;
  const { source } = word;
  const line = source.lineAt(word.start);
  if (source.lineAt(previous.end) === line) return false;
  const indentOf = (token: Token) =>
    /^[ \t]*/.exec(
      source.slice({ start: source.lineStarts[source.lineAt(token.start)] as number, end: token.start }),
    )?.[0] ?? "";
  const [outer, inner] = [indentOf(first), indentOf(word)];
  // If tabs and spaces are mixed, it is unknown which is deeper.
  return inner.length <= outer.length || !inner.startsWith(outer);
}

/** Derives a file's context from its outermost directives. */
function contextOf(root: Block): NginxContext {
  const names = new Set(root.children.map((d) => d.name.text));
  const has = (...some: string[]) => some.some((name) => names.has(name));
  if (has("http", "events", "stream", "mail")) return "main";
  if (root.children.some((d) => d.name.text === "server" && d.block)) return "http";
  if (root.children.some((d) => d.name.text === "upstream" && d.block)) return "http";
  if (has("listen", "server_name")) return "server";
  return undefined;
}
