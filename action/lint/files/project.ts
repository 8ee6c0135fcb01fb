import { type Invocation, invocationsIn } from "../command/invocation.ts";
import { variablesIn } from "../command/lex.ts";
import { type GunicornFile, parseGunicorn } from "../gunicorn/conf.ts";
import { placed } from "../nginx/included.ts";
import { parseNginx } from "../nginx/parse.ts";
import type { NginxFile } from "../nginx/tree.ts";
import { type PythonFile, parsePython } from "../python/read.ts";
import { parseSupervisor, parseUnit } from "../systemd/parse.ts";
import type { UnitFile } from "../systemd/tree.ts";
import { parseUpstart, type UpstartFile } from "../upstart/parse.ts";
import { parseUwsgi } from "../uwsgi/parse.ts";
import type { UwsgiFile } from "../uwsgi/tree.ts";
import type { InputFile, Link } from "./collect.ts";
import { detectFileKind, type FileKind } from "./file-kind.ts";
import { linesOf } from "./lines.ts";
import type { ParsedFile } from "./parsed-file.ts";
import { Source } from "./source.ts";
import { isTemplate } from "./template.ts";

/** A shell script or a Procfile, for the servers that it starts. */
export interface ScriptFile extends ParsedFile<"script"> {
  readonly invocations: readonly Invocation[];
  readonly procfile: boolean;
}

/** All files of one repository, parsed once. */
export interface Project {
  readonly nginx: readonly NginxFile[];
  readonly uwsgi: readonly UwsgiFile[];
  readonly gunicorn: readonly GunicornFile[];
  readonly units: readonly UnitFile[];
  readonly supervisor: readonly UnitFile[];
  readonly upstart: readonly UpstartFile[];
  readonly scripts: readonly ScriptFile[];
  /** requirements*.txt, pyproject.toml, Pipfile and lock files, as text. */
  readonly requirements: readonly Source[];
  /** Dockerfiles and compose files, as text. */
  readonly containers: readonly Source[];
  /** Every text file with its kind, for rules that look at all of them. */
  readonly sources: readonly { readonly source: Source; readonly kind: FileKind }[];
  /** False if these are only some files of a repository, so that other files may exist. */
  readonly whole: boolean;
  /** Files with a known name that were not read, and why. */
  readonly unread: readonly { readonly source: Source; readonly reason: string }[];
  /** Symbolic links, which are not followed. */
  readonly links: readonly Link[];
  /** Paths of all input files, recognized or not. */
  readonly paths: ReadonlySet<string>;
  /** A Python file of the repository, parsed at first use; undefined if there is none at that path. */
  python(path: string): PythonFile | undefined;
  readonly pythonPaths: readonly string[];
}

/** In UTF-16 units. The largest configurations in use are lists of addresses; a larger file is something else. */
const longest = 16_000_000;
export function readProject(
  files: readonly InputFile[],
  extraPaths: readonly string[] = [],
  whole = true,
  links: readonly Link[] = [],
): Project {
  const found = {
    nginx: [] as NginxFile[],
    uwsgi: [] as UwsgiFile[],
    gunicorn: [] as GunicornFile[],
    units: [] as UnitFile[],
    supervisor: [] as UnitFile[],
    upstart: [] as UpstartFile[],
    scripts: [] as ScriptFile[],
    requirements: [] as Source[],
    containers: [] as Source[],
    unread: [] as { source: Source; reason: string }[],
    sources: [] as { source: Source; kind: FileKind }[],
  };
  const pythonSources = new Map<string, Source>();
  const parsed = new Map<string, PythonFile>();
  for (const file of files) {
    const source = new Source(file.path, file.content);
    const reason = source.binary ? "it is not text" : source.text.length > longest ? "it is too large" : undefined;
    if (reason) {
      if (detectFileKind(file.path, "")) found.unread.push({ source, reason });
      continue;
    }
    const kind = detectFileKind(file.path, source.text);
    if (!kind) continue;
    found.sources.push({ source, kind });
    if (kind === "nginx") found.nginx.push(parseNginx(source));
    else if (kind === "uwsgi") found.uwsgi.push(parseUwsgi(source));
    else if (kind === "systemd") found.units.push(parseUnit(source));
    else if (kind === "supervisor") found.supervisor.push(parseSupervisor(source));
    else if (kind === "upstart") found.upstart.push(parseUpstart(source));
    else if (kind === "script" || kind === "procfile") found.scripts.push(parseScript(source, kind === "procfile"));
    else if (kind === "requirements") found.requirements.push(source);
    else if (kind === "container") found.containers.push(source);
    else {
      if (kind === "gunicorn") found.gunicorn.push(parseGunicorn(source));
      pythonSources.set(file.path, source);
    }
  }
  return {
    ...found,
    nginx: placed(found.nginx, [...found.containers, ...found.scripts.map(({ source }) => source)]),
    whole,
    links,
    paths: new Set([...files.map((file) => file.path), ...extraPaths]),
    pythonPaths: [...pythonSources.keys()],
    python(path) {
      const known = parsed.get(path);
      const source = pythonSources.get(path);
      if (known || !source) return known;
      const file = parsePython(source);
      parsed.set(path, file);
      return file;
    },
  };
}

function parseScript(source: Source, procfile: boolean): ScriptFile {
  const ranges = procfile
    ? [...linesOf(source)].flatMap((line) => {
        const name = /^\s*[\w-]+:/.exec(line.text)?.[0];
        return name ? [{ source, start: line.start + name.length, end: line.end }] : [];
      })
    : [source.range(0, source.text.length)];
  const variables = procfile ? undefined : variablesIn(source.text);
  const invocations = ranges.flatMap((range) => invocationsIn(range, "shell", variables));
  return { kind: "script", path: source.path, source, invocations, procfile, template: isTemplate(source) };
}
