import { describe, expect, it } from "vitest";
import { lint } from "../../../action/lint/engine.ts";

const site = (comment: string) => [
  { path: "nginx.conf", content: `server {\n  location /static/ {\n${comment}    alias /srv/shop/static;\n  }\n}\n` },
];
const rulesOf = (comment: string, options = {}) => lint(site(comment), options).findings.map((f) => f.rule);

describe("a suppression", () => {
  it("silences its rule on the next line when it says why", () => {
    expect(rulesOf("")).toEqual(["nginx/alias-slash-mismatch"]);
    expect(rulesOf("# flask-deploy-ignore nginx/alias-slash-mismatch: on purpose\n")).toEqual([]);
  });

  it("may stand above another one for the same line, and may name several rules", () => {
    const both = "# flask-deploy-ignore nginx/alias-slash-mismatch: a\n# flask-deploy-ignore nginx/syntax: b\n";
    expect(rulesOf(both)).toEqual(["lint/unused-suppression"]);
    expect(rulesOf("# flask-deploy-ignore nginx/syntax, nginx/alias-slash-mismatch: a\n")).toEqual([
      "lint/unused-suppression",
    ]);
  });

  it("without a reason suppresses nothing and is itself found", () => {
    expect(rulesOf("# flask-deploy-ignore nginx/alias-slash-mismatch\n")).toEqual([
      "lint/suppression-without-reason",
      "nginx/alias-slash-mismatch",
    ]);
  });

  it("of a rule that is switched off, or of one that does not exist, is told apart", () => {
    const rules = { "nginx/alias-slash-mismatch": "off" };
    expect(rulesOf("# flask-deploy-ignore nginx/alias-slash-mismatch: a\n", { rules })).toEqual([]);
    expect(rulesOf("# flask-deploy-ignore nginx/no-such: a\n")).toContain("lint/unused-suppression");
  });
});

describe("the settings", () => {
  it("change a severity, switch a rule off and leave files out", () => {
    const [found] = lint(site(""), { rules: { "nginx/alias-slash-mismatch": "info" } }).findings;
    expect(found?.severity).toBe("info");
    expect(rulesOf("", { rules: { "nginx/alias-slash-mismatch": "off" } })).toEqual([]);
    expect(rulesOf("", { ignore: ["*.conf"] })).toEqual([]);
    expect(rulesOf("", { ignore: ["**/deploy/*"] })).toHaveLength(1);
  });
});
