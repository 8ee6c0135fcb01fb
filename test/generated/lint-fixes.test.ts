import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { fixAll } from "../../action/lint/fix/fix.ts";

/** Safe fixes beside real nginx: what it accepted it accepts, and visitors get what they got. */

const folder = mkdtempSync(join(tmpdir(), "fd-fixes-"));
let app: Server;
beforeAll(async () => {
  for (const name of ["index.html", "site.css"]) {
    mkdirSync(join(folder, "static"), { recursive: true });
    writeFileSync(join(folder, "static", name), name);
  }
  // Says what it was asked, but for what proxies add about the visitor.
  app = createServer(({ method, url, headers }, answer) =>
    answer.end(JSON.stringify([method, url, headers.host, headers.cookie])),
  ).listen(0, "127.0.0.1");
  await once(app, "listening");
});
afterAll(() => {
  app.close();
  rmSync(folder, { recursive: true, force: true });
});

const pass = (more = "") => `location / { ${more} proxy_pass http://127.0.0.1:9090; }`;
const files = "location /static/ { alias /srv/shop/static/; }";

/** Sites that nginx takes, each with something that a safe fix mends. */
const accepted: Record<string, string> = {
  "headers missing in a block of one line": `server {\n    listen 8080;\n    ${files}\n    ${pass("proxy_set_header Host $host;")}\n}\n`,
  "headers beside inherited ones": `server {\n    listen 8080;\n    proxy_set_header Host $host;\n    ${files}\n    ${pass()}\n}\n`,
  "several servers on one line": `server { listen 8080; ${pass("proxy_set_header Host $host;")} } server { listen 8080; server_name b.test; ${pass("proxy_set_header Host $host;")} }\n`,
  "carriage returns": `server {\r\n    listen 8080;\r\n    ${files}\r\n    ${pass("proxy_set_header Host $host;")}\r\n}\r\n`,
  "what does nothing beside uwsgi_pass": `server {\n    listen 8080;\n    ${files}\n    location /old/ { include uwsgi_params; proxy_read_timeout 20s; uwsgi_pass 127.0.0.1:1; }\n    ${pass("proxy_set_header Host $host;")}\n}\n`,
  "an address to listen on": `server {\n    listen 8080;\n    location / { proxy_set_header Host $host; proxy_pass http://0.0.0.0:9090; }\n}\n`,
  "a variable and a comment": `map $http_x $y { default 1; }\nserver {\n    listen 8080; # the shop\n    ${files}\n    location / { # all\n        proxy_pass http://127.0.0.1:9090; # the app\n    }\n}\n`,
};

/** Sites that nginx refuses until they are mended. */
const refused: Record<string, string> = {
  "a semicolon": `server {\n    listen 8080\n    ${files}\n    ${pass("proxy_set_header Host $host;")}\n}\n`,
  "another semicolon": `server {\n    listen 8080;\n    location /static/ {\n        alias /srv/shop/static/\n    }\n    ${pass("proxy_set_header Host $host;")}\n}\n`,
};

const whole = (site: string, port: number) => {
  const filled = site
    .replaceAll("listen 8080", `listen 127.0.0.1:${port}`)
    .replaceAll(":9090", `:${(app.address() as AddressInfo).port}`)
    .replaceAll("/srv/shop", folder)
    .replaceAll(/include (\w+_params)/g, "include /etc/nginx/$1");
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map(
    (name) => `${name}_temp_path ${folder}/${name};`,
  );
  const path = join(folder, "nginx.conf");
  writeFileSync(path, `pid ${folder}/pid; events {} http { access_log off; ${places.join(" ")} ${filled} }`);
  return ["-p", folder, "-c", path, "-g", "daemon off; master_process off; error_log stderr;"];
};
const accepts = (site: string) => spawnSync("nginx", ["-t", "-q", ...whole(site, 1)]).status === 0;

/** What a visitor gets, at several paths and under two names. */
async function answers(site: string): Promise<string[]> {
  const free = createServer().listen(0, "127.0.0.1");
  await once(free, "listening");
  const { port } = free.address() as AddressInfo;
  free.close();
  const nginx = spawn("nginx", whole(site, port), { stdio: "ignore" });
  const get = (path: string, host: string) =>
    new Promise<string>((resolve, reject) => {
      request({ host: "127.0.0.1", port, path, agent: false, headers: { host, cookie: "a=b" } }, async (answer) => {
        const body = (await answer.toArray()).join("");
        resolve(`${path} ${host}: ${answer.statusCode} ${answer.headers["content-type"]} ${body}`);
      })
        .on("error", reject)
        .end();
    });
  try {
    // Whoever waits for nginx waits for its answer, however long it takes to come up.
    while (!(await get("/", "a.test").then(Boolean, () => false))) await sleep(50);
    const asked = ["/", "/shop?a=b", "/static/site.css", "/static/none", "/static", "/old/x"];
    return await Promise.all(asked.flatMap((path) => [get(path, "a.test"), get(path, "b.test")]));
  } finally {
    nginx.kill();
    await once(nginx, "exit");
  }
}

const mended = (site: string) =>
  fixAll([{ path: "deploy/nginx.conf", content: site }], {}, "safe").changed[0]?.after ?? "";

describe("a safe fix", () => {
  it.each(Object.entries(accepted))("leaves what is served as it was: %s", { timeout: 60_000 }, async (_, site) => {
    const after = mended(site);
    expect(after).not.toBe("");
    expect([accepts(site), accepts(after)]).toEqual([true, true]);
    expect(await answers(after)).toEqual(await answers(site));
  });

  it.each(Object.entries(refused))("makes nginx start: %s", { timeout: 60_000 }, async (_, site) => {
    const after = mended(site);
    expect([accepts(site), accepts(after)]).toEqual([false, true]);
    expect((await answers(after)).some((answer) => answer.startsWith("/static/site.css a.test: 200"))).toBe(true);
  });
});
