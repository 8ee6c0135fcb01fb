import { describe, expect, it } from "vitest";
import { Source } from "../../../../action/lint/files/source.ts";
import { expand } from "../../../../action/lint/uwsgi/expand.ts";
import {
  abbreviated,
  canonicalName,
  isFalse,
  kindOf,
  optionNames,
  shortOption,
} from "../../../../action/lint/uwsgi/options.ts";
import { parseUwsgi } from "../../../../action/lint/uwsgi/parse.ts";
import { optionsOf, ownSection, type UwsgiFile, type UwsgiOption } from "../../../../action/lint/uwsgi/tree.ts";

const read = (text: string, path = "uwsgi.ini") => parseUwsgi(new Source(path, text));
const pair = ({ name, value }: UwsgiOption) => (value ? `${name.text}=${value.text}` : name.text);
function shown({ sections, stray, comments, problems, source }: UwsgiFile) {
  return {
    found: sections.flatMap(({ name, options }) => [`[${name.text}]`, ...options.map(pair)]),
    ...(stray.length > 0 && { stray: stray.map(pair) }),
    ...(comments.length > 0 && { comments: comments.map(({ start, end }) => source.text.slice(start, end)) }),
    ...(problems.length > 0 && { problems: problems.map(({ rule }) => rule) }),
  };
}

describe("an ini of uWSGI", () => {
  it.each<[string, object]>([
    ["[uwsgi]\nmaster = true\nsocket=/run/x.sock\n", { found: ["[uwsgi]", "master=true", "socket=/run/x.sock"] }],
    ["[uwsgi]\n  master\nx =\n", { found: ["[uwsgi]", "master", "x="] }],
    ["[uwsgi]\n# one\n ; two\nx = 1 # three\n", { found: ["[uwsgi]", "x=1 # three"], comments: ["# one", "; two"] }],
    ["x = 1\n[uwsgi]\n", { found: ["[uwsgi]"], stray: ["x=1"] }],
    ["[uwsgi]\n\n \nx=a=b\n[other]\ny=1\n", { found: ["[uwsgi]", "x=a=b", "[other]", "y=1"] }],
    ["[uwsgi\nx=1\n", { found: ["[uwsgi]", "x=1"], problems: ["uwsgi/syntax"] }],
    ["[uwsgi] # why\nx=1\n", { found: ["[uwsgi]", "x=1"], problems: ["uwsgi/syntax"] }],
    ["[ uwsgi ]\nx=1\n", { found: ["[uwsgi]", "x=1"] }],
    ["[uwsgi]\n=======\nx=1\n", { found: ["[uwsgi]", "x=1"], comments: ["======="] }],
  ])("of %j has %j", (text, has) => expect(shown(read(text))).toEqual(has));

  it("says how a section without its bracket is called", () => {
    expect(read("[uwsgi] # why\n").problems[0]?.message).toContain("this one is called `uwsgi] # wh`");
  });

  it("has its places where they are written", () => {
    const { sections, source } = read("[uwsgi]\n  socket = a b \nmaster\n");
    const [section] = sections;
    expect([section?.start, section?.end]).toEqual([0, source.text.length - 1]);
    const [option] = section?.options ?? [];
    expect(source.text.slice(option?.start, option?.end)).toBe("socket = a b");
    expect(source.text.slice(option?.value?.start, option?.value?.end)).toBe("a b");
  });

  it("has lines of its template", () => {
    const text = "[uwsgi]\n{% if a %}\nx = 1\n";
    expect(shown(read(text, "uwsgi.ini.j2"))).toEqual({ found: ["[uwsgi]", "x=1"], comments: ["{% if a %}"] });
    expect(read(text, "uwsgi.ini.j2").template).toBe(true);
  });
});

describe("options in XML and YAML", () => {
  it.each<[string, string, string[]]>([
    ["u.xml", "<uwsgi>\n<socket> /x </socket><master/>\n</uwsgi>", ["[uwsgi]", "socket=/x", "master"]],
    ["u.xml", '<uwsgi id="a"><socket>a</socket ><b />', ["[uwsgi]", "socket=a", "b"]],
    ["u.xml", "<uwsgi><!-- <x>1</x> --><y>2</y></uwsgi><z>3</z>", ["[uwsgi]", "y=2"]],
    ["u.xml", "<uwsgi><y>2</y><!-- <x>1</x>", ["[uwsgi]", "y=2"]],
    ["u.xml", "<uwsgi><a>1</b></uwsgi>", ["[uwsgi]"]],
    ["u.XML.j2", "<uwsgi><a>1</a></uwsgi>", ["[uwsgi]", "a=1"]],
    ["u.xml", "<other/>", []],
    ["u.xml", "<uwsgi", []],
    ["u.yaml", "uwsgi:\n  socket: /x # why\n  master: true\n", ["[uwsgi]", "socket=/x", "master=true"]],
    ["u.yml", "a: 1\nuwsgi:\n  x: 'a b'\n  y:\nother:\n  z: 1\n", ["[uwsgi]", "x=a b", "y"]],
    ["u.yml", 'uwsgi:\n- x: 1\n- "y": 2\n', ["[uwsgi]", "x=1", "y=2"]],
    ["u.yml", "a:\n  uwsgi:\n    x: 1\n  b: 2\n", ["[uwsgi]", "x=1"]],
    ["u.yml", "uwsgi:\n  url: http://x/#a\n  no:colon\n", ["[uwsgi]", "url=http://x/#a"]],
    ["u.yml", "uwsgi:\n  x: 1\nuwsgi:\n  y: 2\n", ["[uwsgi]", "x=1", "[uwsgi]", "y=2"]],
  ])("of %s: %j", (path, text, found) => {
    const file = read(text, path);
    expect(shown(file)).toEqual({ found });
    expect(file.markup).toBe(true);
    for (const { name, value } of file.sections.flatMap(({ options }) => options))
      for (const one of [name, value]) if (one) expect(text.slice(one.start, one.end)).toBe(one.text);
  });

  it("end where their last value does", () => {
    const text = "<uwsgi><a>1</a><b/></uwsgi>";
    const [section] = read(text, "u.xml").sections;
    expect(text.slice(section?.start, section?.end)).toBe("uwsgi><a>1</a><b");
    const [a, b] = section?.options ?? [];
    expect([text.slice(a?.start, a?.end), text.slice(b?.start, b?.end)]).toEqual(["a>1", "b"]);
    const [empty] = read("uwsgi:\n", "u.yml").sections;
    expect([empty?.start, empty?.end]).toEqual([0, 5]);
  });
});

describe("the options that uWSGI reads", () => {
  const names = (text: string, section?: string) => optionsOf(read(text), section).map(pair);

  it("are those of its section, with those that it takes in from others", () => {
    const text =
      "[uwsgi]\na=1\nini = :base\n[base]\nb=2\ninclude=:more\n[more]\nc=3\nconfig = :uwsgi\n[other]\nd=4\n[uwsgi]\ne=5\n";
    expect(names(text)).toEqual(["a=1", "ini=:base", "e=5", "b=2", "include=:more", "c=3", "config=:uwsgi"]);
    expect(names(text, "more")).toEqual(["c=3", "config=:uwsgi", "a=1", "ini=:base", "e=5", "b=2", "include=:more"]);
    expect(names(text, "none")).toEqual([]);
  });

  it.each([
    ["ini = :base", "base"],
    ["include = :a-b_1", "a-b_1"],
    ["ini = file.ini:base", undefined],
    ["ini = :a b", undefined],
    ["inis = :base", undefined],
    ["my-ini = :base", undefined],
    ["ini", undefined],
  ])("take in by %j the section %s", (line, section) =>
    expect(ownSection(optionsOf(read(`[uwsgi]\n${line}\n`))[0] as UwsgiOption)).toBe(section),
  );
});

describe("a value", () => {
  const file = read(
    "[uwsgi]\nbase = /srv\nname = old\nname = shop\nset = a=1\nset-ph = b= 2\nset-placeholder = c=%(a)\nsetting = d=4\nvirtualenv = /v\nflag\nloop = %(loop)\n",
    "deploy/uwsgi.ini",
  );
  const environment = new Map([["RELEASE", "r1"]]);

  it.each([
    ["%(base)/%(name)", "/srv/shop", true],
    ["%( base )/x", "/srv/x", true],
    ["%(a)%(b)%(c)", "121", true],
    ["%(d)", "%(d)", false],
    ["%(home)", "/v", true],
    ["%(flag)", "%(flag)", false],
    ["%(nothing)", "%(nothing)", false],
    ["%n-%s", "uwsgi-uwsgi.ini", true],
    ["100%%", "100%", true],
    ["%d", "%d", false],
    ["%q", "%q", false],
    ["$(RELEASE)/$(HOME)", "r1/$(HOME)", false],
    ["$(RELEASE)", "r1", true],
    ["@(file)", "@(file)", false],
    ["plain", "plain", true],
  ])("%j is %j, known: %j", (value, text, known) => expect(expand(value, file, environment)).toEqual({ text, known }));

  it("knows its folders where it is known where the file will lie", () => {
    const at = (value: string) => expand(value, file, environment, "/srv/shop/deploy/app.ini").text;
    expect(["%n", "%s", "%d", "%p", "%c"].map(at)).toEqual([
      "app",
      "app.ini",
      "/srv/shop/deploy/",
      "/srv/shop/deploy/app.ini",
      "deploy",
    ]);
    expect(expand("%c", undefined, undefined, "app.ini")).toEqual({ text: "", known: true });
  });

  it("ends where it names itself, and is what it is where there is no file", () => {
    expect(expand("%(loop)", file)).toEqual({ text: "%(loop)", known: false });
    const twice = read("[uwsgi]\nx = %(x)%(x)\n");
    expect(expand("%(x)", twice).text.length).toBeLessThan(10_000);
    expect(expand("%(base)", undefined)).toEqual({ text: "%(base)", known: false });
    expect(expand("$(A)", undefined)).toEqual({ text: "$(A)", known: false });
  });
});

describe("the options of uWSGI", () => {
  it.each([
    ["master", "bool"],
    ["processes", "int"],
    ["nothing-such", undefined],
  ])("of %s are of the kind %s", (name, kind) => expect(kindOf(name)).toBe(kind));

  it.each([
    ["workers", "processes"],
    ["venv", "home"],
    ["pp", "pythonpath"],
    ["chmod", "chmod-socket"],
    ["master", "master"],
    ["other", "other"],
  ])("have one name: %s is %s", (name, one) => expect(canonicalName(name)).toBe(one));

  it("have short forms, and beginnings that say which they are", () => {
    expect(["s", "H"].map((letter) => canonicalName(shortOption(letter) ?? ""))).toEqual(["socket", "home"]);
    expect(shortOption("?")).toBeUndefined();
    expect(abbreviated("chmod-so")).toEqual(["chmod-socket"]);
    expect(abbreviated("touch-chain")).toEqual([...abbreviated("touch-chain")].sort());
    expect(abbreviated("")).toHaveLength(optionNames.length);
  });

  it.each(["false", "OFF", "no", "0"])("are off by %s", (value) => expect(isFalse(value)).toBe(true));
  it.each(["true", "off # why", "not", "00", ""])("are on by %j", (value) => expect(isFalse(value)).toBe(false));
});
