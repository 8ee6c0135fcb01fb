import { enclosing } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

const harmless = /^(return|rewrite|set|break|limit_rate|access_log|include|set_by_lua\w*)$/;

export const ifInLocation = nginxRule({
  id: "nginx/if-in-location",
  severity: "info",
  summary: "Directives other than return, rewrite and set in an if of a location",
  why: `An \`if\` in a location is a location of its own: of two that are true only the last one counts, and headers, try_files and other settings outside of it may not hold
there. \`return\`, \`rewrite\` and \`set\` do what they say; for everything else use a map, or a location that matches.`,
  bad: server("location / { if ($http_user_agent ~ bot) { expires 1d; } return 204; }"),
  good: server("location / { if ($http_user_agent ~ bot) { return 403; } return 204; }"),
  on: ["if"],
  check(block, { report }) {
    const inside = block.block?.children ?? [];
    const odd = inside.find(({ name }) => !harmless.test(name.text));
    // An `if` that ends in a return is complete: headers of a preflight response, for example.
    if (!odd || inside.some(({ name }) => name.text === "return") || !enclosing(block, "location")) return;
    report(
      odd,
      `\`${odd.name.text}\` in an \`if\`: of several that are true only the last one counts, and outer settings may not apply here.`,
    );
  },
});
