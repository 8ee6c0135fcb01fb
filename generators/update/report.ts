import { fields } from "../../action/engine/app/fields.ts";
import { quoteAll } from "../../action/engine/process/quote.ts";
import { flagName, flagWords } from "../scaffold/answers.ts";
import type { Io } from "../terminal/io.ts";
import { painter } from "../terminal/paint.ts";
import type { Change } from "./merge/changes.ts";
import type { Conflict, Merged } from "./merge/merge.ts";
import type { Plan } from "./plan.ts";

/** How an update ended, or would end (`would-…`) in a dry run. */
export type Outcome = "unchanged" | "updated" | "conflicts" | "would-update" | "would-conflict";

export interface Result extends Omit<Plan, "head" | "base" | "next">, Merged {
  readonly outcome: Outcome;
  readonly to: string;
}

/** A conflict is never a success; with `--check`, neither is a pending update. */
export const exitCodeOf = (outcome: Outcome, isCheck: boolean): number => {
  const codes: Readonly<Record<Outcome, number>> = {
    ...{ unchanged: 0, updated: 0, conflicts: 1 },
    ...{ "would-update": isCheck ? 1 : 0, "would-conflict": 1 },
  };
  return codes[outcome];
};

/** For `--json`. */
export const json = (result: Result, isCheck: boolean): string =>
  `${JSON.stringify({ ok: exitCodeOf(result.outcome, isCheck) === 0, ...result, next: nextCommands(result) }, null, 2)}\n`;

/** For the user. */
export function text(result: Result, { stdout, env }: Io): string {
  const { outcome, answers, from, to, changes, conflicts, deleted, commit, unanswered, dropped, notes } = result;
  const paint = painter(stdout, env);
  const name = paint.bold(answers.name);
  const step = from === to ? "" : `${from ? ` from ${from}` : ""} to create-flask-deploy ${to}`;
  const heads: Readonly<Record<Outcome, string>> = {
    unchanged: `${paint.green("Up to date:")} ${name} has the files that create-flask-deploy ${to} generates.`,
    updated: `${paint.green(paint.bold("Updated"))} ${name}${step}: ${files(changes)}, merge commit ${commit}.`,
    conflicts: `${paint.red(paint.bold("Conflicts"))} in ${files(conflicts)}, for you to resolve.`,
    "would-update": `${paint.yellow("An update")} of ${name}${step} would change ${files(changes)}.`,
    "would-conflict": `${paint.yellow("An update")} of ${name}${step} would change ${files(changes)}, with conflicts in ${files(conflicts)}.`,
  };
  const lines = [heads[outcome], ...notes.flatMap((note) => ["", note])];
  const section = (title: string, rows: readonly string[]) => {
    if (rows.length > 0) lines.push("", title, ...rows.map((row) => `  ${row}`));
  };
  if (outcome !== "conflicts")
    section("Changed:", changes.filter(({ path }) => !conflicts.some((one) => one.path === path)).map(row));
  const width = Math.max(0, ...conflicts.map(({ path }) => path.length));
  section(
    outcome === "conflicts" ? "To resolve:" : "Conflicts:",
    conflicts.map(({ path, kind }) => `${path.padEnd(width)}  ${both[kind]}`),
  );
  section("You deleted these, and the templates changed them. They stay deleted:", deleted);
  section(
    "New questions, answered with their defaults:",
    unanswered.map((key) => `${key}: ${answers[key]} (change it with update --${flagName(key)})`),
  );
  section("Answers that no template uses any more, removed from flask-deploy.yml:", dropped);
  section(
    paint.bold("Next:"),
    nextCommands(result).map((line) => paint.cyan(line)),
  );
  return `${lines.join("\n")}\n`;
}

const both: Readonly<Record<Conflict["kind"], string>> = {
  both: "you and the templates changed the same lines",
  edited: "you edited it, the templates removed it",
  added: "you and the templates each added a file with that name",
  moved: "you and the templates moved it, or one moved and one removed it",
};

const files = ({ length }: readonly unknown[]) => (length === 1 ? "1 file" : `${length} files`);

const row = ({ kind, path, from }: Change) => `${kind.padEnd(8)} ${from ? `${from} → ${path}` : path}`;

/** Commands to paste unchanged. */
function nextCommands({ outcome, changes, given }: Result): string[] {
  const run = (line: string) => `npx create-flask-deploy ${line}`;
  switch (outcome) {
    case "unchanged":
      return [];
    case "would-update":
    case "would-conflict":
      return [
        run(quoteAll(["update", ...fields.flatMap(({ key }) => (key in given ? flagWords(key, given[key]) : []))])),
      ];
    case "conflicts":
      return [
        "git mergetool          # or edit the files; git diff shows both sides",
        "git commit -a          # completes the merge, once no file has conflict markers",
        "git merge --abort      # cancels the merge: every file is as it was",
      ];
    case "updated": {
      const needsSetup = changes.some(({ path }) => isInstalled(path));
      return [
        run("preview --check"),
        ...(needsSetup ? [run("setup HOST   # installs the changed units and site")] : []),
      ];
    }
  }
}

/** Whether setup installs the file on the server: units, sockets, the site, the process manager's configuration. */
const isInstalled = (path: string) =>
  /(^|\/)deploy\/(nginx\.conf|supervisor\.conf|emperor\.ini|[^/]+\.(service|socket))$/.test(path);
