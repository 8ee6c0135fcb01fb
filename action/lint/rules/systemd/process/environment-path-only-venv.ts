import { lexCommands } from "../../../command/lex.ts";
import { isTemplated } from "../../../files/template.ts";
import { replace, safe } from "../../../fix/edit.ts";
import { unitRule } from "../../../rule.ts";
import { entries, type UnitFile } from "../../../systemd/tree.ts";
import { unit } from "../units.ts";

export const environmentPathOnlyVenv = unitRule({
  id: "systemd/environment-path-only-venv",
  severity: "warning",
  summary: "A PATH that contains only the virtualenv",
  why: `\`Environment=PATH=\` replaces systemd's PATH, and systemd expands no variables there: with nothing but the virtualenv in it, the programs that the app
or a library starts are not found: subprocess.run(["git", …]) and ["ffmpeg", …] end with FileNotFoundError, a shell finds no ls. Append the system's folders.`,
  bad: unit('Environment="PATH=/srv/shop/.venv/bin"'),
  good: unit('Environment="PATH=/srv/shop/.venv/bin:/usr/local/bin:/usr/bin:/bin"'),
  check(file, { report }) {
    for (const setting of entries(file, "Service", "Environment")) {
      for (const word of lexCommands(setting.value, "systemd").flatMap((command) => command.words)) {
        const path = /^PATH=(.+)$/.exec(word.text)?.[1];
        if (!path || isTemplated(path.replace(/\$\{?PATH\}?/, ""))) continue;
        const folders = path.split(":").filter((folder) => !/^\$\{?PATH\}?$/.test(folder));
        if (folders.some((folder) => /^\/(usr\/)?bin\/?$/.test(folder) || !folder.startsWith("/"))) continue;
        if (!folders.some((folder) => /\/bin\/?$/.test(folder) && !/^\/(usr|snap)\//.test(folder))) continue;
        // Folders of other tools (cargo, node) may be all that the unit's program needs.
        if (!folders.some((folder) => isVenv(folder) || runsOutOf(file, folder))) continue;
        const literal = folders.length < path.split(":").length;
        const first = folders.find((folder) => /\/bin\/?$/.test(folder)) as string;
        const meant = [...folders, "/usr/local/bin", "/usr/bin", "/bin"].join(":");
        const start = setting.source.text.indexOf(path, word.start);
        const exact = start >= 0 && start + path.length <= setting.end;
        report(
          setting,
          `${literal ? "systemd does not expand $PATH here, so the" : "The"} app's PATH is ${first.slice(0, 80)} and nothing else: subprocess.run(["git"]) finds no git.`,
          exact
            ? safe("add the system's folders", replace(setting.source.range(start, start + path.length), meant))
            : {},
        );
      }
    }
  },
});

const isVenv = (folder: string) => /venv|virtualenv|conda|pyenv|[/._-]env\b/i.test(folder);

/** Whether the folder contains the unit's own Python, as with a virtualenv of any name. */
const runsOutOf = (file: UnitFile, folder: string) =>
  entries(file, "Service", "ExecStart").some(
    ({ value }) =>
      value.text.startsWith(`${folder.replace(/\/$/, "")}/`) &&
      /^\S*\/(python[\d.]*|gunicorn|uwsgi|flask)\b/.test(value.text),
  );
