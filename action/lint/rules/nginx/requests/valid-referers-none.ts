import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const validReferersNone = nginxRule({
  id: "nginx/valid-referers-none",
  severity: "info",
  summary: "valid_referers that also accepts requests without a Referer",
  why: `With \`none\` a request that has no Referer is valid. Any page can omit the header (\`<meta name="referrer" content="no-referrer">\`), so the check stops
no attacker; it still helps against careless hot links.`,
  bad: server("location /media/ { valid_referers none shop.test; if ($invalid_referer) { return 403; } }"),
  good: server("location /media/ { valid_referers shop.test; if ($invalid_referer) { return 403; } }"),
  on: ["valid_referers"],
  check({ args }, { report }) {
    const none = args.find((arg) => arg.text === "none");
    if (none) report(none, "A request without a Referer passes, and any page can omit it: this stops no attacker.");
  },
});
