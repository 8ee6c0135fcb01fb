import { describe, expect, it } from "vitest";
import { Source } from "../../../../action/lint/files/source.ts";
import { keysOf, sectionNames } from "../../../../action/lint/systemd/keys.ts";
import { parseSupervisor, parseUnit } from "../../../../action/lint/systemd/parse.ts";
import { entries, entry, isYes, type UnitFile } from "../../../../action/lint/systemd/tree.ts";

/** A file as "section: key=value" lines, with what is stray and what is a comment. */
function shown({ sections, stray, comments, source }: UnitFile) {
  return {
    found: sections.flatMap(({ name, entries: all }) => [
      `[${name.text}]`,
      ...all.map(({ key, value }) => `${key.text}=${value.text}`),
    ]),
    ...(stray.length > 0 && { stray: stray.map(({ text }) => text) }),
    ...(comments.length > 0 && { comments: comments.map(({ start, end }) => source.text.slice(start, end)) }),
  };
}
const unit = (text: string, path = "shop.service") => parseUnit(new Source(path, text));
const supervisor = (text: string) => parseSupervisor(new Source("supervisor.conf", text));

describe("a unit", () => {
  it.each<[string, object]>([
    ["", { found: [] }],
    ["[Service]\nUser=shop\n", { found: ["[Service]", "User=shop"] }],
    ["[ Service ]\n  User =  shop  \n", { found: ["[Service]", "User=shop"] }],
    ["[Unit]\n[Service]\nA=1\nA=\nB=x=y\n", { found: ["[Unit]", "[Service]", "A=1", "A=", "B=x=y"] }],
    ["A=1\n[Unit]\n", { found: ["[Unit]"], stray: ["A=1"] }],
    ["[Unit]\nnonsense\n=x\n", { found: ["[Unit]"], stray: ["nonsense", "=x"] }],
    ["[Unit\nA=1\n", { found: [], stray: ["[Unit", "A=1"] }],
    ["[Unit]\n# one\n ; two\nA=1 # three\n", { found: ["[Unit]", "A=1 # three"], comments: ["# one", "; two"] }],
    ["[Unit]\n<<<<<<< HEAD\nA=1\n", { found: ["[Unit]", "A=1"], comments: ["<<<<<<< HEAD"] }],
    [
      "[Service]\nExecStart=/bin/a \\\n  -b \\\n-c\nUser=x\n",
      { found: ["[Service]", "ExecStart=/bin/a -b -c", "User=x"] },
    ],
    ["[Service]\nA=1 \\\n# why\n; and\n 2\n", { found: ["[Service]", "A=1 2"], comments: ["# why", "; and"] }],
    ["[Service]\nA=1 \\\n\nB=2\n", { found: ["[Service]", "A=1", "B=2"] }],
    ["[Service]\nA=1 \\", { found: ["[Service]", "A=1"] }],
    ["[Service]\nA=1 \\\n# why", { found: ["[Service]", "A=1"], comments: ["# why"] }],
    ["[Service]\nA=\\\n1\n", { found: ["[Service]", "A=1"] }],
    ["[Service]\nA=1\\\\\nB=2\n", { found: ["[Service]", "A=1\\ B=2"] }],
    ["[Service]\nword \\\nB=2\n", { found: ["[Service]"], stray: ["word \\"] }],
  ])("of %j has %j", (text, has) => expect(shown(unit(text))).toEqual(has));

  it("has its places where they are written, over all of its lines", () => {
    const text = "[Service]\nExecStart = /bin/a \\\n  -b\nUser=x\n";
    const { sections, source } = unit(text);
    const slice = ({ start, end }: { start: number; end: number }) => source.text.slice(start, end);
    const [service] = sections;
    expect(slice(service as never)).toBe(text.trimEnd());
    expect(service?.entries.map((one) => [slice(one), slice(one.key), slice(one.value)])).toEqual([
      ["ExecStart = /bin/a \\\n  -b", "ExecStart", "/bin/a \\\n  -b"],
      ["User=x", "User", "x"],
    ]);
    expect(service?.entries[0]?.section).toBe(service);
    expect(slice(service?.name as never)).toBe("Service");
  });

  it("is a template where its name says so, and then has lines that only the template has", () => {
    const text = "[Service]\n{% if x %}\nA=1\n";
    expect(unit(text, "shop.service.j2").template).toBe(true);
    expect(shown(unit(text, "shop.service.j2"))).toEqual({ found: ["[Service]", "A=1"], comments: ["{% if x %}"] });
    expect(unit("[Service]\nA=1\n").template).toBe(false);
  });
});

describe("a file of supervisor's", () => {
  it.each<[string, object]>([
    ["[program:shop]\ncommand=/bin/a\n", { found: ["[program:shop]", "command=/bin/a"] }],
    ["[program:shop]\ncommand: /bin/a\nx = a:b\n", { found: ["[program:shop]", "command=/bin/a", "x=a:b"] }],
    ["[program:shop] rest\nx=1\n", { found: ["[program:shop]", "x=1"] }],
    ["[program:shop\nx=1\n", { found: ["[program:shop]", "x=1"] }],
    ["[p]\nx=1 ; why\ny=2;z\nw=3 # so\n", { found: ["[p]", "x=1", "y=2;z", "w=3"], comments: ["; why", "# so"] }],
    ["[p]\nx=1\n  2\n\t3 ; why\ny=4\n", { found: ["[p]", "x=1\n2\n3", "y=4"], comments: ["; why"] }],
    ["[p]\nx=\n  2\n", { found: ["[p]", "x=2"] }],
    ["[p]\n  x=1\n", { found: ["[p]", "x=1"] }],
    ["[p]\nx=1\n[q]\n  y=2\n", { found: ["[p]", "x=1", "[q]", "y=2"] }],
    ["[p]\nx=1\n# c\n ; d\n  2\n", { found: ["[p]", "x=1\n2"], comments: ["# c", "; d"] }],
    ["x=1\n[p]\nword\n=y\n", { found: ["[p]"], stray: ["x=1", "word", "=y"] }],
    ["[p]\n>>>>>>> other\nx=1\n", { found: ["[p]", "x=1"], comments: [">>>>>>> other"] }],
  ])("of %j has %j", (text, has) => expect(shown(supervisor(text))).toEqual(has));

  it("has its places where they are written", () => {
    const { sections, source } = supervisor("[p]\nx = 1\n  2 ; why\n");
    const [one] = sections[0]?.entries ?? [];
    expect(source.text.slice(one?.start, one?.end)).toBe("x = 1\n  2");
    expect(source.text.slice(one?.value.start, one?.value.end)).toBe("1\n  2");
    expect(source.text.slice(sections[0]?.start, sections[0]?.end)).toBe("[p]\nx = 1");
  });
});

describe("what a unit says", () => {
  const file = unit("[Service]\nA=1\nA=2\nB=3\n[Unit]\nA=9\n[Service]\nA=4\nC=1\nC=\n");

  it("is every value of a list, since it was emptied", () => {
    expect(entries(file, "Service", "A").map(({ value }) => value.text)).toEqual(["1", "2", "4"]);
    expect(entries(unit("[S]\nA=1\nA=\nA=2\n"), "S", "A").map(({ value }) => value.text)).toEqual(["2"]);
  });

  it("is the last of a key that has one value", () => {
    expect(entry(file, "Service", "A")?.value.text).toBe("4");
    expect(entry(file, "Service", "C")).toBeUndefined();
    expect(entry(file, "Socket", "A")).toBeUndefined();
  });

  it.each(["1", "yes", "Y", "true", "T", "ON"])("is yes by %s", (word) => expect(isYes(word)).toBe(true));
  it.each(["0", "no", "yes!", "oyes", "", undefined])("is not yes by %s", (word) => expect(isYes(word)).toBe(false));
});

describe("the keys of systemd", () => {
  it.each([
    ["Service", "ExecStart"],
    ["Service", "RestartSteps"],
    ["Unit", "Upholds"],
    ["Socket", "ListenStream"],
    ["Socket", "PassPIDFD"],
    ["Install", "WantedBy"],
    ["Timer", "OnCalendar"],
  ])("of %s have %s", (section, key) => expect(keysOf(section)?.has(key)).toBe(true));

  it("are none of another section", () => {
    expect(keysOf("Service")?.has("WantedBy")).toBe(false);
    expect(keysOf("toString")).toBeUndefined();
    expect(keysOf("X-Mine")).toBeUndefined();
    expect(sectionNames).toEqual(expect.arrayContaining(["Unit", "Service", "Socket", "Timer", "Install"]));
    expect(sectionNames.filter((name) => name === "Install")).toHaveLength(1);
  });
});
