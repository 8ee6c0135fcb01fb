import { describe, expect, it } from "vitest";
import { domainProblem, nameProblem, suggestion, versionProblem } from "../../../../action/engine/app/names.ts";
import fc from "../../../fuzz.ts";

describe("the app's name", () => {
  it.each(["shop", "my-shop", "a", "x2", "shop-2-b", "a".repeat(31)])("may be %s", (name) =>
    expect(nameProblem(name)).toBeUndefined(),
  );

  it.each([
    ["", /empty/],
    ["my shop", /try my-shop/],
    ["a/b", /try a-b/],
    ["Café", /try cafe/],
    ["-rf", /start with a letter/],
    ["shop-", /end with/],
    ["class", /keyword of Python/],
    ["json", /standard library/],
    ["test", /standard library/],
    ["deploy", /reserved/],
    ["video", /user or group of every Linux system/],
    ["x".repeat(200), /at most 31.*200/],
    ["shop\nUser=root", /a-z/],
  ])("may not be %j", (name, why) => expect(nameProblem(name)).toMatch(why));

  it("may be no group of Debian's, which useradd would refuse to make anew", () => {
    const groups =
      "root daemon bin sys adm tty disk lp mail news uucp man proxy kmem dialout fax voice cdrom floppy tape sudo audio dip www-data backup operator list irc src shadow utmp video sasl plugdev staff games users nogroup systemd-journal systemd-network input kvm render crontab netdev messagebus";
    for (const group of groups.split(" ")) expect.soft(nameProblem(group), group).toMatch(/choose another/);
  });

  it.each([
    ["--My  Shop!--", "my-shop"],
    ["42 Cafés", "cafes"],
    ["Ａcme", "acme"],
    [`${"a".repeat(30)} shop`, "a".repeat(30)],
    ["shop", ""],
    ["Class", ""],
    ["日本", ""],
  ])("has near %j the spelling %j", (name, near) => expect(suggestion(name)).toBe(near));

  it("suggests only names that are allowed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const near = suggestion(text);
        expect(near === "" || nameProblem(near) === undefined).toBe(true);
      }),
    );
  });
});

describe("the domain", () => {
  it.each([
    "_",
    "example.org",
    "a.b.c.example",
    "localhost",
    "xn--mnchen-3ya.de",
    "192.0.2.7",
    "a".repeat(63),
    `a.${"b.".repeat(125)}b`,
  ])("may be %s", (domain) => expect(domainProblem(domain)).toBeUndefined());

  it.each([
    ["", /empty/],
    ["my_shop.org", /"_"/],
    ["example.org:80", /port/],
    ["https://example.org", /URL/],
    ["example.org/x", /path/],
    ["*.example.org", /wildcard/],
    ['a"b', /quotes/],
    ["a.org\nlisten 81", /spaces/],
    ["a.org;return", /characters/],
    ["münchen.de", /xn--mnchen-3ya\.de/],
    ["-a.org", /labels/],
    ["a..org", /labels/],
    ["a".repeat(64), /labels/],
    ["a-.org", /labels/],
    ["ü%.org", /ASCII form$/],
    [`${"a.".repeat(130)}org`, /253/],
  ])("may not be %j", (domain, why) => expect(domainProblem(domain)).toMatch(why));

  it("never lets through what nginx would read as more than one word", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        if (domainProblem(text) === undefined) expect(text).toMatch(/^(?:_|[A-Za-z0-9.-]+)$/);
      }),
    );
  });
});

describe("the Python version", () => {
  it.each(["3.10", "3.11", "3.14"])("may be %s", (version) => expect(versionProblem(version)).toBeUndefined());
  it.each(["3.9", "2.7", "3", "3.11.2", "latest", "13.11"])("may not be %s", (version) =>
    expect(versionProblem(version)).toBeTypeOf("string"),
  );
});
