import type { Source } from "../../files/source.ts";
import type { Fix } from "../../finding.ts";
import { replace, safe } from "../../fix/edit.ts";
import { defineRule } from "../../rule.ts";

export const crlf = defineRule({
  id: "common/crlf",
  severity: "info",
  summary: "Windows line endings in a file for a server",
  why: `nginx, systemd, gunicorn and uWSGI take \\r\\n for a line end. A shell does not: \`#!/bin/sh\\r\` is "No such file or directory", and every argument at
the end of a line has a carriage return in it. \`* text=auto eol=lf\` in .gitattributes keeps them out.`,
  bad: "server {\r\n    listen 80;\r\n    return 204;\r\n}\r\n",
  good: "server {\n    listen 80;\n    return 204;\n}\n",
  check({ project, report }) {
    for (const { source, kind } of project.sources) {
      if (kind === "python" || kind === "requirements") continue;
      const at = source.text.indexOf("\r\n");
      if (at < 0) continue;
      report(
        source.range(at, at + 1),
        kind === "script"
          ? "The file has Windows line endings: a shell reads the carriage return as part of the last word of each line."
          : "The file has Windows line endings.",
        { fix: unixEnds(source, at) },
      );
    }
  },
});

/** One edit for all lines: an edit for each would be too many in a long file. */
function unixEnds(source: Source, first: number): Fix {
  const all = source.range(first, source.text.lastIndexOf("\r\n") + 2);
  return safe("write Unix line endings", replace(all, source.slice(all).replaceAll("\r\n", "\n")));
}
