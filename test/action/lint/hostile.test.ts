import { describe, expect, it } from "vitest";
import { lint } from "../../../action/lint/engine.ts";
import fc from "../../fuzz.ts";
import { soup } from "./soup.ts";

describe("hostile files", () => {
  const line = "x".repeat(1_000_000);
  const hostile: Record<string, string | Uint8Array> = {
    "nested braces": `server ${"location / {".repeat(10_000)}`,
    "closed nested braces": `${"location / {".repeat(10_000)}${"}".repeat(10_000)}`,
    "a line of semicolons": `server { listen 80${";".repeat(200_000)} }`,
    "only closing braces": "}".repeat(50_000),
    "a long line": `server { root ${line}; }`,
    "50 MB of one line": "x ".repeat(25_000_000),
    "quotes that never close": `server {\n${"root \"a;\nroot 'b;\n".repeat(5_000)}}`,
    "NUL bytes": "server {\0\0 listen 80;\0}".repeat(1000),
    "a binary": Uint8Array.from({ length: 200_000 }, (_, i) => (i * 7919) % 256),
    "UTF-16": Buffer.from("\uFEFFserver { listen 80; }\n[uwsgi]\nmaster = true\n", "utf16le"),
    "a BOM": "\uFEFFserver { listen 80; }",
    "lone CR": "server {\r  listen 80;\r}\r[uwsgi]\rmaster = true\r",
    "merge markers": "<<<<<<< HEAD\nserver { listen 80; }\n=======\nserver { listen 81; }\n>>>>>>> other\n",
    "no-break spaces": "server {\n\u00A0\u00A0listen 80;\n}\n[uwsgi]\n\u00A0master = true\n",
    "nested sh -c": `#!/bin/sh\n${"sh -c '".repeat(500)}gunicorn a:b`,
    "nested Python": `bind = ${"(".repeat(20_000)}1`,
    "nested calls": `bind = ${"f(".repeat(5_000)}1${")".repeat(5_000)}`,
    "nested f-strings": 'f"{a{\n'.repeat(20_000),
    "no Python at all": "a a\n".repeat(50_000),
    "unclosed substitutions": "a $(".repeat(50_000),
    "unclosed markup": "{{ ".repeat(5_000),
    "a continuation at the end": "[Service]\nExecStart=/bin/a \\\n# b\\\n\\\n",
  };
  const names = [
    "nginx.conf",
    "uwsgi.ini",
    "shop.service",
    "supervisor.conf",
    "gunicorn.conf.py",
    "app.py",
    "run.sh",
    "Procfile",
    "shop.conf",
    "nginx.conf.j2",
  ];

  it.each(Object.keys(hostile))("%s: no crash, no hang, always a place", (name) => {
    for (const path of names) {
      const { findings } = lint([{ path, content: hostile[name] as string }]);
      for (const { at } of findings.slice(0, 1000)) expect(at.source.span(at).line).toBeGreaterThan(0);
    }
  });

  it("says once that blocks stay open, however many", () => {
    for (const open of [1, 100, 20_000]) {
      const { findings } = lint([{ path: "nginx.conf", content: "location / {\n".repeat(open) }]);
      expect(findings.filter(({ message }) => message.includes("never closed"))).toHaveLength(1);
    }
  });

  it("random text in every kind of file is read to the end", () => {
    fc.assert(
      fc.property(soup, fc.constantFrom(...names), (content, path) => void lint([{ path, content }])),
      { numRuns: 500 },
    );
  });
});
