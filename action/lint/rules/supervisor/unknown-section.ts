import { didYouMean } from "../../distance.ts";
import { replace, suggested } from "../../fix/edit.ts";
import { rulesOver } from "../../rule.ts";
import { program } from "./programs.ts";

const known =
  "program fcgi-program eventlistener group supervisord supervisorctl unix_http_server inet_http_server rpcinterface include ctlplugin".split(
    " ",
  );

export const unknownSection = rulesOver(({ project }) => project.supervisor)({
  id: "supervisor/unknown-section",
  severity: "warning",
  summary: "A section that supervisor does not have",
  why: `supervisord reads the sections that it supports and silently ignores others: the programs of \`[groups:shop]\` are in no group, and those of \`[programs:shop]\` are never started.`,
  bad: `${program()}\n[groups:all]\nprograms=shop\n`,
  good: `${program()}\n[group:all]\nprograms=shop\n`,
  check({ sections }, { report }) {
    for (const { name } of sections) {
      const [kind = ""] = name.text.split(":");
      const meant = known.includes(kind) ? undefined : didYouMean(kind, known);
      if (!meant) continue;
      const at = name.source.range(name.start, name.start + kind.length);
      report(
        name,
        `supervisor has no section \`${kind}\`: it ignores this one. Did you mean \`${meant}\`?`,
        suggested(meant, replace(at, meant)),
      );
    }
  },
});
