import { describe, expect, it } from "vitest";
import { Source } from "../../../action/lint/files/source.ts";
import { parts, print } from "../../../action/lint/fix/print.ts";
import { parseNginx } from "../../../action/lint/nginx/parse.ts";
import { walk } from "../../../action/lint/nginx/tree.ts";
import { parseSupervisor, parseUnit } from "../../../action/lint/systemd/parse.ts";
import { parseUwsgi } from "../../../action/lint/uwsgi/parse.ts";
import fc from "../../fuzz.ts";
import { soup } from "./soup.ts";

const parsers = {
  nginx: { parse: parseNginx, gap: /^[\s{};]*$/, path: "nginx.conf" },
  uwsgi: { parse: parseUwsgi, gap: /^[\s=[]*(\].*)?[\s=[]*$/, path: "uwsgi.ini" },
  unit: { parse: parseUnit, gap: /^[\s=[\]]*$/, path: "shop.service" },
  supervisor: { parse: parseSupervisor, gap: /^[\s=:[]*(\].*)?[\s=:[]*$/, path: "supervisor.conf" },
};

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
