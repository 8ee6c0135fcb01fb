import { setting } from "../../model/launchers.ts";
import type { Starter } from "../../model/types.ts";
import { type Context, defineRule, type Rule } from "../../rule.ts";
import type { UnitEntry, UnitFile, UnitSection } from "../../systemd/tree.ts";
import { replacing } from "../examples.ts";

interface Program {
  readonly section: UnitSection;
  readonly starter: Starter | undefined;
  readonly setting: (key: string) => UnitEntry | undefined;
}

/** A rule over each program of supervisor; `file` has supervisord's own sections. */
export const programRule = ({
  check,
  ...rule
}: Omit<Rule, "check"> & { check(program: Program, context: Context & { readonly file: UnitFile }): void }): Rule =>
  defineRule({
    ...rule,
    check(context) {
      for (const file of context.project.supervisor) {
        if (file.template) continue;
        for (const section of file.sections) {
          if (!/^(fcgi-)?program:/.test(section.name.text)) continue;
          const starter = context.model.starters.find((one) => one.section === section);
          check({ section, starter, setting: (key) => setting(section, key) }, { ...context, file });
        }
      }
    },
  });

/** A valid program with some lines replaced, for examples. */
export const program = (...lines: string[]) => {
  const standard = [
    "command=/srv/shop/.venv/bin/gunicorn --bind unix:/run/shop/shop.sock wsgi:app",
    "directory=/srv/shop",
    "user=shop",
    "autorestart=true",
  ];
  return `[program:shop]\n${replacing(standard, lines)}\n`;
};
