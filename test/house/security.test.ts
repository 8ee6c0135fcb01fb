import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { towns } from "../host/attacks/towns.ts";
import { securityPage, withTable } from "./security.ts";

const root = join(import.meta.dirname, "../..");
const page = securityPage();
const [body = ""] = page.split(/^\[\^/m);
const notes = new Map([...page.matchAll(/^\[\^([\w-]+)\]: (.*)$/gm)].map(([, name = "", text = ""]) => [name, text]));
/** Sentences behind the lines that say how to report, without the table that is made. */
const sentences = body
  .replace(/<!-- folders -->[\s\S]*<!-- \/folders -->/, "")
  .split(/^## /m)
  .slice(1)
  .flatMap((part) =>
    part
      .split("\n")
      .slice(1)
      .join("\n")
      .split(/\n\n|\n(?=[-|])/),
  )
  .flatMap((block) =>
    block.startsWith("|")
      ? block.split("|").slice(2)
      : block.replace(/\n/g, " ").split(/(?<=[.!?](?:\[\^[\w-]+\])?)\s+(?=[A-Z`*])/),
  )
  .map((sentence) => sentence.replace(/^- \*\*[^*]+\*\*/, "").trim())
  .filter((sentence) => /[a-z]/.test(sentence) && !/^(owns|reads|may do|cannot)$/.test(sentence));

const attacks = new Set(towns.flatMap((town) => [...town.attacks, ...(town.open ?? [])]).map(({ name }) => name));
/** Whether there is a test of that name in a file, or an attack. */
const isThere = (path: string, name: string) =>
  path === "test/host/attacks" ? attacks.has(name) : readFileSync(join(root, path), "utf8").includes(name);

describe("SECURITY.md", () => {
  it("has the folders of setup's own table: node test/house/security.ts", () => expect(withTable(page)).toBe(page));

  it("names a test for each sentence", () => {
    expect(sentences.length).toBeGreaterThan(30);
    expect(sentences.filter((sentence) => !/\[\^[\w-]+\]$/.test(sentence))).toEqual([]);
  });

  it("uses each footnote, and has each that it uses", () => {
    const used = new Set([...body.matchAll(/\[\^([\w-]+)\]/g)].map(([, name = ""]) => name));
    expect([...used].sort()).toEqual([...notes.keys()].sort());
    expect([...body.matchAll(/\[\^untested\]/g)].length).toBeLessThanOrEqual(2);
  });

  it.each([...notes].filter(([name]) => name !== "untested"))("[^%s] names tests that are there", (_, text) => {
    const [, path = "", rest = ""] = /^`([^`]+)`: (.*)$/.exec(text) ?? [];
    const names = [...rest.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
    expect(names.length, text).toBeGreaterThan(0);
    expect(names.filter((name) => !isThere(path, name))).toEqual([]);
  });
});
