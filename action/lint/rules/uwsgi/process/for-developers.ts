import { inContainer } from "../../../files/containers.ts";
import { serverRule } from "../../../rule.ts";
import { isFalse } from "../../../uwsgi/options.ts";
import { ini } from "../one-file.ts";

/** What a name or a program of a developer's own machine is called. */
const developing = /(^|[/._-])(dev|develop|development|local|debug|tests?|testing|example)([/._-]|$)/i;

export const forDevelopers = serverRule({
  id: "uwsgi/for-developers",
  severity: "warning",
  summary: "A development option in production",
  why: `\`py-autoreload\` checks every module for changes, and restarts the app in the middle of requests when a deploy copies one. \`catch-exceptions\`
shows visitors the traceback of every error, with paths and lines of the code. Keep an ini for development in a file of its own (uwsgi.dev.ini).`,
  bad: ini("py-autoreload = 1"),
  good: ini("touch-reload = /srv/shop/restart"),
  check({ program, options, starter }, { project, report }) {
    if (program !== "uwsgi" || (starter && (starter.by === "script" || developing.test(starter.name)))) return;
    for (const { name, value, source, ...at } of options) {
      const shows = name.text === "catch-exceptions";
      if (!shows && !/^py(thon)?-auto-?reload$/.test(name.text)) continue;
      if (isFalse(value?.text.trim() ?? "true") || developing.test(source.path)) continue;
      report(
        { ...at, source },
        shows
          ? "Visitors see the traceback of every error, with paths and lines of the code."
          : "The workers restart in the middle of requests when a module changes, for example while a deploy copies it.",
        { severity: inContainer(project) ? "info" : "warning" },
      );
    }
  },
});
