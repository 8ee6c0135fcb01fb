import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { sectionOf } from "../../../.github/release/changelog.ts";
import { marketplaceProblems, slugOf } from "../../../.github/release/marketplace.ts";
import { type Contents, problems } from "../../../.github/release/problems.ts";
import { compare, versionOf } from "../../../.github/release/version.ts";

const root = join(import.meta.dirname, "../../..");
const read = (file: string) => readFileSync(join(root, file), "utf8");
const manifest = JSON.parse(read("package.json"));
const contents: Contents = {
  manifest,
  locked: JSON.parse(read("package-lock.json")).version,
  changelog: read("CHANGELOG.md"),
  action: parse(read("action.yml")),
};
const repository = "org/flask-deploy";

describe("this project, as it stands", () => {
  it("could be released: version, changelog and what the Marketplace shows are right", () =>
    expect(problems(versionOf(manifest.version), contents, repository)).toEqual([]));

  it("is listed under a name of its own", () => expect(slugOf(`${contents.action.name}`)).toBe("flask-deploy"));
});

describe("a version", () => {
  it("is three numbers, with or without v", () => {
    expect(versionOf("v1.20.3")).toEqual({ text: "1.20.3", tag: "v1.20.3", moving: "v1" });
    expect(versionOf("0.0.1").moving).toBe("v0");
  });

  it.each(["", "v1", "1.2", "1.2.3-rc.1", "01.2.3", "1.2.3; ls", "refs/tags/v1.2.3"])("is not %j", (text) =>
    expect(() => versionOf(text)).toThrow("give three numbers, such as 1.2.3"),
  );

  it("comes after another by its numbers, not by its letters", () => {
    expect(compare("1.10.0", "1.9.9")).toBeGreaterThan(0);
    expect(compare("1.2.3", "1.2.3")).toBe(0);
    expect(compare("1.2.3", "2.0.0")).toBeLessThan(0);
  });
});

describe("the changelog", () => {
  const changelog =
    "# Changelog\n\n## [Unreleased]\n\n## [1.10.0] - 2026-12-01\n\n### Added\n\n- More.\n\n## 1.1.0\n\n[1.10.0]: https://example.org\n";

  it("gives the notes of one version, without headings and links", () =>
    expect(sectionOf(changelog, "1.10.0")).toEqual({ date: "2026-12-01", notes: "### Added\n\n- More." }));

  it("has no section for what only looks alike", () => {
    expect(sectionOf(changelog, "1.1")).toBeUndefined();
    expect(sectionOf(changelog, "10.0")).toBeUndefined();
    expect(sectionOf(changelog, "1.1.0")).toEqual({ date: "", notes: "" });
  });
});

describe("what is in the way of a release", () => {
  it("is told all at once", () => {
    const found = problems(
      versionOf("9.8.7"),
      {
        ...contents,
        changelog: "## [9.8.7]\n",
        action: { ...contents.action, branding: { icon: "github", color: "pink" } },
      },
      "acme/fork",
    );
    expect(found.join("\n")).toMatch(
      /branding\.icon .* not "github"\n.*branding\.color must be one of white.*\npackage\.json has version 1.*\npackage-lock\.json has version.*\nCHANGELOG\.md: the heading of 9\.8\.7 has no day.*\nCHANGELOG\.md: .*empty\npackage\.json: repository\.url must be .*acme\/fork/,
    );
  });

  it.each([
    ["a name of one word", { name: "Flask" }, "two words"],
    ["a name that says Action", { name: "Flask Action" }, "must not speak of"],
    ["a description that is too long", { description: "x".repeat(125) }, "1 to 124 characters; it has 125"],
    ["no author", { author: "" }, "author is missing"],
  ])("is %s", (_, change, said) =>
    expect(marketplaceProblems({ ...contents.action, ...change }).join()).toContain(said),
  );
});
