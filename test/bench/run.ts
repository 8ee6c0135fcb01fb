import { globSync } from "node:fs";
import { basename } from "node:path";
import { missing, sayLacking } from "../requirements.ts";
import type { Table } from "./table.ts";

/** Prints every table of this folder, or those that are named: `npm run bench -- action`. */
const wanted = process.argv.slice(2);
const files = globSync("*.ts", { cwd: import.meta.dirname }).filter((file) => !["run.ts", "table.ts"].includes(file));
for (const file of files.toSorted()) {
  if (wanted.length > 0 && !wanted.includes(basename(file, ".ts"))) continue;
  const table = (await import(`./${file}`)).default as Table;
  const lacking = table.needs ? missing(table.needs) : [];
  if (lacking.length > 0) {
    console.log(`\n${sayLacking(`bench -- ${basename(file, ".ts")}`, lacking)}`);
    process.exitCode = 1;
    continue;
  }
  const { head, rows, bounds } = await table.measure();
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => (row[i] ?? "").length)));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
      .join("  ")
      .trimEnd();
  console.log(`\n${table.title}\n\n${[head, ...rows].map(line).join("\n")}`);
  for (const { what, value, most } of bounds) {
    const holds = value <= most;
    console.log(`${holds ? "holds" : "FAILS"}: ${what} ${value.toFixed(2)}, at most ${most}`);
    if (!holds) process.exitCode = 1;
  }
}
