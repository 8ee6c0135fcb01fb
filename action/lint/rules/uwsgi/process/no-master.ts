import { lineBelow, replace, safe, suggested } from "../../../fix/edit.ts";
import { ini, isOn, last, ownServerRule } from "../one-file.ts";

export const noMaster = ownServerRule({
  id: "uwsgi/no-master",
  severity: "warning",
  summary: "uWSGI without its master process",
  why: `Without \`master = true\` no process restarts a worker that died, harakiri and max-requests do nothing, and a reload drops what is
being answered. uWSGI itself warns of it at each start ("you are running uWSGI without its master process manager").`,
  bad: `[uwsgi]
module = wsgi:app
die-on-term = true
socket = /run/shop/shop.sock
`,
  good: ini(),
  check({ options, uwsgi }, { report }) {
    if (isOn(options, "master")) return;
    const section = uwsgi.sections.find(({ name }) => name.text === "uwsgi");
    const said = last(options, "master");
    if (!section) return;
    report(said ?? section, "No master process: a worker that dies stays dead, and harakiri does nothing.", {
      related: [last(options, "processes"), last(options, "module")]
        .flatMap((at) => (at ? [{ at, message: "these workers" }] : []))
        .slice(0, 1),
      fix: said
        ? suggested("master = true", replace(said, "master = true"))
        : safe("add `master = true`", lineBelow(section.name, "master = true")),
    });
  },
});
