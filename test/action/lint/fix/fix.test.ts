import { describe, expect, it } from "vitest";
import { lint } from "../../../../action/lint/engine.ts";
import { unifiedDiff } from "../../../../action/lint/fix/diff.ts";
import { fixAll } from "../../../../action/lint/fix/fix.ts";
import { exampleFiles } from "../../../../action/lint/rule.ts";
import { rules } from "../../../../action/lint/rules/index.ts";

const fixable = rules.filter((rule) =>
  lint(exampleFiles(rule, rule.bad), { rules: { [rule.id]: rule.severity } }).findings.some(
    (f) => f.rule === rule.id && f.fix,
  ),
);

describe.each(fixable)("the fix of $id", (rule) => {
  const files = exampleFiles(rule, rule.bad);
  const options = { rules: { [rule.id]: rule.severity } };
  const { changed, result } = fixAll(files, options, "suggested");
  const after = files.map((file) => changed.find((c) => c.path === file.path) ?? file);

  it("mends what it was offered for", () => {
    expect(changed.length).toBeGreaterThan(0);
    const left = result.findings.filter((f) => f.rule === rule.id && f.fix).map((f) => f.message);
    expect(left).toEqual([]);
  });

  it("changes nothing when it is applied again", () => {
    expect(fixAll(after, options, "suggested").changed).toEqual([]);
  });

  it("brings no new error or warning", () => {
    const grave = result.findings.filter((f) => f.severity !== "info" && f.rule !== rule.id);
    expect(grave.map((f) => `${f.rule}: ${f.message}`)).toEqual([]);
  });
});

describe("fixAll", () => {
  const messy =
    "\uFEFFserver {\r\n    # the shop\r\n\tlisten 80\r\n    server_name a;   # name\r\n    location /static/ {\r\n        alias /srv/shop/static;\r\n    }\r\n}\r\n";

  it("keeps comments, layout, line ends and the encoding", () => {
    const files = [{ path: "nginx.conf", content: Buffer.from(messy) }];
    const { changed, fixed } = fixAll(files, { rules: { "common/crlf": "off" } }, "safe");
    const mended = messy.replace("listen 80\r", "listen 80;\r").replace("/srv/shop/static;", "/srv/shop/static/;");
    expect(fixed).toBe(2);
    expect(Buffer.from(changed[0]!.content).toString()).toBe(mended);
    // Line ends are kept but where they are what is wrong.
    const whole = fixAll(files, {}, "safe");
    expect(whole.fixed).toBe(3);
    expect(Buffer.from(whole.changed[0]!.content).toString()).toBe(mended.replaceAll("\r\n", "\n"));
  });

  it("leaves suggested fixes alone unless asked", () => {
    const files = [{ path: "nginx.conf", content: "server {\n    sever_name a;\n}\n" }];
    expect(fixAll(files, {}, "safe").changed).toEqual([]);
    expect(fixAll(files, {}, "suggested").changed[0]?.content.toString()).toContain("server_name a;");
  });

  const mended = (content: string, level: "safe" | "suggested" = "safe") =>
    fixAll([{ path: "nginx.conf", content }], {}, level).changed[0]?.after ?? content;

  it("writes into a block of one line, not beside it", () => {
    const proxied = "    listen 80;\n    server_name shop.example;\n    client_max_body_size 8m;\n";
    const text = `server {\n${proxied}    location / { proxy_pass http://127.0.0.1:8000; }\n}\n`;
    const fixed = mended(text, "suggested");
    expect(fixed).toMatch(/location \/ \{[^}]*proxy_set_header Host \$host;[^}]*\}/);
    expect(
      lint([{ path: "nginx.conf", content: fixed }]).findings.filter(({ severity }) => severity === "error"),
    ).toEqual([]);
  });

  it("holds no fix back because another one does not help", () => {
    // The alias may be mended; a fix of what stands in a broken file beside it may not make it worse.
    const site = "server {\n    listen 80;\n    location /static/ { alias /srv/shop/static; }\n}\n";
    const files = [
      { path: "nginx.conf", content: site },
      { path: "deploy/nginx.conf", content: "server {\n    listen 80\n    server_name a\n" },
    ];
    const { changed } = fixAll(files, {}, "suggested");
    expect(changed.find(({ path }) => path === "nginx.conf")?.after).toContain("alias /srv/shop/static/;");
  });

  it("leaves a file alone when nothing in it can be mended", () => {
    const text = "server {\n    listen 80;\n    server_name a;\n}\n";
    expect(mended(text)).toBe(text);
  });
});

describe("unifiedDiff", () => {
  it("shows hunks with three lines around them, as patch reads them", () => {
    const before = Array.from({ length: 20 }, (_, i) => `${i}\n`).join("");
    const after = before.replace("3\n", "three\n").replace("15\n", "").replace("19\n", "19");
    expect(unifiedDiff("a.conf", before, after)).toBe(
      "--- a/a.conf\n+++ b/a.conf\n@@ -1,7 +1,7 @@\n 0\n 1\n 2\n-3\n+three\n 4\n 5\n 6\n@@ -13,8 +13,7 @@\n 12\n 13\n 14\n-15\n 16\n 17\n 18\n-19\n+19\n\\ No newline at end of file\n",
    );
    expect(unifiedDiff("a.conf", before, before)).toBe("");
  });
});
