import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";

/** The tables of README.md between these marks come from action.yml: `node test/house/action-table.ts` writes them. */
export const marks = (name: string) => [`<!-- ${name} of action.yml -->`, `<!-- end of ${name} -->`] as const;

interface Described {
  readonly description: string;
  readonly default?: string;
}

/** Inputs or outputs as a table; pipes would end a cell. */
export function actionTable(described: Readonly<Record<string, Described>>, withDefault: boolean): string {
  const rows = Object.entries(described).map(([name, { description, default: standard }]) => [
    `\`${name}\``,
    ...(withDefault ? [standard ? `\`${standard}\`` : ""] : []),
    description.replaceAll("|", "\\|"),
  ]);
  const head = withDefault ? ["input", "default", "what it is"] : ["output", "what it is"];
  return [head, head.map(() => "---"), ...rows].map((cells) => `| ${cells.join(" | ")} |`).join("\n");
}

/** A README with the tables that its marks ask for. */
export function withTables(readme: string, actionYml: string): string {
  const action = parse(actionYml);
  return (["inputs", "outputs"] as const).reduce((text, name) => {
    const [start, end] = marks(name);
    const from = text.indexOf(start);
    const to = text.indexOf(end);
    if (from < 0 || to < from) throw new Error(`README.md lacks ${start} … ${end}`);
    const table = actionTable(action[name], name === "inputs");
    return `${text.slice(0, from + start.length)}\n${table}\n${text.slice(to)}`;
  }, readme);
}

if (import.meta.main) {
  const root = join(import.meta.dirname, "../..");
  const readme = join(root, "README.md");
  writeFileSync(readme, withTables(readFileSync(readme, "utf8"), readFileSync(join(root, "action.yml"), "utf8")));
}
