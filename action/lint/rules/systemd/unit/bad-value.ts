import { lexCommands } from "../../../command/lex.ts";
import { pasted } from "../../../files/lines.ts";
import { isTemplated } from "../../../files/template.ts";
import { unitRule } from "../../../rule.ts";
import { entries, type UnitEntry } from "../../../systemd/tree.ts";
import { isDropIn, unit } from "../units.ts";

type Form = readonly [right: RegExp, said: string];

const one = (words: string): Form => [
  new RegExp(`^(?:${words.replaceAll(" ", "|")})$`),
  `one of ${words.replaceAll(/\S+/g, "`$&`").replaceAll(" ", ", ")}`,
];
const path: Form = [/^-?[/%~]/, "an absolute path"];
const inRun: Form = [/^[^/]/, "a relative path: systemd creates the folder"];
const yes: Form = [/^(1|yes|y|true|t|on|0|no|n|false|f|off)$/i, "yes or no"];
const name: Form = [/^[^:/\s]+$/, "one account name"];

/** Values that [Service] accepts. systemd ignores any other, or refuses the unit. */
const forms: Readonly<Record<string, Form>> = {
  Type: one("simple exec forking oneshot dbus notify notify-reload idle"),
  Restart: one("no always on-success on-failure on-abnormal on-abort on-watchdog"),
  KillMode: one("control-group mixed process none"),
  NotifyAccess: one("none main exec all"),
  KillSignal: [/^((SIG)?[A-Z]+\d*([+-]\d+)?|\d+)$/, "a signal such as SIGTERM"],
  User: name,
  Group: name,
  UMask: [/^[0-7]{1,4}$/, "an octal mode such as 0027"],
  WorkingDirectory: path,
  EnvironmentFile: path,
  RuntimeDirectory: inRun,
  StateDirectory: inRun,
  LogsDirectory: inRun,
  CacheDirectory: inRun,
  ...Object.fromEntries(
    ["NoNewPrivileges", "PrivateTmp", "PrivateDevices", "RemainAfterExit", "DynamicUser"].map((key) => [key, yes]),
  ),
};

/** With these the unit is not started at all; what else is none, systemd leaves out. */
const refused = new Set(["User", "Group", "WorkingDirectory"]);

export const badValue = unitRule({
  id: "systemd/bad-value",
  severity: "error",
  summary: "A value that systemd does not accept",
  why: `systemd writes "Failed to parse …, ignoring" to the journal and goes on without the line: \`Restart=true\` restarts nothing, and with
\`EnvironmentFile=.env\` the app has no settings. Two ExecStart= outside of Type=oneshot, a relative WorkingDirectory= and a User= that can
be no account are refused: "Unit has a bad unit file setting".`,
  bad: unit("Restart=true"),
  good: unit("Restart=always"),
  check(file, { report }) {
    if (file.template) return;
    for (const [key, [right, said]] of Object.entries(forms)) {
      for (const { value } of entries(file, "Service", key)) {
        // Specifiers and placeholders that a script fills in; comments and pasted characters have rules of their own.
        if (right.test(value.text) || isOpen(value.text)) continue;
        const seen = refused.has(key) ? "the unit is refused" : "systemd ignores the line";
        report(value, `\`${key}=\` expects ${said}, not \`${value.text.slice(0, 60)}\`: ${seen}.`);
      }
    }
    const [, second] = entries(file, "Service", "ExecStart");
    const type = entries(file, "Service", "Type").at(-1)?.value.text ?? "";
    if (second && type !== "oneshot" && !isDropIn(file.path))
      report(second.key, "This is a second ExecStart=, which only Type=oneshot may have: systemd refuses the unit.");
    for (const entry of entries(file, "Service", "Environment")) assignments(entry, report);
  },
});

const isOpen = (text: string) =>
  isTemplated(text) || pasted.test(text) || /^[A-Z]+_[A-Z_]+\b/.test(text) || /[<>{}%$\\]|\s[#;]|^["'“”]/.test(text);

/** Words without a sign of equality are left out; quotes hold a value with blanks together. */
function assignments({ value }: UnitEntry, report: (at: UnitEntry["value"], message: string) => void): void {
  if (isOpen(value.text)) return;
  const words = lexCommands(value, "systemd").flatMap((command) => command.words);
  const stray = words.find(({ text }) => !text.includes("="));
  if (!stray || !words.some(({ text }) => text.includes("="))) return;
  report(
    stray,
    `\`${stray.text}\` is no assignment, so systemd ignores it: ${stray === words[0] ? "this is no shell" : 'a value with blanks stands in quotes, `Environment="NAME=a b"`'}.`,
  );
}
