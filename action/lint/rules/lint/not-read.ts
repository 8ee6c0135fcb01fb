import { defineRule } from "../../rule.ts";

export const notRead = defineRule({
  id: "lint/not-read",
  severity: "info",
  summary: "A file with the name of a configuration file that is not one",
  why: `A binary file, or one of many megabytes, under a name such as nginx.conf is most often there by accident: a download page, a
dump, a compiled program. It was not read, so it has no findings.`,
  bad: "\0\0\0\0\0\0",
  good: "server {\n    listen 80;\n    return 204;\n}\n",
  check({ project, report }) {
    for (const { source, reason } of project.unread) report(source.range(0, 0), `This file was not read: ${reason}.`);
  },
});
