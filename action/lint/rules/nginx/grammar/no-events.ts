import { children } from "../../../nginx/tree.ts";
import { nginxFileRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

export const noEvents = nginxFileRule({
  id: "nginx/no-events",
  severity: "error",
  summary: "A whole nginx.conf without events",
  why: `nginx requires an \`events\` block next to \`http\`, even an empty one: without it, it fails to start with 'no "events" section in configuration'.`,
  bad: nginx("http { server { listen 80; return 204; } }"),
  good: nginx("events { }", "http { server { listen 80; return 204; } }"),
  check({ root, context, template, path }, { report }) {
    const [http] = children(root, "http");
    // What is included elsewhere, or includes something, may have it there.
    if (!http || context !== "main" || template || root.includedBy?.length || children(root, "include").length > 0)
      return;
    if (children(root, "events").length > 0 || !/(^|\/)nginx\.conf$/.test(path)) return;
    report(http.name, "There is no `events` block next to it: nginx does not start.");
  },
});
