import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const validReferersNone = nginxRule({
  id: "nginx/valid-referers-none",
  severity: "info",
  summary: "valid_referers that also lets in requests without a Referer",
  why: `With \`none\` a request that has no Referer is valid. Any page can leave the header out (\`<meta name="referrer" content="no-referrer">\`), so the check keeps
nobody out who wants in; against careless hot links it still helps.`,
  bad: server("location /media/ { valid_referers none shop.test; if ($invalid_referer) { return 403; } }"),
  good: server("location /media/ { valid_referers shop.test; if ($invalid_referer) { return 403; } }"),
  on: ["valid_referers"],
  check({ args }, { report }) {
    const none = args.find((arg) => arg.text === "none");
    if (none)
      report(
        none,
        "A request without a Referer passes, and any page can leave it out: this keeps nobody out who wants in.",
      );
  },
});
