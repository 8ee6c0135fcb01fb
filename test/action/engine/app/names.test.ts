import { describe, expect, it } from "vitest";
import {
  blocksProblem,
  domainProblem,
  domainsProblem,
  emailProblem,
  hasPublicName,
  isAtLeast,
  nameProblem,
  pathProblem,
  suggestion,
  urlProblem,
  versionProblem,
} from "../../../../action/engine/app/names.ts";
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
  it("is compared by number, not by letter", () => {
    expect(["3.9.18", "3.10.0", "3.11.7", "4.0.0", "2.7.18"].map((version) => isAtLeast(version, "3.10"))).toEqual([
      false,
      true,
      true,
      true,
      false,
    ]);
  });

  it.each(["3.10", "3.11", "3.14"])("may be %s", (version) => expect(versionProblem(version)).toBeUndefined());
  it.each(["3.9", "2.7", "3", "3.11.2", "latest", "13.11"])("may not be %s", (version) =>
    expect(versionProblem(version)).toBeTypeOf("string"),
  );
});

describe("the names of a site", () => {
  it.each(["_", "example.org", "example.org www.example.org", "a.org,b.org", "a.org, b.org"])("may be %j", (names) =>
    expect(domainsProblem(names)).toBeUndefined(),
  );

  it.each([
    ["", /empty/],
    ["example.org _", /stands alone/],
    ["example.org a_b.org", /^a_b\.org must not contain/],
    ["example.org example.org", /^example\.org is there twice$/],
    ["example.org\nwww.example.org", /spaces/],
  ])("may not be %j", (names, why) => expect(domainsProblem(names)).toMatch(why));

  it.each([
    ["_", false],
    [undefined, false],
    ["example.org", true],
    ["www.example.org shop.test", true],
    ["shop.test www.example.org", false],
    ["localhost", false],
    ["intranet", false],
    ["shop.lan", false],
    ["printer.home.arpa", false],
    ["latest.example", true],
    ["192.0.2.7", false],
  ])("with %j, a public CA can issue: %s", (names, can) => expect(hasPublicName(names)).toBe(can));
});

describe("the answers about certificates", () => {
  it.each([
    [emailProblem, "", true],
    [emailProblem, "ann+shop@example.org", true],
    [emailProblem, "ann", false],
    [emailProblem, "ann@-x", false],
    [emailProblem, "a b@example.org", false],
    [urlProblem, "https://ca.example.org/acme/dir", true],
    [urlProblem, "https://192.0.2.7:14000/dir", true],
    [urlProblem, "http://ca.example.org/dir", false],
    [urlProblem, "https://ca.example.org", false],
    [urlProblem, "https://ca.example.org/$(id)", false],
    [pathProblem, "/etc/ssl/shop/full-chain.pem", true],
    [pathProblem, "etc/ssl/x.pem", false],
    [pathProblem, "/etc/../x.pem", false],
    [pathProblem, "/etc/a b.pem", false],
    [blocksProblem, "", true],
    [blocksProblem, "203.0.113.0/24 2001:db8::/32 192.0.2.7", true],
    [blocksProblem, "203.0.113.0/32", true],
    [blocksProblem, "203.0.113.0/33", false],
    [blocksProblem, "2001:db8::/128", true],
    [blocksProblem, "2001:db8::/129", false],
    [blocksProblem, "203.0.113.0/x", false],
    [blocksProblem, "cdn.example", false],
    [blocksProblem, " 203.0.113.0/24", false],
    [blocksProblem, "203.0.113.0/24\n", false],
  ])("%o takes %j: %s", (problem, text, right) => expect(problem(text) === undefined).toBe(right));
});
