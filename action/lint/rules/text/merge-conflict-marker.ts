import { linesOf } from "../../files/lines.ts";
import { defineRule } from "../../rule.ts";
import { server } from "../examples.ts";

export const mergeConflictMarker = defineRule({
  id: "common/merge-conflict-marker",
  severity: "error",
  summary: "A merge that was committed with conflicts",
  why: `git leaves both sides of a conflict in the file, between <<<<<<< and >>>>>>>. nginx calls the marker an unknown directive and does not start,
Python and gunicorn a SyntaxError; uWSGI and systemd skip the lines and take both sides, of which the last one counts.`,
  bad: `server {
    listen 80;
<<<<<<< HEAD
    server_name shop.test;
=======
    server_name www.shop.test;
>>>>>>> shop
    return 204;
}
`,
  good: server("server_name shop.test www.shop.test;", "return 204;"),
  check({ project, report }) {
    for (const { source } of project.sources) {
      if (!/^(<{7}|>{7}) /m.test(source.text)) continue;
      let open = false;
      for (const line of linesOf(source)) {
        const begins = line.text.startsWith("<<<<<<< ");
        const ends = line.text.startsWith(">>>>>>> ");
        if (begins || (ends && !open)) report(line, "Unresolved merge conflict: the file contains both sides.");
        if (begins || ends) open = begins;
      }
    }
  },
});
