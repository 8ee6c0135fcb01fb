import { basename } from "../../../files/paths.ts";
import type { Edit } from "../../../finding.ts";
import { replace, wholeLine } from "../../../fix/edit.ts";
import { isOn, rewritten, type Said, saidRule, withBlanksBefore } from "../said.ts";

export const debugInProduction = saidRule({
  id: "gunicorn/debug-in-production",
  severity: "warning",
  summary: "A development setting in production",
  why: `\`reload\` watches every module and restarts the workers, in the middle of requests, whenever a file changes: also while a deploy copies
them. \`spew\` prints each line of Python that runs. \`loglevel = "debug"\` writes every header of every request, cookies too, to the log. A conf
for developers is best a file of its own (gunicorn.dev.conf.py).`,
  bad: `bind = "unix:/run/shop/shop.sock"
reload = True
`,
  good: `import os

bind = "unix:/run/shop/shop.sock"
if os.environ.get("FLASK_DEBUG"):
    reload = True
`,
  check(said, { report }) {
    if (said.conditional || !said.literal || isForDevelopers(said)) return;
    const message = judge(said);
    if (!message) return;
    report(said.at, message, {
      fix: { kind: said.name === "reload" ? "suggested" : "safe", title: "remove it", edits: [mended(said)] },
    });
  },
});

function judge(said: Said): string | undefined {
  if (said.name === "reload" && isOn(said))
    return "`reload` restarts the workers in the middle of requests whenever a file changes, also while a deploy copies them.";
  if (said.name === "spew" && isOn(said)) return "`spew` prints every line of Python that runs: the app crawls.";
  if (said.name === "loglevel" && said.kind === "str" && said.text.trim().toLowerCase() === "debug")
    return "The log level `debug` writes every request's headers, with its cookies, to the log.";
  return undefined;
}

/** Whether it is for development: a file with such a name, or a script or unit for a developer's own machine. */
function isForDevelopers(said: Said): boolean {
  const path = said.at.source.path;
  if (/(^|[/._-])(dev|develop|development|local|debug|test|tests|testing|example)([/._-]|$)/i.test(path)) return true;
  const starter = said.starter;
  if (!starter) return basename(path) === "conftest.py";
  return starter.by === "script" || /(^|[-_.])(dev|debug|local|test)([-_.]|$)/i.test(starter.name);
}

function mended(said: Said): Edit {
  if (said.name === "loglevel") return replace(said.valueAt, rewritten(said.valueAt, "info"));
  return said.conf ? wholeLine(said.at) : replace(withBlanksBefore(said.at), "");
}
