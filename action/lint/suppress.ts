import type { Project } from "./files/project.ts";
import type { Text } from "./files/source.ts";
import type { Finding, Fix, Level } from "./finding.ts";
import { suggested, wholeLine } from "./fix/edit.ts";

/**
 * `# flask-deploy-ignore RULE: reason` on a line of its own suppresses findings in the line below. uWSGI and systemd
 * allow no comment after a value, so only the line above works in every file.
 */
export interface Suppression {
  readonly at: Text;
  readonly rules: readonly string[];
  readonly reason: string;
  /** 0-based line that it applies to: the next one that is not such a comment. */
  readonly line: number;
}

const form = /^\s*[#;]\s*flask-deploy-ignore\b[ \t]*([\w/*,\- \t]*?)[ \t]*(?::[ \t]*(.*?))?\s*$/;

export function suppressionsOf(project: Project): Suppression[] {
  return project.sources.flatMap(({ source }) => {
    if (!source.text.includes("flask-deploy-ignore")) return [];
    return source.lineStarts.flatMap((_, index): Suppression[] => {
      const at = source.line(index);
      const found = at.text.length < 2000 ? form.exec(at.text) : null;
      if (!found) return [];
      let line = index + 1;
      while (form.test(source.line(line).text) && line < source.lineStarts.length) line++;
      const rules = (found[1] as string).split(/[\s,]+/).filter(Boolean);
      return [{ at, rules, reason: found[2] ?? "", line }];
    });
  });
}

/** The findings that remain, and those about suppressions themselves: no reason, or nothing to suppress. */
export function suppress(
  findings: readonly Finding[],
  suppressions: readonly Suppression[],
  levels: ReadonlyMap<string, Level>,
): Finding[] {
  if (suppressions.length === 0) return [...findings];
  const used = new Set<string>();
  const byPlace = new Map<string, number[]>();
  suppressions.forEach((suppression, i) => {
    const key = `${suppression.at.source.path}:${suppression.line}`;
    byPlace.set(key, [...(byPlace.get(key) ?? []), i]);
  });
  const kept = findings.filter((finding) => {
    const { source, start } = finding.at;
    const places = byPlace.get(`${source.path}:${source.lineAt(start)}`) ?? [];
    const hit = places.find((i) => suppressions[i]!.rules.includes(finding.rule) && suppressions[i]!.reason !== "");
    if (hit !== undefined) used.add(`${hit} ${finding.rule}`);
    return hit === undefined;
  });
  suppressions.forEach((suppression, i) => {
    const line = suppression.at;
    const about = (rule: string, message: string) => {
      const severity = levels.get(rule) ?? "off";
      const fix: Fix = suggested("remove it", wholeLine(line));
      if (severity !== "off") kept.push({ rule, severity, at: line, message, related: [], fix });
    };
    if (suppression.rules.length === 0 || suppression.reason === "") {
      about(
        "lint/suppression-without-reason",
        "A suppression names a rule and says why: `# flask-deploy-ignore RULE: reason`. This one suppresses nothing.",
      );
      return;
    }
    for (const rule of suppression.rules) {
      if (used.has(`${i} ${rule}`) || levels.get(rule) === "off") continue;
      if (!levels.has(rule))
        about("lint/unused-suppression", `There is no rule \`${rule}\`, so this suppresses nothing.`);
      else about("lint/unused-suppression", `Nothing on the next line breaks \`${rule}\`: this suppression can go.`);
    }
  });
  return kept;
}
