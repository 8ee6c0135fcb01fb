import { lexCommands } from "../../../command/lex.ts";
import { unitRule } from "../../../rule.ts";
import { entry } from "../../../systemd/tree.ts";
import { execEntries, isDropIn, unit } from "../units.ts";

/** Commands that set up an app, and why they must not run at each start. */
const once: readonly (readonly [RegExp, string])[] = [
  [
    /\bpip3?\s+install\b|\buv\s+(pip\s+install|sync)\b|\bpoetry\s+install\b|\bpipenv\s+install\b/,
    "needs the package index at each start, and may install other versions than were tried",
  ],
  [
    /\bflask\s+db\s+(init|migrate)\b|\bmakemigrations\b|\bdb\.create_all\b/,
    "is done once, by a developer, and fails or makes new files at each start",
  ],
  [
    /\bpython[\d.]*\s+-m\s+venv\b|\bvirtualenv\s+[\w./-]+/,
    "recreates the virtual environment while the app runs from it",
  ],
  [/\bgit\s+(pull|clone)\b/, "changes the code at each restart, after a crash too"],
  [/\bnpm\s+(install|ci|run\s+build)\b/, "builds at each start, and delays the site"],
];

export const oneTimeCommand = unitRule({
  id: "systemd/one-time-command",
  severity: "warning",
  summary: "A one-time command in a unit that runs at every start",
  why: `ExecStart= and ExecStartPre= run at each start: after a crash, after a reboot, five times in a loop when the app is broken. \`pip install\` then waits for the network while
the site is down, \`git pull\` deploys unasked. Run these commands when you deploy, and let the unit only start the server.`,
  bad: unit("ExecStartPre=/srv/shop/.venv/bin/pip install -r requirements.txt"),
  good: unit(),
  check(file, { report }) {
    if (entry(file, "Service", "Type")?.value.text === "oneshot" || isDropIn(file.path)) return;
    for (const { key, value } of execEntries(file)) {
      if (!/^ExecStart(Pre)?$/.test(key.text)) continue;
      for (const command of lexCommands(value, "systemd")) {
        const text = command.words.map((word) => word.text).join(" ");
        const found = once.find(([pattern]) => pattern.test(text));
        if (!found) continue;
        const what = found[0].exec(text)?.[0] ?? "";
        report(value, `\`${what.replace(/\s+/g, " ")}\` ${found[1]}.`);
        break;
      }
    }
  },
});
