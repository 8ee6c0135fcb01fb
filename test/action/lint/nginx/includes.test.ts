import { describe, expect, it } from "vitest";
import { readProject } from "../../../../action/lint/files/project.ts";
import { Source } from "../../../../action/lint/files/source.ts";
import { placeOf } from "../../../../action/lint/nginx/context.ts";
import { dataBlocks, maybeThirdParty, rowsOf } from "../../../../action/lint/nginx/directives.ts";
import { includedFiles } from "../../../../action/lint/nginx/included.ts";
import {
  behindProxy,
  holding,
  includedName,
  isShipped,
  requestHeaders,
  writesHeader,
} from "../../../../action/lint/nginx/includes.ts";
import { parseNginx } from "../../../../action/lint/nginx/parse.ts";
import { looksLikeNginx } from "../../../../action/lint/nginx/recognise.ts";
import { type Directive, levels, named } from "../../../../action/lint/nginx/tree.ts";

const read = (files: Readonly<Record<string, string>>) =>
  readProject(Object.entries(files).map(([path, content]) => ({ path, content })));
const at = (project: ReturnType<typeof read>, path: string) => project.nginx.find((file) => file.path === path)!;
const location = (...lines: string[]) => `server {\n  listen 80;\n  location / {\n${lines.join("\n")}\n  }\n}\n`;

describe("an include", () => {
  const names = (include: string, from: string, ...paths: string[]) => {
    const others = paths.map((path): [string, string] => [path, "server {\n  listen 80;\n}\n"]);
    const { nginx } = read({
      [from]: `include ${include};\nhttp {\n  server_tokens off;\n}\n`,
      ...Object.fromEntries(others),
    });
    const [directive] = named(nginx.find(({ path }) => path === from)!, "include");
    return includedFiles(directive!, nginx).map(({ path }) => path);
  };

  it.each<[string, string[], string[]]>([
    ["snippets/a.conf", ["snippets/a.conf", "b.conf"], ["snippets/a.conf"]],
    ["/etc/nginx/snippets/a.conf", ["deploy/snippets/a.conf", "other/a.conf"], ["deploy/snippets/a.conf"]],
    ["./a.conf", ["a.conf"], ["a.conf"]],
    ["/etc/nginx/a.conf", ["x/a.conf", "y/a.conf"], ["x/a.conf", "y/a.conf"]],
    ["a.conf", ["b.conf"], []],
    ["conf.d/*.conf", ["conf.d/a.conf", "conf.d/b.conf", "other/c.conf"], ["conf.d/a.conf", "conf.d/b.conf"]],
    ["*.conf", ["a.conf"], []],
    ["conf.d/?.conf", ["conf.d/a.conf", "conf.d/bb.conf"], ["conf.d/a.conf"]],
    ["conf.d/a.*", ["conf.d/a.conf", "conf.d/axconf"], ["conf.d/a.conf"]],
    ["sites-enabled/*", ["sites-available/shop"], ["sites-available/shop"]],
    ["sites-enabled/shop", ["sites-available/shop"], ["sites-available/shop"]],
    ["conf.d/*/*/*/*/a.conf", ["conf.d/1/2/3/4/a.conf"], ["conf.d/1/2/3/4/a.conf"]],
    ["conf.d/*a*b*c*.conf", ["conf.d/abc.conf"], []],
    ["$dir/a.conf", ["a.conf"], []],
    ["a{b}.conf", ["a.conf"], []],
    ["nginx.conf", [], []],
  ])("of %s among %j names %j", (include, paths, found) =>
    expect(names(include, "nginx.conf", ...paths)).toEqual(found),
  );

  it("names the nearest", () =>
    expect(names("a.conf", "web/nginx/nginx.conf", "web/a.conf", "web/nginx/a.conf", "pot/a.conf")).toEqual([
      "web/nginx/a.conf",
    ]));

  it.each<[string, string, boolean]>([
    ["/etc/nginx/mime.types", "mime.types", true],
    ["uwsgi_params", "uwsgi_params", true],
    ["koi-utf", "koi-utf", true],
    ["snippets-a.conf", "snippets-a.conf", true],
    ["mysnippets", "mysnippets", false],
    ["toString", "toString", false],
  ])("of %s is of %s, which nginx ships: %s", (path, name, ships) => {
    const [include] = named(parseNginx(new Source("nginx.conf", `include ${path};`)), "include");
    expect(includedName(include!)).toBe(name);
    expect(isShipped(name)).toBe(ships);
  });
  it("of nothing has no name", () =>
    expect(includedName(named(parseNginx(new Source("nginx.conf", "include;")), "include")[0]!)).toBe(""));

  it("gives its place to the file, where all its includes stand in one", () => {
    const context = (files: Record<string, string>) => at(read(files), "nginx/a.conf").context;
    const a = "charset utf-8;\nroot /srv;\n";
    expect(context({ "nginx/a.conf": a })).toBeUndefined();
    expect(context({ "nginx/a.conf": a, "nginx/nginx.conf": "http {\n  include a.conf;\n}\n" })).toBe("http");
    expect(context({ "nginx/a.conf": a, "nginx/b.conf": location("include a.conf;") })).toBe("location");
    expect(
      context({
        "nginx/a.conf": a,
        "nginx/b.conf": "server {\n  include a.conf;\n  if ($a) {\n    include a.conf;\n  }\n}\n",
      }),
    ).toBeUndefined();
    expect(
      context({ "nginx/a.conf": a, "nginx/b.conf": "server {\n  if ($a) {\n    include a.conf;\n  }\n}\n" }),
    ).toBeUndefined();
    expect(
      context({ "nginx/a.conf": a, "nginx/b.conf": "include a.conf;\n", "nginx/c.conf": location("include b.conf;") }),
    ).toBe("location");
    expect(
      context({ "nginx/a.conf": "http {\n  charset utf-8;\n}\n", "nginx/b.conf": location("include a.conf;") }),
    ).toBe("main");
  });

  it.each<[string, string, string | undefined]>([
    ["Dockerfile", "FROM nginx\nCOPY deploy/nginx.conf /etc/nginx/nginx.conf\n", "main"],
    ["Dockerfile", "FROM nginx\nCOPY nginx.conf /etc/nginx/nginx.conf\n", "main"],
    ["deploy/Dockerfile", "FROM nginx\nCOPY nginx.conf /etc/nginx/nginx.conf\n", "main"],
    [
      "compose.yml",
      "services:\n  a:\n    volumes:\n      - '${PWD}/deploy/nginx.conf:/etc/nginx/nginx.conf'\n",
      "main",
    ],
    ["a.sh", 'cp "$(pwd)/deploy/nginx.conf" /etc/nginx/nginx.conf\n', "main"],
    ["a.sh", "cp /opt/deploy/nginx.conf /etc/nginx/nginx.conf\n", "http"],
    ["a.sh", "cp deploy/nginx.conf /etc/nginx/nginx.conf.d/a\n", "http"],
    ["a.sh", "cp deploy/nginx.conf /etc/nginx/conf.d/a.conf\n", "http"],
    ["a.sh", "cp x/nginx.conf /etc/nginx/nginx.conf\n", "http"],
    ["a.sh", "/etc/nginx/nginx.conf\n", "http"],
  ])("%s with %j makes of a site %s", (path, text, context) =>
    expect(at(read({ "deploy/nginx.conf": location("return 204;"), [path]: text }), "deploy/nginx.conf").context).toBe(
      context,
    ),
  );

  it("makes nobody's whole configuration of one of two, of a template, or of what is not in its place", () => {
    const site = location("return 204;");
    const copy = { Dockerfile: "FROM nginx\nCOPY nginx.conf /etc/nginx/nginx.conf\n" };
    const context = (files: Record<string, string>) => read(files).nginx.map((file) => file.context);
    expect(context({ "a/nginx.conf": site, "b/nginx.conf": site, ...copy })).toEqual(["http", "http"]);
    expect(context({ "nginx.conf": site, "b/nginx.conf": site, ...copy })).toEqual(["main", "http"]);
    expect(
      context({ "nginx.conf.j2": site, Dockerfile: copy.Dockerfile.replace("nginx.conf", "nginx.conf.j2") }),
    ).toEqual(["http"]);
    expect(context({ "files/etc/nginx/nginx.conf": site })).toEqual(["main"]);
    expect(context({ "myetc/nginx/nginx.conf": site })).toEqual(["http"]);
  });
});

describe("what applies in a location", () => {
  const held = (name: string, files: Record<string, string>) => {
    const project = read(files);
    const [pass] = project.nginx.flatMap((file) => named(file, "proxy_pass", "uwsgi_pass"));
    const { directives, shipped, unknown } = holding(project, pass!.parent, name);
    return [directives.map(({ args }) => args[0]?.text).join(), shipped?.args[0]?.text, unknown];
  };
  const pass = "proxy_pass http://a;";
  const a = "proxy_set_header A 1;";

  it.each<[string, string, Record<string, string>, unknown[]]>([
    ["its own", "proxy_set_header", { "nginx.conf": location(a, pass) }, ["A", undefined, false]],
    ["nothing", "proxy_set_header", { "nginx.conf": location(pass) }, ["", undefined, false]],
    [
      "what nginx ships",
      "proxy_set_header",
      { "nginx.conf": location("include proxy_params;", pass) },
      ["", "proxy_params", false],
    ],
    [
      "both",
      "proxy_set_header",
      { "nginx.conf": location("include proxy_params;", a, pass) },
      ["A", "proxy_params", false],
    ],
    [
      "nothing of another kind",
      "proxy_set_header",
      { "nginx.conf": location("include uwsgi_params;", pass) },
      ["", undefined, false],
    ],
    [
      "what is not known",
      "proxy_set_header",
      { "nginx.conf": location("include other.conf;", pass) },
      ["", undefined, true],
    ],
    [
      "what a pattern may bring",
      "proxy_set_header",
      { "nginx.conf": location("include $name.conf;", pass) },
      ["", undefined, true],
    ],
    [
      "no other server's",
      "proxy_set_header",
      { "nginx.conf": location("include conf.d/*.conf;", pass) },
      ["", undefined, false],
    ],
    [
      "what another file brings, also through one more",
      "proxy_set_header",
      {
        "nginx.conf": location("include a.conf;", pass),
        "a.conf": "include b.conf;\nproxy_set_header B 1;\n",
        "b.conf": "include proxy_params;\nproxy_set_header C 1;\n",
      },
      ["B,C", "a.conf", false],
    ],
    [
      "what another file does not know",
      "proxy_set_header",
      { "nginx.conf": location("include a.conf;", pass), "a.conf": "include other.conf;\nproxy_set_header B 1;\n" },
      ["", undefined, true],
    ],
    [
      "nothing from outside where it has its own",
      "proxy_set_header",
      { "nginx.conf": `proxy_set_header B 1;\n${location(a, pass)}` },
      ["A", undefined, false],
    ],
  ])("is %s", (_, name, files, found) => expect(held(name, files)).toEqual(found));

  it("is told as headers, in lower case", () => {
    const headers = (...lines: string[]) => {
      const project = read({ "nginx.conf": location(...lines, pass) });
      const found = requestHeaders(project, named(project.nginx[0]!, "proxy_pass")[0]!.parent);
      return found && Object.fromEntries(found);
    };
    expect(headers("proxy_set_header HOST $host;", "proxy_set_header X-Empty '';")).toEqual({
      host: "$host",
      "x-empty": "",
    });
    expect(headers("include proxy_params;")).toEqual({
      host: "$",
      "x-real-ip": "$",
      "x-forwarded-for": "$",
      "x-forwarded-proto": "$",
    });
    expect(headers("include proxy_params;", "proxy_set_header Host x;")).toMatchObject({ host: "x" });
    expect(headers("include other.conf;")).toBeUndefined();
  });

  it.each<[string, string[], boolean | undefined]>([
    ["proxy_pass", ["proxy_set_header x-a 1;"], true],
    ["proxy_pass", ["proxy_set_header X-B 1;"], false],
    ["proxy_pass", ["include other.conf;"], undefined],
    ["uwsgi_pass", ["uwsgi_param HTTP_X_A 1;"], true],
    ["uwsgi_pass", ["uwsgi_param X_A 1;"], false],
    ["uwsgi_pass", ["include other.conf;"], undefined],
    ["uwsgi_pass", ["include other.conf;", "uwsgi_param HTTP_X_A 1;"], true],
  ])("by %s with %j writes the header: %s", (name, lines, writes) => {
    const project = read({ "nginx.conf": location(...lines, `${name} a;`) });
    expect(writesHeader(project, named(project.nginx[0]!, name)[0] as Directive, "X-A")).toBe(writes);
  });

  it.each<[string, Record<string, string>, boolean]>([
    ["nothing", { "nginx.conf": location(pass) }, false],
    ["the address that another proxy tells", { "nginx.conf": location("set_real_ip_from 10.0.0.1;", pass) }, true],
    ["its header", { "nginx.conf": location("real_ip_header X-Real-IP;", pass) }, true],
    ["the scheme that it tells", { "nginx.conf": location("proxy_set_header X $HTTP_X_FORWARDED_PROTO;", pass) }, true],
    ["a comment", { "nginx.conf": location("# $http_x_forwarded_proto", pass) }, false],
    ["its own file", { "nginx.conf": location(pass), "ops/traefik.toml": "" }, true],
    ["another's", { "nginx.conf": location(pass), "selby.py": "" }, false],
  ])("trusts a proxy before it by %s: %s", (_, files, behind) => expect(behindProxy(read(files))).toBe(behind));
});

it("a file's outermost block is one level with those that include it", () => {
  const project = read({
    "nginx.conf": location("include a.conf;", "include a.conf;"),
    "a.conf": "charset utf-8;\nroot /srv;\n",
  });
  const file = at(project, "a.conf");
  const around = [...levels(file.root)].map((level) =>
    level.map((block) => block.owner?.name.text ?? block.source.path),
  );
  expect(around).toEqual([["a.conf", "location"], ["server"], ["nginx.conf"]]);
});

it("a directive that lies deeper than any configuration has no place", () => {
  const deep = (levels: number) => {
    const file = parseNginx(new Source("nginx.conf", `${"location / { ".repeat(levels)}x;${"}".repeat(levels)}`));
    return placeOf(named(file, "x")[0]!, file);
  };
  expect([deep(64), deep(65)]).toEqual(["location", undefined]);
});

it.each([
  ["more_set_headers", true],
  ["brotli", true],
  ["content_by_lua_block", true],
  ["my_by_lua_file", true],
  ["x_by_lua", true],
  ["x_by_luas", false],
  ["xbrotli", false],
  ["sever_name", false],
])("%s may be of a module: %s", (name, may) => expect(maybeThirdParty(name)).toBe(may));

it("a table of nginx's directives and of its blocks of data", () => {
  expect(rowsOf("server_name")).toBeDefined();
  expect(rowsOf("toString")).toBeUndefined();
  expect([...dataBlocks]).toEqual(expect.arrayContaining(["map", "types", "geo", "split_clients", "match"]));
});

describe("a text is nginx's", () => {
  it.each<[string, string, "name" | "folder" | "nothing", boolean]>([
    ["by one block", "location / {\n}\n", "nothing", true],
    ["not by one line", "gzip on;\n", "nothing", false],
    ["by two lines", "gzip on;\nroot /srv;\n", "nothing", true],
    ["by seven of ten", `${"gzip on;\n".repeat(7)}${"a\n".repeat(3)}`, "nothing", true],
    ["not by six of ten", `${"gzip on;\n".repeat(6)}${"a\n".repeat(4)}`, "nothing", false],
    ["by half in its folder", "gzip on;\na\n", "folder", true],
    ["not by less in its folder", "gzip on;\na\nb\n", "folder", false],
    ["by a third with its name", "gzip on;\na\nb\n", "name", true],
    ["not by a quarter with its name", "gzip on;\na\nb\nc\n", "name", false],
    ["by half a line in its folder", "gzip on\n", "folder", true],
    ["not by half lines alone", "gzip on\nroot /a\ngzip on\nroot /a\ngzip on\n", "nothing", false],
    ["with comments", "# a\n# b\n# c\n# d\ngzip on; # e\nroot /srv;\n", "nothing", true],
    ["with directives that nobody knows", "gzip on;\nroot /srv;\nfoo bar;\nbaz 1;\n", "nothing", true],
    ["not where values are assigned", "user = a;\nroot = b;\nindex: c;\n", "nothing", false],
    ["not where functions are called", "map(a);\nset (b);\nreturn(c);\n", "nothing", false],
    ["with a condition on a variable", "if ($a) {\n  return 204;\n}\n", "nothing", true],
    ["not with another condition", "if (a) {\n  foo bar;\n}\n", "nothing", false],
    ["with a condition on a file", "if (!-e $a) {\n  return 204;\n}\n", "nothing", true],
    [
      "with the lines of one string",
      "add_header A 'b\n  c d\n  \"e\n  f';\nroot /srv;\nserver {\n}\n",
      "nothing",
      true,
    ],
    ["with a conflict", "<<<<<<< HEAD\ngzip on;\n=======\ngzip off;\n>>>>>>> b\n", "nothing", true],
    ["not as a sentence", "This is how it goes:\nserver {\n}\n", "nothing", false],
    ["beside three words", `This is it\n${"server {\n}\n".repeat(3)}`, "nothing", true],
    ["by a module's lines", "more_set_headers 'A: b';\nbrotli on;\n", "nothing", true],
  ])("%s: %j by its %s", (_, text, evidence, is) => expect(looksLikeNginx(text, evidence)).toBe(is));
});
