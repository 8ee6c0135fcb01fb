import { type AnswerKey, type Field, fields } from "../../action/engine/app/fields.ts";
import type { CommandSpec, Flag } from "../dispatch/flags.ts";
import { flagName } from "./answers.ts";

const placeholders: Partial<Record<AnswerKey, string>> = { domain: "HOST", python: "3.N", action: "REF" };

export function answerFlag({ key, kind, help, choices, range, problem }: Field): Flag {
  const value = placeholders[key];
  return {
    name: flagName(key),
    ...{ kind, help },
    ...(choices && { choices: Object.keys(choices) }),
    ...(range && { range }),
    ...(problem && { problem }),
    ...(kind === "boolean" && { negatable: true }),
    ...(value && { value }),
  };
}

/** The default as `--help` shows it: that of the default stack, if it depends on the stack. */
function standardOf(field: Field): string {
  const standard = field.standard({});
  return standard === undefined ? "" : ` [${field.kind === "boolean" ? (standard ? "yes" : "no") : standard}]`;
}

export const scaffoldSpec = {
  name: "",
  summary: "Makes a Flask repository that deploys itself to your own server.",
  positionals: [{ name: "dir", help: "folder to create or to fill; its name is the app's name", optional: true }],
  flags: [
    ...fields.map((field) => ({ ...answerFlag(field), help: `${field.help}${standardOf(field)}` })),
    { name: "yes", kind: "boolean", short: "y", help: "use defaults for everything else, without prompting" },
    { name: "force", kind: "boolean", help: "overwrite files that already exist" },
    { name: "dry-run", kind: "boolean", help: "list what would be written, write nothing" },
    { name: "json", kind: "boolean", help: "print the result as JSON on stdout, without prompting" },
    { name: "git", kind: "boolean", negatable: true, help: "git init and a first commit, unless inside a repository" },
    { name: "version", kind: "boolean", short: "v", help: "print the version and exit" },
  ],
  examples: [
    ["npx create-flask-deploy shop", "prompts for the options, then creates ./shop"],
    ["npx create-flask-deploy shop --yes --stack gunicorn", "does not prompt"],
    ["npx create-flask-deploy . --dry-run --yes", "shows what would be added to this folder"],
  ],
} as const satisfies CommandSpec;
