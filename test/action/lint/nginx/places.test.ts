import { describe, expect, it } from "vitest";
import { Source } from "../../../../action/lint/files/source.ts";
import { placeOf } from "../../../../action/lint/nginx/context.ts";
import { listenPort, speaksTls } from "../../../../action/lint/nginx/listen.ts";
import { placeNamed } from "../../../../action/lint/nginx/location.ts";
import { parseNginx } from "../../../../action/lint/nginx/parse.ts";
import { looksLikeNginx } from "../../../../action/lint/nginx/recognise.ts";
import { secondsOf } from "../../../../action/lint/nginx/time.ts";
import { ancestors, children, enclosing, inherited, named, walk } from "../../../../action/lint/nginx/tree.ts";
import {
  groupsOf,
  isExact,
  matchesAnything,
  matchesLineEnd,
  partsOf,
} from "../../../../action/lint/nginx/variables.ts";

const parse = (text: string) => parseNginx(new Source("nginx.conf", text));
const only = (text: string, name: string) => {
  const file = parse(text);
  return { file, directive: named(file, name).at(-1) as NonNullable<ReturnType<typeof named>[number]> };
};

it.each([
  ["location /a/ { }", "prefix", "/a/"],
  ["location ^~ /a/ { }", "prefix", "/a/"],
  ["location ^~/a/ { }", "prefix", "^~/a/"],
  ["location = /a { }", "exact", "/a"],
  ["location =/a { }", "exact", "=/a"],
  ["location ~ ^/a$ { }", "regex", "^/a$"],
  ["location ~* ^/a$ { }", "regex", "^/a$"],
  ["location ~*^/a { }", "regex", "~*^/a"],
  ["location ~^/a { }", "regex", "~^/a"],
  ["location @app { }", "named", "@app"],
])("%s compares by %s", (text, match, path) => {
  const place = placeNamed(only(text, "location").directive);
  expect([place?.match, place?.path.text]).toEqual([match, path]);
});
it.each(["location { }", "location a b c { }", "location ! /a { }"])("%s is none that nginx knows", (text) =>
  expect(placeNamed(only(text, "location").directive)).toBeUndefined(),
);
it("nothing else is a location", () => {
  expect(placeNamed(only("server /a { }", "server").directive)).toBeUndefined();
  expect(placeNamed(undefined)).toBeUndefined();
});

it.each([
  ["80", 80],
  ["127.0.0.1:8080", 8080],
  ["[::]:81", 81],
  ["*:82", 82],
  ["localhost", 80],
  ["host1", 80],
  ["[::1]", 80],
  ["unix:/run/a.sock", undefined],
  ["$port", undefined],
])("listen %s is port %s", (where, port) =>
  expect(listenPort(only(`listen ${where};`, "listen").directive)).toBe(port),
);
it.each([
  ["listen 443 ssl;", true],
  ["listen 443 quic reuseport;", true],
  ["listen 80; listen 443 ssl;", true],
  ["ssl on;", true],
  ["ssl off;", false],
  ["listen 443;", false],
  ["listen 443 ssls;", false],
  ["listen 443 nossl;", false],
  ["", false],
])("a server with %j speaks TLS: %s", (text, tls) =>
  expect(speaksTls(only(`server { ${text} }`, "server").directive)).toBe(tls),
);

it.each([
  ["35", 35],
  ["35s", 35],
  ["500ms", 0.5],
  ["5m", 300],
  ["1h30m", 5400],
  ["1d", 86_400],
  ["1w", 604_800],
  ["", undefined],
  ["5x", undefined],
  ["x5", undefined],
  ["5m x", undefined],
])("%j is %s seconds", (text, seconds) => expect(secondsOf(text)).toBe(seconds));

it.each([
  ["http { server { location / { x; } } }", "location"],
  ["http { server { x; } }", "server"],
  ["http { x; }", "http"],
  ["http { upstream a { x; } }", "upstream"],
  ["stream { server { x; } }", "stream-server"],
  ["stream { upstream a { x; } }", "stream-upstream"],
  ["http { if ($a) { location / { x; } } }", undefined],
  ["mail { server { x; } }", "mail-server"],
  ["stream { } http { server { x; } }", "server"],
  ["events { x; }", "events"],
  ["events { } x;", "main"],
  ["server { if ($a) { x; } }", "server-if"],
  ["server { location / { if ($a) { x; } } }", "location-if"],
  ["server { location / { limit_except GET { x; } } }", "limit_except"],
  ["http { if ($a) { x; } }", undefined],
  ["server { location / { if ($a) { if ($b) { x; } } } }", undefined],
  ["server { types { x; } }", undefined],
  ["location / { x; }", "location"],
  ["x;", undefined],
  ["listen 80; x;", "server"],
  ["if ($a) { x; }", undefined],
])("in %s, x stands in %s", (text, place) => {
  const { file, directive } = only(text, "x");
  expect(placeOf(directive, file)).toBe(place);
});

describe("the tree", () => {
  const text = "a 1; b { a 2; c { a 3; } a 4; } a 5;";
  const file = parse(text);
  const words = (found: Iterable<{ args: readonly { text: string }[] }>) => [...found].map(({ args }) => args[0]?.text);

  it("is walked in the order of the text", () => {
    expect(
      walk(file)
        .map(({ name }) => name.text)
        .join(""),
    ).toBe("abacaaa");
    expect(words(named(file, "a"))).toEqual(["1", "2", "3", "4", "5"]);
    expect(named(file, "c", "b").map(({ name }) => name.text)).toEqual(["b", "c"]);
    expect(named(file, "z")).toEqual([]);
  });

  it("tells what is in a block and around a directive", () => {
    const [b] = named(file, "b");
    expect(words(children(b?.block, "a"))).toEqual(["2", "4"]);
    expect(children(b?.block, "c", "a").map(({ name }) => name.text)).toEqual(["a", "c", "a"]);
    expect(children(undefined, "a")).toEqual([]);
    const deep = named(file, "a")[2] as NonNullable<typeof b>;
    expect([...ancestors(deep)].map(({ name }) => name.text)).toEqual(["c", "b"]);
    expect(enclosing(deep, "b")).toBe(b);
    expect(enclosing(deep, "x", "c")?.name.text).toBe("c");
    expect(enclosing(deep, "x")).toBeUndefined();
  });

  it("inherits a list whole, from the nearest block that has it", () => {
    const { file: site } = only("h 1; h 2; server { location / { x; } location /b { h 3; y; } }", "x");
    const at = (name: string) => named(site, name)[0]?.parent as Parameters<typeof inherited>[0];
    expect(words(inherited(at("x"), "h"))).toEqual(["1", "2"]);
    expect(words(inherited(at("y"), "h"))).toEqual(["3"]);
    expect(inherited(at("x"), "z")).toEqual([]);
  });
});

describe("variables", () => {
  const parts = (text: string, name = "x") => {
    const { directive } = only(text, name);
    return partsOf(directive.args[0]?.text ?? "", directive).map((part) =>
      part.kind === "text" ? part.text : part.kind === "variable" ? `$${part.name}` : `${part.name}=${part.regex}`,
    );
  };
  it.each([
    ["x a$b${c}d;", ["a", "$b", "$c", "d"]],
    ["set $a /srv; x $a/b;", ["/srv", "/b"]],
    ["set $a 1; set $a 2; x $a;", ["2"]],
    ["set $a 1; set $b 2; x $a;", ["1"]],
    ["set $long_name 1; x a${long_name}$long_name;", ["a", "1", "1"]],
    ["location /(a) { x $1; }", ["$1"]],
    ["location ~ (a) { if ($b !~* 'c(d)') { x $1; } }", ["1=d"]],
    ["set $a 1; server { x $a; }", ["1"]],
    ["set $a 1; server { set $a 2; x $a; }", ["2"]],
    ["location ~ ^/(.*)/(?<n>b+)$ { x $1$2$n$3; }", ["1=.*", "2=b+", "n=b+", "$3"]],
    ["location /a { x $1; }", ["$1"]],
    ["location ~ (a) { location /b { x $1; } }", ["$1"]],
    ['location ~ (a) { if ($b ~ "^(c)$") { x $1; } }', ["1=c"]],
    ["location ~ (a) { if ($b = c) { x $1; } }", ["1=a"]],
  ])("in %s are %j", (text, found) => expect(parts(text)).toEqual(found));

  it("that hold themselves are followed so far and no further", () => {
    expect(new Set(parts("set $a $a; x $a;"))).toEqual(new Set(["$a"]));
    expect(parts("set $a $b; set $b $a; x $a;")).toHaveLength(1);
    expect(parts("set $a 1; set $b $a; set $c $b; set $d $c; set $e $d; x $e;")).toEqual(["1"]);
    expect(parts("set $a 1; set $b $a; set $c $b; set $d $c; set $e $d; set $f $e; x $f;")).toEqual(["$a"]);
  });

  it.each<[string, Record<string, string>]>([
    ["(a)(b(c))", { "1": "a", "2": "b(c)", "3": "c" }],
    ["(?:a)(b)", { "1": "b" }],
    ["(?<n>a)(?P<m>b)(?'o'c)", { "1": "a", n: "a", "2": "b", m: "b", "3": "c", o: "c" }],
    ["\\(a\\)(b\\))", { "1": "b\\)" }],
    ["[(](a)[^)](b)[])](c)", { "1": "a", "2": "b", "3": "c" }],
    ["[a(](b)", { "1": "b" }],
    ["[]()](b)", { "1": "b" }],
    ["(?<name>a)", { "1": "a", name: "a" }],
    ["(?=a)(b", {}],
    ["a)", {}],
  ])("of the regex %s the groups are %o", (regex, groups) =>
    expect(Object.fromEntries(groupsOf(regex))).toEqual(groups),
  );

  it.each([
    ["[^/]+", true],
    ["[^\\n/]+", false],
    ["[^\\s]", false],
    ["[^a-z]+", true],
    ["[^a\\s]+", false],
    ["[^\\n\\s]\\s", true],
    ["\\W", true],
    ["\\D", true],
    ["a\\sb", true],
    [".*", false],
    ["[a-z]", false],
  ])("%s can match a line end: %s", (regex, can) => expect(matchesLineEnd(regex)).toBe(can));

  it.each([
    [".*", true],
    ["a.+b", true],
    [".{3}", true],
    ["[^/]", true],
    ["\\S+", true],
    ["\\w+", false],
    ["a\\.*", false],
    ["a.b", false],
  ])("%s can match anything: %s", (regex, can) => expect(matchesAnything(regex)).toBe(can));

  it("know a path to the letter in an exact location only", () => {
    expect(isExact(only("location = /a { x; }", "x").directive)).toBe(true);
    expect(isExact(only("location /a { x; }", "x").directive)).toBe(false);
    expect(isExact(only("x;", "x").directive)).toBe(false);
  });
});

it.each<[string, "name" | "folder" | "nothing", boolean]>([
  ["", "name", true],
  ["", "nothing", false],
  ["server {\n  listen 80;\n}\n", "nothing", true],
  ["listen 80;\n", "nothing", false],
  ["listen 80;\n", "folder", true],
  ["hello world\nlisten 80;\n", "nothing", false],
  ["Here is how it works.\nserver {\n  listen 80;\n}\n", "folder", false],
  ["Here is how it works.\nserver {\n  listen 80;\n}\n", "name", true],
  ["#include <x.h>\nint main() {\n  return 0;\n}\n", "nothing", false],
  ["if (x) {\n  foo();\n}\n", "folder", false],
  ["# why\n{% if a %}\nserver {\n  listen 80;\n{% endif %}\n}\n", "nothing", true],
  ["log_format main '$a'\n  '$b'\n  '$c';\nserver {\n}\n", "nothing", true],
])("%j, of which its %s speaks, is nginx's: %s", (text, evidence, is) =>
  expect(looksLikeNginx(text, evidence)).toBe(is),
);
