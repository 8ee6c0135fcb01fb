import type { App } from "../engine/app/app.ts";
import type { Project } from "./files/project.ts";
import type { Range } from "./files/source.ts";
import type { Versions } from "./files/versions.ts";
import type { Fix, Problem, Related, Severity } from "./finding.ts";
import type { Model } from "./model/types.ts";
import { type Directive, type NginxFile, named, walk } from "./nginx/tree.ts";

/** The files of an example: one text (named after the rule's family), or several by path. */
export type Example = ExampleText | Readonly<Record<string, ExampleText>>;

/** Built when it is used: linting needs no examples. */
export type ExampleText = string | (() => string);

export interface Report {
  readonly related?: readonly Related[];
  readonly fix?: Fix | undefined;
  /** Severity of this case, if it differs from the rule's. */
  readonly severity?: Severity;
}

/** Everything that a rule may read. It changes nothing, and runs nothing of the repository. */
export interface Context {
  readonly project: Project;
  readonly model: Model;
  /** The flask-deploy.yml, if there is one. */
  readonly app: App | undefined;
  readonly versions: Versions;
  /** The parsers' problems, for the rules that report them. */
  readonly problems: readonly Problem[];
  /** Reports a finding at a node (every node is a range): what is wrong, and its visible consequence. */
  report(at: Range, message: string, more?: Report | Fix): void;
}

export interface Rule {
  /** "nginx/alias-traversal". The part before the slash is the family, which decides the file name of its examples. */
  readonly id: string;
  readonly severity: Severity;
  /** One line, for the list of rules: what it finds. */
  readonly summary: string;
  /** The consequence on a real server if it is not fixed, and how to fix it. Plain text, in paragraphs. */
  readonly why: string;
  /** Files with a finding of this rule and no other; and the same files fixed, without any finding. */
  readonly bad: Example;
  readonly good: Example;
  /** The versions that it applies to, if not all. */
  readonly versions?: string;
  /** False for a rule that is off by default. */
  readonly enabled?: false;
  check(context: Context): void;
}

export const defineRule = (rule: Rule): Rule => rule;

/** The file name that an example's single text gets, by the rule's family. */
const exampleNames: Record<string, string> = {
  nginx: "deploy/nginx.conf",
  uwsgi: "deploy/uwsgi.ini",
  gunicorn: "deploy/gunicorn.conf.py",
  systemd: "deploy/shop.service",
  supervisor: "deploy/supervisor.conf",
  upstart: "deploy/upstart.conf",
  cmd: "run.sh",
  python: "app.py",
  common: "deploy/nginx.conf",
  lint: "deploy/nginx.conf",
};

export function exampleFiles(rule: Rule, example: Example): { path: string; content: string }[] {
  const path = exampleNames[rule.id.split("/")[0] as string] ?? "deploy/nginx.conf";
  return Object.entries(typeof example === "object" ? example : { [path]: example }).flatMap(([path, text]) =>
    path.includes(" -> ") ? [] : [{ path, content: typeof text === "string" ? text : text() }],
  );
}

/** The symbolic links of an example, which are written as `path -> target`. */
export const exampleLinks = (example: Example): { path: string; target: string }[] =>
  typeof example !== "object"
    ? []
    : Object.keys(example).flatMap((name) => {
        const [path, target] = name.split(" -> ");
        return path && target ? [{ path, target }] : [];
      });

/** A rule that checks one part at a time: a directive, a server, a unit. */
type Judging<Part, More = unknown> = Omit<Rule, "check"> & { check(part: Part, context: Context & More): void };

/** Defines rules that check each of these parts. */
export const rulesOver =
  <Part>(parts: (context: Context) => Iterable<Part>) =>
  ({ check, ...rule }: Judging<Part>): Rule => ({
    ...rule,
    check(context) {
      for (const part of parts(context)) check(part, context);
    },
  });

export const serverRule = rulesOver(({ model }) => model.servers);
export const unitRule = rulesOver(({ project }) => project.units);
export const uwsgiRule = rulesOver(({ project }) => project.uwsgi);
export const uwsgiOptionRule = rulesOver(({ project }) =>
  project.uwsgi.flatMap(({ sections }) => sections.flatMap(({ options }) => options)),
);
export const nginxFileRule = rulesOver(({ project }) => project.nginx);

/** A rule over nginx's directives of the names in `on`, or over all of them. */
export const nginxRule = ({
  on,
  check,
  ...rule
}: Judging<Directive, { readonly file: NginxFile }> & { readonly on?: readonly string[] }): Rule =>
  nginxFileRule({
    ...rule,
    check(file, context) {
      const here = { ...context, file };
      for (const directive of on ? named(file, ...on) : walk(file)) check(directive, here);
    },
  });
