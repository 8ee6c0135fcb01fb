import { lineBelow } from "../../../edit.ts";
import { defineRule } from "../../../rule.ts";
import { ini, isOn, last, ownServers } from "../one-file.ts";

export const noMaster = defineRule({
  id: "uwsgi/no-master",
  severity: "warning",
  summary: "uWSGI without its master process",
  why: `Without \`master = true\` nobody starts a worker anew that died, harakiri and max-requests do nothing, and a reload drops what is
being answered. uWSGI itself warns of it at each start ("you are running uWSGI without its master process manager").`,
  bad: `[uwsgi]
module = wsgi:app
die-on-term = true
socket = /run/shop/shop.sock
`,
  good: ini(),
  check({ model, report }) {
    for (const { options, uwsgi } of ownServers(model)) {
      if (isOn(options, "master")) continue;
      const section = uwsgi.sections.find(({ name }) => name.text === "uwsgi");
      const said = last(options, "master");
      if (!section) continue;
      report(said ?? section, "No master process: a worker that dies stays dead, and harakiri does nothing.", {
        related: [last(options, "processes"), last(options, "module")]
          .flatMap((at) => (at ? [{ at, message: "these workers" }] : []))
          .slice(0, 1),
        fix: said
          ? { kind: "suggested", title: "master = true", edits: [{ at: said, text: "master = true" }] }
          : { kind: "safe", title: "add `master = true`", edits: [lineBelow(section.name, "master = true")] },
      });
    }
  },
});
