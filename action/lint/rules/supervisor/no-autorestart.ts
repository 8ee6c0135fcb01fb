import { replace, suggested } from "../../fix/edit.ts";
import { program, programRule } from "./programs.ts";

export const noAutorestart = programRule({
  id: "supervisor/no-autorestart",
  severity: "warning",
  summary: "A server that supervisor does not restart after a crash",
  why: `\`autorestart=false\` does not restart a program that ended, for whatever reason: the site is down until you start it. The default, \`unexpected\`, starts it again after a crash;
\`true\` always.`,
  bad: program("autorestart=false"),
  good: program(),
  check({ starter, setting }, { report }) {
    const said = setting("autorestart");
    if (!said || !/^(false|no|off|0)$/i.test(said.value.text) || !starter?.invocations.length) return;
    report(
      said,
      "Nothing restarts it after a crash: the site is down until you start it.",
      suggested("write `true`", replace(said.value, "true")),
    );
  },
});
