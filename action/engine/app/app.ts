import * as v from "valibot";
import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from "yaml";
import { type Answers, type Field, fields } from "./fields.ts";
import { loginOf } from "./login.ts";
import { conflicts, fieldProblem, type Problem } from "./problems.ts";
import {
  type Camelized,
  camelCase,
  camelized,
  deploySettings,
  lintSettings,
  nginxVersion,
  snakeCase,
} from "./settings.ts";

/** The `deploy:` section of flask-deploy.yml. All times are in seconds; `deploySettings` describes each setting. */
export type DeploySettings = Camelized<v.InferOutput<typeof deploySettings>> & { readonly user: string };
export type LintSettings = Camelized<v.InferOutput<typeof lintSettings>>;

/** A valid flask-deploy.yml: the answers and the settings, with every default filled in. */
export interface App extends Answers {
  readonly deploy: DeploySettings;
  readonly lint: LintSettings;
  /** Version of nginx on the server, such as "1.22.1", if the file sets it. */
  readonly nginxVersion?: string;
}

/** A problem with its position in the file; line and column start at 1. */
export interface PlacedProblem extends Problem {
  readonly line: number;
  readonly column: number;
}

/** All problems of a flask-deploy.yml in one error. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly problems: readonly PlacedProblem[];
  constructor(file: string, problems: readonly PlacedProblem[]) {
    super(problems.map((p) => `${file}:${p.line}:${p.column}: ${p.key ? `${p.key} ` : ""}${p.message}`).join("\n"));
    this.problems = problems;
  }
}

/** The name of the file that holds an App, at the root of a generated repository. */
export const appFile = "flask-deploy.yml";

const sections = { deploy: deploySettings, lint: lintSettings, nginx_version: nginxVersion } as const;
const rows = new Map<string, Field>(fields.map((field) => [snakeCase(field.key), field]));

/** The top-level keys of the file. */
export const appKeys: readonly string[] = [...rows.keys(), ...Object.keys(sections)];

/**
 * Reads the text of a flask-deploy.yml.
 * @param file name of the file in messages
 * @throws AppError that lists every problem with its position
 */
export function readApp(text: string, file = appFile): App {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document.errors.length > 0)
    throw new AppError(
      file,
      document.errors.map((e) => ({ key: "", message: e.message, ...place(e.pos[0]) })),
    );
  if (!isMap(document.contents))
    throw new AppError(file, [
      { key: "", message: "must hold keys and values, such as name: shop", line: 1, column: 1 },
    ]);

  const given = document.toJS({ maxAliasCount: 100 }) as Record<string, unknown>;
  const { answers, problems } = readAnswers(given);
  const settings: Record<string, unknown> = {};
  for (const [key, schema] of Object.entries(sections)) {
    const isOptional = key === "nginx_version" && !(key in given);
    if (isOptional) continue;
    const parsed = v.safeParse(schema, given[key] ?? {});
    if (parsed.success) settings[camelCase(key)] = camelized(parsed.output);
    else problems.push(...flatten(parsed.issues).map((p) => ({ ...p, key: p.key ? `${key}.${p.key}` : key })));
  }
  for (const key of Object.keys(given))
    if (!appKeys.includes(key))
      problems.push({ key, message: `is not a key of this file; keys are ${appKeys.join(", ")}` });

  if (problems.length > 0)
    throw new AppError(
      file,
      problems.map((p) => ({ ...p, ...place(offsetOf(document, p.key)) })),
    );
  const { deploy, ...rest } = settings as Pick<App, "deploy" | "lint">;
  const { name } = answers as Answers;
  return { ...(answers as Answers), ...rest, deploy: { ...deploy, user: deploy.user ?? loginOf(name) } };
}

/** Checks the answers and fills in the defaults; keys as in the file. */
function readAnswers(given: Record<string, unknown>): { answers: Partial<Answers>; problems: Problem[] } {
  const answers: Record<string, unknown> = {};
  const problems: Problem[] = [];
  for (const [key, field] of rows) {
    const stored = key in given ? given[key] : (field.absent ?? field.standard(answers as Partial<Answers>));
    const value = field.list && Array.isArray(stored) ? stored.join(" ") : stored;
    const problem = value === undefined ? "is missing" : fieldProblem(field, value);
    if (problem === undefined) answers[field.key] = value;
    else problems.push({ key, message: problem });
  }
  problems.push(...conflicts(answers as Partial<Answers>).map((p) => ({ ...p, key: snakeCase(p.key) })));
  return { answers: answers as Partial<Answers>, problems };
}

/** A union's own message says less than the issues of the branch that came nearest. */
function flatten(issues: readonly v.BaseIssue<unknown>[], above = ""): Problem[] {
  return issues.flatMap((issue) => {
    const key = [above, ...(issue.path ?? []).map((item) => String(item.key))].filter(Boolean).join(".");
    if (issue.type === "strict_object" && issue.expected === "never")
      return [{ key, message: "is not a setting here" }];
    const deeper = (issue.issues ?? []).filter((inner) => inner.path !== undefined);
    return deeper.length > 0 ? flatten(deeper, key) : [{ key, message: issue.message }];
  });
}

/** Offset of a path's key, or of its nearest parent that exists. */
function offsetOf(document: Document, path: string): number {
  let node: unknown = document.contents;
  let offset = 0;
  for (const part of path.split(".")) {
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === part);
      if (pair === undefined) break;
      offset = (isNode(pair.key) && pair.key.range?.[0]) || 0;
      node = pair.value;
    } else {
      const item = (node as { items?: unknown[] } | null)?.items?.[Number(part)];
      if (!isNode(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    }
  }
  return offset;
}
