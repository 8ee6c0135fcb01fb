import { replace, suggested } from "../../../fix/edit.ts";
import { uwsgiOptionRule } from "../../../rule.ts";
import { canonicalName } from "../../../uwsgi/options.ts";
import { ini } from "../one-file.ts";

export const relativeHome = uwsgiOptionRule({
  id: "uwsgi/relative-home",
  severity: "error",
  summary: "A path of the system that lost its first slash",
  why: `\`home = usr/local/venv\` is looked up below the directory that uWSGI was started in, where it is not: the start ends with "no
such file or directory", or Python comes up without its packages.`,
  bad: ini("home = srv/shop/.venv"),
  good: ini("home = /srv/shop/.venv"),
  check({ name, value }, { project, report }) {
    if (!value || !/^(?:home|chdir|pythonpath|wsgi-file)$/.test(canonicalName(name.text))) return;
    if (!/^(?:usr|var|home|opt|srv|etc|root|run)\//.test(value.text)) return;
    const top = value.text.split("/")[0] as string;
    if ([...project.paths].some((path) => path.startsWith(`${top}/`))) return;
    report(
      value,
      `uWSGI looks for \`${value.text}\` below the directory it was started in: the first \`/\` is missing.`,
      suggested("add the slash", replace(value, `/${value.text}`)),
    );
  },
});
