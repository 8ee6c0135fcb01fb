import { lineBelow, suggested } from "../../../fix/edit.ts";
import { ini, isOn, ownServerRule } from "../one-file.ts";

export const needApp = ownServerRule({
  id: "uwsgi/need-app",
  severity: "info",
  summary: "A broken app keeps serving errors instead of failing the start",
  why: `When the app cannot be imported uWSGI comes up all the same, "in full dynamic mode", and answers 500 to everything. With
\`need-app = true\` the start fails, so a deploy can detect it and keep the previous release live.`,
  bad: ini(),
  good: ini("need-app = true"),
  check({ options, uwsgi }, { report }) {
    const section = uwsgi.sections.find(({ name }) => name.text === "uwsgi");
    if (!section || isOn(options, "need-app")) return;
    report(
      section,
      "Without `need-app` an app that cannot be imported causes a 500 for every request instead of a failed start.",
      suggested("add `need-app = true`", lineBelow(section.name, "need-app = true")),
    );
  },
});
