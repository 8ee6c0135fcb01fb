import { isTemplated } from "../../files/template.ts";
import { setting } from "../../model/launchers.ts";
import { program, programRule } from "./programs.ts";

type Form = readonly [right: RegExp, said: string];

const yes: Form = [/^(yes|no|true|false|on|off|0|1)$/i, "`true` or `false`"];
const number: Form = [/^-?\d+$/, "a whole number"];
/** All of Linux. */
const signals =
  "ABRT ALRM BUS CHLD CLD CONT FPE HUP ILL INT IO IOT KILL PIPE POLL PROF PWR QUIT RTMAX RTMIN SEGV STKFLT STOP SYS TERM TRAP TSTP TTIN TTOU URG USR1 USR2 VTALRM WINCH XCPU XFSZ";
const forms: Readonly<Record<string, Form>> = {
  autorestart: [/^(yes|no|true|false|on|off|0|1|unexpected)$/i, "`true`, `false` or `unexpected`"],
  stopsignal: [new RegExp(`^(SIG)?(${signals.replaceAll(" ", "|")})$|^\\d+$`, "i"), "a signal such as `QUIT`"],
  ...Object.fromEntries(["autostart", "redirect_stderr", "stopasgroup", "killasgroup"].map((key) => [key, yes])),
  ...Object.fromEntries(
    ["startsecs", "startretries", "stopwaitsecs", "numprocs", "priority"].map((key) => [key, number]),
  ),
};

export const badValue = programRule({
  id: "supervisor/bad-value",
  severity: "error",
  summary: "A program section that keeps supervisord from starting",
  why: `supervisord reads all programs before it starts one, and exits with "Error: invalid 'autorestart' value 'always'", "does not specify a command" or
"Format string … is badly formatted": then no program runs. A literal \`%\` is written \`%%\`; several processes need distinct names,
\`process_name=%(program_name)s_%(process_num)d\`.`,
  bad: program("autorestart=always"),
  good: program("autorestart=true"),
  check({ section, setting: said }, { report }) {
    const refuse = (at: Parameters<typeof report>[0], what: string) =>
      report(at, `${what}: supervisord does not start.`);
    for (const [key, [right, meant]] of Object.entries(forms)) {
      const value = said(key)?.value;
      if (value && !right.test(value.text) && !isOpen(value.text))
        refuse(value, `\`${key}\` expects ${meant}, not \`${value.text.slice(0, 60)}\``);
    }
    for (const { value } of section.entries) {
      const sign = isTemplated(value.text) ? -1 : value.text.replaceAll("%%", "  ").search(/%(?!\()/);
      if (sign >= 0) refuse(value, "A `%` outside `%(name)s` must be written `%%`");
    }
    if (!said("command")) refuse(section.name, "This program has no `command`");
    const several = setting(section, "numprocs");
    if (several && Number(several.value.text) > 1 && !said("process_name")?.value.text.includes("%(process_num)"))
      refuse(several, "Several processes have the same name: `process_name` has no `%(process_num)d`");
  },
});

const isOpen = (text: string) => isTemplated(text) || /[%<>{}$]/.test(text);
