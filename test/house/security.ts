import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folders } from "../../action/engine/targets/server/setup/layout.ts";

const path = join(import.meta.dirname, "../../SECURITY.md");

/** The folders of SECURITY.md as Markdown: those of every process manager, from the table that `setup` works by. */
export function foldersTable(): string {
  const all = folders({ name: "APP", processManager: "emperor", socket: "unix" }, "deploy-APP");
  const lines = all.map(
    ({ path, mode, owner, group, why }) => `| \`${path}\` | ${mode} | ${owner}:${group} | ${why} |`,
  );
  return ["| folder | mode | owner | why |", "| --- | --- | --- | --- |", ...lines].join("\n");
}

/** A text with the table between its marks. */
export const withTable = (text: string) =>
  text.replace(/(<!-- folders -->\n)[\s\S]*?(<!-- \/folders -->)/, (_, from, to) => `${from}${foldersTable()}\n${to}`);

export const securityPage = () => readFileSync(path, "utf8");

/** `node test/house/security.ts` writes it anew. */
if (import.meta.main) writeFileSync(path, withTable(securityPage()));
