import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { lint } from "../../action/lint/engine.ts";
import fc from "../fuzz.ts";

/** Our reading of nginx's syntax against nginx's own: the same configurations, a few characters changed at random. */

const folder = mkdtempSync(join(tmpdir(), "fd-syntax-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
  .map((name) => `${name}_temp_path ${folder}/${name};`)
  .join(" ");
const sound = `pid ${folder}/pid; error_log stderr;
events { worker_connections 64; }
http {
    include /etc/nginx/mime.types;
    access_log off; ${temporary}
    map $http_upgrade $connection_upgrade {
        default upgrade;
        '' close;
    }
    upstream app { server 127.0.0.1:8080; keepalive 4; }
    server {
        listen 127.0.0.1:18080;
        server_name a.test *.b.test;
        # a comment; with { and "
        location ^~ /static/ {
            alias /srv/static/;
            expires 1h;
        }
        location ~ "\\.(js|css){1,2}$" {
            add_header X-A "b; c" always;
            return 200 'x{y}';
        }
        location / {
            include /etc/nginx/uwsgi_params;
            uwsgi_pass app;
        }
    }
}
`;

const mutant = fc
  .array(
    fc.record({
      at: fc.nat(sound.length - 1),
      put: fc.constantFrom("{", "}", ";", '"', "'", "#", "$", "\n", " ", "\\", "${", "x", "//", "; c", ""),
      drop: fc.nat(3),
    }),
    { minLength: 1, maxLength: 3 },
  )
  .map((edits) => {
    let text = sound;
    for (const { at, put, drop } of edits) text = text.slice(0, at) + put + text.slice(at + drop);
    return text;
  });

/** What nginx calls an error of form; others (a host it cannot find, a regex) are not the parser's to know. */
const ofForm =
  /unexpected (?!.*condition)|not terminated by|has no opening|unknown directive|not allowed here|invalid number of arguments/;
const rules = ["nginx/syntax", "nginx/unknown-directive", "nginx/wrong-context", "nginx/bad-arguments"];

it("finds something wrong with the form of a file exactly where nginx does", { timeout: 240_000 }, () => {
  const file = join(folder, "nginx.conf");
  fc.assert(
    fc.property(mutant, (text) => {
      writeFileSync(file, text);
      const { status, stderr } = spawnSync("nginx", ["-t", "-q", "-c", file], { encoding: "utf8" });
      const said = stderr.split("\n").find((line) => line.includes("[emerg]")) ?? "";
      const found = lint([{ path: "nginx.conf", content: text }])
        .findings.filter(({ rule, severity }) => severity === "error" && rules.includes(rule))
        .map(({ rule, message }) => `${rule}: ${message}`);
      if (status === 0) expect(found).toEqual([]);
      else if (ofForm.test(said)) expect(found, said).not.toEqual([]);
    }),
    { numRuns: 400, seed: 20261121 },
  );
});
