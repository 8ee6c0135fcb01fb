import { describe, expect, it } from "vitest";
import { lint } from "../../../../action/lint/engine.ts";

/** What counts in a repository with these files, as "rule path:line". */
function found(files: Record<string, string>): string[] {
  const inputs = Object.entries(files).map(([path, content]) => ({ path, content }));
  return lint(inputs, { paths: Object.keys(files) })
    .findings.filter((f) => f.severity !== "info")
    .map((f) => `${f.rule} ${f.at.source.path}:${f.at.source.span(f.at).line}`);
}

const location = (...lines: string[]) =>
  `    location / {\n${lines.map((line) => `        ${line}\n`).join("")}    }\n`;
const server = (text: string) => `server {\n    listen 80;\n${text}}\n`;
const app = "deploy/nginx.conf";
const snippet = "deploy/snippets/app.conf";
const pass = "proxy_pass http://127.0.0.1:8000;\n";
const host = "proxy_set_header Host $host;\n";

describe("a file that another one includes", () => {
  it("stands where the include stands, so that what may not be there is wrong", () => {
    const text = "upstream shop {\n    server 127.0.0.1:8000;\n}\n";
    const include = "include /etc/nginx/snippets/app.conf;";
    expect(found({ [app]: server(`    ${include}\n`), [snippet]: text })).toEqual([`nginx/wrong-context ${snippet}:1`]);
    expect(found({ [app]: `${include}\n${server("    return 204;\n")}`, [snippet]: text })).toEqual([]);
    expect(
      found({
        [app]: server("    include snippets/app.conf;\n"),
        [snippet]: "uwsgi_pass 127.0.0.1:1;\ninclude uwsgi_params;\n",
      }),
    ).toEqual([`nginx/wrong-context ${snippet}:1`]);
  });

  it("is left alone where it is not known, or where several places differ", () => {
    const files = { [snippet]: "proxy_method GET;\nroot /srv/shop/static;\nlisten 81;\n" };
    expect(found(files)).toEqual([]);
    const both = `include snippets/app.conf;\n${server("    include snippets/app.conf;\n")}`;
    expect(found({ [snippet]: "rewrite ^/a /b;\n", [app]: both })).toEqual([]);
  });

  it("takes over what holds where it is included", () => {
    const include = "include snippets/app.conf;";
    const files = (...lines: string[]) => ({ [app]: server(location(...lines, include)), [snippet]: pass });
    expect(found(files())).toEqual([`nginx/proxy-missing-host ${snippet}:1`]);
    expect(found(files(host.trim()))).toEqual([]);
    expect(found({ [app]: server(`    ${host}${location(include)}`), [snippet]: pass })).toEqual([]);
    const deep = {
      [app]: server(`    ${host}    include snippets/a.conf;\n`),
      "deploy/snippets/a.conf": location(include),
    };
    expect(found({ ...deep, [snippet]: pass })).toEqual([]);
  });

  it("gives what it holds to where it is included, also through one more file", () => {
    const files = { [app]: server(location("include snippets/a.conf;", pass.trim())), [snippet]: host };
    expect(found({ ...files, "deploy/snippets/a.conf": "include snippets/app.conf;\n" })).toEqual([]);
    expect(found({ ...files, "deploy/snippets/a.conf": "proxy_buffering off;\n" })).toEqual([
      `nginx/proxy-missing-host ${app}:5`,
    ]);
  });

  it("is found by a pattern, and by the link of a site", () => {
    const whole = (header: string) =>
      `events {}\nhttp {\n    include mime.types;\n    ${header}    include /etc/nginx/sites-enabled/*;\n}\n`;
    const site = { "nginx/sites-available/shop": server(location(pass.trim())) };
    expect(found({ ...site, "nginx/nginx.conf": whole(host) })).toEqual([]);
    expect(found({ ...site, "nginx/nginx.conf": whole("") })).toEqual([
      "nginx/proxy-missing-host nginx/sites-available/shop:4",
    ]);
  });

  it("is the nearest of several of one name", () => {
    const files = (name: string, text: string) => ({
      [`${name}/nginx.conf`]: server(location(pass.trim(), "include snippets/proxy.conf;")),
      [`${name}/snippets/proxy.conf`]: text,
    });
    expect(found({ ...files("one", host), ...files("two", "proxy_buffering off;\n") })).toEqual([
      "nginx/proxy-missing-host two/nginx.conf:4",
    ]);
  });

  it("may include itself, or the one that includes it: nginx would go round, and this ends", () => {
    expect(
      found({
        [app]: server("    include snippets/app.conf;\n"),
        [snippet]: "include nginx.conf;\ninclude app.conf;\n",
      }),
    ).toEqual([`nginx/wrong-context ${app}:1`]);
  });
});
