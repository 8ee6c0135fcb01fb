import { describe, expect, it } from "vitest";
import { Source } from "../../../../action/lint/files/source.ts";
import { nextToken } from "../../../../action/lint/nginx/lexer.ts";
import { luaEnd } from "../../../../action/lint/nginx/lua.ts";
import { parseNginx } from "../../../../action/lint/nginx/parse.ts";
import type { Block, Directive } from "../../../../action/lint/nginx/tree.ts";

const parse = (text: string, path = "nginx.conf") => parseNginx(new Source(path, text));

/** A block in one line: words by blanks, quoted ones in ‹›, an unfinished line with a "…". */
function shown({ children }: Pick<Block, "children">): string {
  return children.map(showOne).join(" ");
}
function showOne({ name, args, block, terminated }: Directive): string {
  const words = [name, ...args].map(({ text, quote }) => (quote ? `‹${text}›` : text)).join(" ");
  if (!block) return `${words}${terminated ? ";" : "…"}`;
  const inside = block.lua ? "lua" : shown(block);
  return `${words} {${inside}}${block.closed ? "" : "…"}`;
}

describe("nginx's configuration", () => {
  it.each([
    ["", ""],
    ["a;", "a;"],
    ["a b c;\n\td;\r\n", "a b c; d;"],
    ["server { listen 80; location / { return 204; } }", "server {listen 80; location / {return 204;}}"],
    ["a 'b c' \"d;e\" f;", "a ‹b c› ‹d;e› f;"],
    ["a b'c d;", "a b'c d;"],
    ["a 'it\\'s' \"q\\\"q\" 'b\\\\' 'x\\y' 't\\tn\\n';", "a ‹it's› ‹q\"q› ‹b\\› ‹x\\y› ‹t\tn\n›;"],
    ["a b\\;c \\{d;", "a b\\;c \\{d;"],
    ["a ${b}c $d{e;}", "a ${b}c $d {e;}"],
    ["a # b; c\nd;", "a d;"],
    ["a#b;", "a#b;"],
    ["if ($a = '') { b; }", "if ($a = ‹› ) {b;}"],
    ["x_by_lua_block { if a then b() end } c;", "x_by_lua_block {lua} c;"],
    ["map $a $b {\n default 0;\n listen 1;\n}", "map $a $b {default 0; listen 1;}"],
    ["a b", "a b…"],
    ["a { b", "a {b…}…"],
    ["a { b }", "a {b…}"],
    ["listen 80\nserver_name a;", "listen 80… server_name a;"],
    ["listen 80\n  server_name a;", "listen 80 server_name a;"],
    ["  listen 80\nserver_name a;", "listen 80… server_name a;"],
    ["listen 80 server_name a;", "listen 80 server_name a;"],
    ["listen 80\nother a;", "listen 80 other a;"],
    ["listen 80\n'server_name' a;", "listen 80 ‹server_name› a;"],
    ["{ a; }", " {a;}"],
    ["a;;b;", "a; b;"],
    ["; the app\na;", "a;"],
    ["// why\na;", "a;"],
    ["/* why\na;", "a;"],
    ["-- why\na;", "a;"],
    ["a // b;", "a // b;"],
    ["types { // x;\n }", "types {// x;}"],
    ["<<<<<<< HEAD\na;\n=======\nb;\n>>>>>>> x\n", "a; b;"],
    ["a <<<<<<< b;", "a <<<<<<< b;"],
    ["server { a; .}\nb;", "server {a;} b;"],
    ["a; }\nb;", "a; b;"],
    ['a "b;\nc;\n', "a ‹b›; c;"],
    ["a 'b\nc;\nd 'e';\n", "a ‹b› c; d ‹e›;"],
  ])("of %j is read as %s", (text, tree) => expect(shown(parse(text).root)).toBe(tree));

  it.each<[string, string[]]>([
    ["a;\n", []],
    ["a { }\n", []],
    ["listen 80\nserver_name a;", ["`listen` does not end in `;`, so nginx takes what follows"]],
    ["server_name a\nlisten 80;", ["`server_name` does not end in `;`, so nginx takes `listen` and its arguments"]],
    ["server_name a\nserver { }", ["`server_name` does not end in `;`, so nginx takes what follows"]],
    ["a b", ["`a` does not end in `;`"]],
    ["a { b }", ["`b` does not end in `;`"]],
    ["a { b;", ["The block `a` is never closed with `}`; nginx"]],
    ["a { b {", ["The block `a` is never closed with `}`, nor is one in it;"]],
    ["a { b { c {", ["The block `a` is never closed with `}`, nor are 2 in it;"]],
    ["}", ["This `}` closes nothing"]],
    ["a;}\n}", ["This `}` closes nothing", "This `}` closes nothing"]],
    ["{ a; }", ["A block needs a name before its `{`"]],
    [";", ["There is nothing before this `;`"]],
    ["a; ;; ;b;", ["There is nothing before this `;`"]],
    ["; the app\n", ["`;` starts no comment in nginx"]],
    ["a; ; the app\n", ["There is nothing before this `;`", "`the` does not end"]],
    ["; a;\n", ["There is nothing before this `;`"]],
    ["// why\n", ["A comment in nginx starts with `#`"]],
    ["a 'b", ["This ' is never closed", "`a` does not end"]],
    ["a 'b'c;", ["A closing quote ends the word"]],
    ["a 'b'{c;}", []],
    ["if ($a = 'b') { c; }", []],
    ["server { .}\n", ["`.}` is a word to nginx, not a `}`"]],
    ["map $a $b { c { } }", ["`map` holds pairs, no blocks"]],
    ["x_by_lua_block { {", []],
  ])("of %j has the mistakes %j", (text, says) =>
    expect(parse(text).problems.map(({ message }) => message)).toEqual(
      says.map((one) => expect.stringMatching(new RegExp(`^${one.replace(/[`${}()*.]/g, "\\$&")}`))),
    ),
  );

  it.each([
    ["listen 80\nserver_name a;", "listen 80;\nserver_name a;"],
    ["; the app\na;", "# the app\na;"],
    ["a;;\n", "a;\n"],
    ["a; ; ;b;", "a; b;"],
    ["server { a; .}", "server { a; }"],
  ])("of %j is mended to %j", (text, mended) => {
    const [problem] = parse(text).problems;
    let whole = text;
    for (const { at, text: put } of [...(problem?.fix?.edits ?? [])].reverse() as {
      at: { start: number; end: number };
      text: string;
    }[])
      whole = whole.slice(0, at.start) + put + whole.slice(at.end);
    expect(whole).toBe(mended);
  });

  it("has its places where they are written", () => {
    const text = "http {\n  server { listen 80; }\n}\n";
    const { root } = parse(text);
    const [http] = root.children;
    const [server] = http?.block?.children ?? [];
    expect(text.slice(server?.start, server?.end)).toBe("server { listen 80; }");
    expect(text.slice(http?.start, http?.end)).toBe("http {\n  server { listen 80; }\n}");
    expect(server?.block?.owner).toBe(server);
    expect(server?.parent.owner).toBe(http);
    expect(root).toMatchObject({ start: 0, end: text.length, owner: undefined });
  });

  it.each([
    ["<<<<<<< HEAD\na;\n=======\n", ["<<<<<<< HEAD", "======="]],
    ["a;\n// why so\n", ["// why so"]],
    ["; the app\na;", ["; the app"]],
    ["server { a; .}\n", ["."]],
    ["a; # b\n# c", ["# b", "# c"]],
  ])("of %j has the comments %j", (text, found) =>
    expect(parse(text).comments.map(({ start, end }) => text.slice(start, end))).toEqual(found),
  );

  it("has the place of what is wrong", () => {
    const at = (text: string) => parse(text).problems.map(({ at: { start, end } }) => text.slice(start, end));
    expect(at("a 'b;\nc;\n")).toEqual(["'"]);
    expect(at("a 'b'c;")).toEqual(["c"]);
    expect(at("x;\na { b;")).toEqual(["a {"]);
    expect(at("a b\n")).toEqual(["a b"]);
  });

  it("has Lua in a block of its directive, and is read no deeper than anybody nests", () => {
    const [directive] = parse("x_by_lua_block { a }\nb;").root.children;
    expect(directive?.block).toMatchObject({ owner: directive, children: [], closed: true });
    expect(directive?.terminated).toBe(true);
    const { problems } = parse("a { ".repeat(20_010));
    expect(problems[0]?.message).toMatch(/nested too deep/);
    expect(problems.every(({ rule }) => rule === "nginx/syntax")).toBe(true);
    expect(parse(`${"a { ".repeat(100)}b;${"}".repeat(100)}`).problems).toEqual([]);
  });

  it("that is a template may leave to it what is not there", () => {
    const text = "server {\n  {% if a %}\n  listen {{ port }}\n  {% endif %}\n  <%- x %>\n  root {{ a }}/{{ b }};;\n";
    const file = parse(text, "nginx.conf.j2");
    expect(file.template).toBe(true);
    expect(file.problems).toEqual([]);
    expect(file.comments.map(({ start, end }) => text.slice(start, end))).toEqual([
      "{% if a %}",
      "{% endif %}",
      "<%- x %>",
    ]);
  });

  it.each([
    ["http { }", "main"],
    ["events { }", "main"],
    ["stream { }", "main"],
    ["mail { }", "main"],
    ["server { }", "http"],
    ["upstream a { }", "http"],
    ["listen 80;", "server"],
    ["server_name a;", "server"],
    ["server { }\nlog_format a b;", "http"],
    ["upstream a { }\nlog_format a b;", "http"],
    ["map $a $b { }", undefined],
    ["server a;", undefined],
    ["upstream a;", undefined],
    ["return 204;", undefined],
  ])("of %j stands in %s", (text, context) => expect(parse(text).context).toBe(context));

  it("of nothing but mistakes gives a bounded list of them", () => {
    expect(parse("}\n".repeat(1500)).problems).toHaveLength(1000);
  });
});

describe("nginx's words", () => {
  const tokens = (text: string, template = false) => {
    const source = new Source("x", text);
    const found: string[] = [];
    for (let at = 0; ; ) {
      const token = nextToken(source, at, template);
      if (!token) return found;
      const { kind, quote, text: word, unclosed, glued } = token;
      found.push(
        `${kind === "word" ? quote : `${kind}:`}${word}${unclosed ? " unclosed" : ""}${glued ? " glued" : ""}`,
      );
      at = token.end;
    }
  };
  it.each<[string, boolean, string[]]>([
    [" \t\r\n", false, []],
    ["a b", false, ["a", "b"]],
    ["a{b}c;", false, ["a", "{:{", "b}c", ";:;"]],
    ["a\u00A0b", false, ["a\u00A0b"]],
    ["'a'b", false, ["'a glued", "b"]],
    ["'a')", false, ["'a", ")"]],
    ["'a\\", false, ["'a\\ unclosed"]],
    ["a\\", false, ["a\\"]],
    ["{{ a }};", false, ["{:{", "{:{", "a", "}:}", "}:}", ";:;"]],
    ["{{ a }}b;", true, ["{{ a }}b", ";:;"]],
    ["a{{ b }};", true, ["a{{ b }}", ";:;"]],
    ["{# x #} a", true, ["markup:{# x #}", "a"]],
    ["{% x %}a", true, ["{% x %}a"]],
    ["<%= a %> b", true, ["<%= a %>", "b"]],
    ["<% a %>", true, ["markup:<% a %>"]],
    ["a<%= b c %>;", true, ["a<%= b c %>", ";:;"]],
    ["{ a", true, ["{:{", "a"]],
  ])("of %j (a template: %s) are %j", (text, template, found) => expect(tokens(text, template)).toEqual(found));
});

it.each([
  ["a }b", "a ", true],
  ["{ a } }", "{ a } ", true],
  ["'}' }", "'}' ", true],
  ['"}\\"}" }', '"}\\"}" ', true],
  ["'open }\n }", "'open }\n ", true],
  ["-- }\n }", "-- }\n ", true],
  ["--[[ }\n ]] }", "--[[ }\n ]] ", true],
  ["[[ } ]] }", "[[ } ]] ", true],
  ["[==[ ]] } ]==] }", "[==[ ]] } ]==] ", true],
  ["a[1] }", "a[1] ", true],
  ["a - b }", "a - b ", true],
  ["[=x }", "[=x ", true],
  ["a", "a", false],
  ["[[ }", "[[ }", false],
  ["-- }", "-- }", false],
  ["'}", "'}", false],
])("Lua of %j ends behind %j, closed: %s", (text, body, closed) => {
  const end = luaEnd(`x{${text}`, 2);
  expect([`x{${text}`.slice(2, end.body), end.closed]).toEqual([body, closed]);
  expect(end.end).toBe(end.body + (closed ? 1 : 0));
});
