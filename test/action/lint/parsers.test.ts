import { describe, expect, it } from "vitest";
import { lint } from "../../../action/lint/engine.ts";
import { Source } from "../../../action/lint/files/source.ts";
import { parts, print } from "../../../action/lint/fix/print.ts";
import { parseNginx } from "../../../action/lint/nginx/parse.ts";
import { walk } from "../../../action/lint/nginx/tree.ts";
import { parseSupervisor, parseUnit } from "../../../action/lint/systemd/parse.ts";
import { parseUwsgi } from "../../../action/lint/uwsgi/parse.ts";
import fc from "../../fuzz.ts";

const parsers = {
  nginx: { parse: parseNginx, gap: /^[\s{};]*$/, path: "nginx.conf" },
  uwsgi: { parse: parseUwsgi, gap: /^[\s=[]*(\].*)?[\s=[]*$/, path: "uwsgi.ini" },
  unit: { parse: parseUnit, gap: /^[\s=[\]]*$/, path: "shop.service" },
  supervisor: { parse: parseSupervisor, gap: /^[\s=:[]*(\].*)?[\s=:[]*$/, path: "supervisor.conf" },
};

/** Words and punctuation of all these languages, so that random text often means something. */
const soup = fc
  .array(
    fc.constantFrom(
      ..."server location / { } ; ; { } \n \n \r\n \r \t # comment [uwsgi] [Service] [program:x] [ ] = : \\ \\\n \" ' \" ' $ ${ ${X} {{ x }} {% if %} <% } %> content_by_lua_block -- [[ ]] listen 80 root /srv ExecStart= Environment= master true %( % ; \0 \uFEFF \u00A0 é 😀 <<<<<<< ======= >>>>>>> HEAD".split(
        " ",
      ),
      " ",
      " ",
    ),
    { maxLength: 120 },
  )
  .map((words) => words.join(""));

describe.each(Object.entries(parsers))("the %s parser", (_, { parse, gap, path }) => {
  it("gives every text back, with nothing but blanks and punctuation between what it found", () => {
    fc.assert(
      fc.property(fc.oneof(soup, fc.string({ unit: "binary" })), (text) => {
        const source = new Source(path, text);
        const file = parse(source);
        expect(print(file)).toBe(source.text);
        let at = 0;
        for (const part of parts(file)) {
          if (part.start >= at) expect(source.text.slice(at, part.start)).toMatch(gap);
          at = Math.max(at, part.end);
        }
        for (const problem of file.problems) {
          expect(problem.at.start).toBeGreaterThanOrEqual(0);
          expect(problem.at.end).toBeLessThanOrEqual(source.text.length);
        }
      }),
      { numRuns: 600 },
    );
  });
});

describe("a source", () => {
  it("turns any bytes into text and back", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 200 }),
        fc.constantFrom([], [0xff, 0xfe], [0xfe, 0xff], [0xef, 0xbb, 0xbf]),
        (bytes, mark) => {
          const whole = Uint8Array.from([...mark, ...bytes]);
          expect(Buffer.from(new Source("x", whole).encode())).toEqual(Buffer.from(whole));
        },
      ),
      { numRuns: 600 },
    );
  });

  it("counts lines that end in LF, CRLF and a lone CR", () => {
    const source = new Source("x", "a\nbb\r\nccc\rd");
    expect([...source.text].map((_, i) => source.span({ start: i, end: i + 1 }).line)).toEqual([
      1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4,
    ]);
    expect(source.line(2).text).toBe("ccc");
  });
});

describe("the nginx parser", () => {
  const problemsOf = (text: string) => {
    const source = new Source("nginx.conf", text);
    return parseNginx(source).problems.map((p) => `${source.span(p.at).line}: ${p.message}`);
  };

  it("reports every mistake of a file in one run", () => {
    const found = problemsOf(`server {
    listen 80
    server_name a;
    ; the app
    location / {
        root /srv
    }
    };
    // why
}
}
server {
    return "204;
`);
    expect(found.map((line) => line.split(":")[0])).toEqual(["2", "4", "6", "8", "9", "10", "11", "13", "12"]);
  });

  it("takes arguments on further lines for what they are", () => {
    expect(
      problemsOf(
        "http {\n  gzip_types text/plain\n    text/css;\n  log_format main '$a'\n    '$b';\n  map $a $b {\n  listen 1;\n  default 2;\n  }\n}\n",
      ),
    ).toEqual([]);
  });

  it("reads Lua blocks, ${NAME}, /{ and templates without complaint", () => {
    expect(
      problemsOf(`server {
  content_by_lua_block { if x then ngx.say("}") end -- }
    local t = { [[ } ]] } }
  listen \${PORT};
  location /{ return 200 "a;b{c}"; }
  server_name {{ name }};
  {% if tls %}
  ssl_certificate {{ certificate }}.pem;
  {% endif %}
  <% for (const a of all) { %>
  allow <%= a %>;
  <% } %>
}
`),
    ).toEqual([]);
  });

  it("knows words, quotes and escapes as nginx does", () => {
    const source = new Source("nginx.conf", `add_header "a \\"b\\"" 'c;d' e\\;f; # g`);
    const [directive] = [...walk(parseNginx(source))];
    expect(directive?.args.map((word) => word.text)).toEqual(['a "b"', "c;d", "e\\;f"]);
  });
});

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
