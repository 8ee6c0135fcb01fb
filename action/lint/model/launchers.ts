import { invocationsIn } from "../command/invocation.ts";
import { lexCommands } from "../command/lex.ts";
import { fileNamed } from "../files/paths.ts";
import type { Project, ScriptFile } from "../files/project.ts";
import type { Text } from "../files/source.ts";
import { entries, entry, type UnitFile, type UnitSection } from "../systemd/tree.ts";
import type { UpstartFile } from "../upstart/parse.ts";
import { containerStarters } from "./containers.ts";
import type { Starter } from "./types.ts";

export function startersOf(project: Project): Starter[] {
  const run = new Set<ScriptFile>();
  const managed = [
    ...project.units.filter((unit) => unit.sections.some((s) => s.name.text === "Service")).map(ofUnit),
    ...project.supervisor.flatMap(ofSupervisor),
  ].map((starter) => withScript(starter, project.scripts, run));
  return [
    ...managed,
    ...project.upstart.map(ofUpstart),
    ...project.scripts.filter((script) => script.invocations.length > 0 && !run.has(script)).map(ofScript),
    ...containerStarters(project),
  ];
}

/** If a unit or program runs a script that starts one server, the unit or program is the starter of that server. */
function withScript(starter: Starter, scripts: readonly ScriptFile[], run: Set<ScriptFile>): Starter {
  if (starter.invocations.length > 0) return starter;
  const entry = processEntry(starter, "ExecStart", "command");
  const words = entry
    ? lexCommands(entry.value, starter.section ? "shlex" : "systemd").flatMap(({ words }) => words)
    : [];
  const named = words.filter(({ text }) => /\/|\.sh$/.test(text));
  const script = named.map((word) => fileNamed(scripts, word.text, starter.file.path)).find(Boolean);
  const [invocation, ...others] = script?.invocations ?? [];
  if (!script || !invocation || others.length > 0) return starter;
  run.add(script);
  const within = { ...invocation, nested: true };
  return { ...starter, directory: invocation.cwd ?? starter.directory, invocations: [within] };
}

const plainName = (path: string) =>
  path
    .replace(/^.*\//, "")
    .replace(/\.(j2|ejs|erb|tmpl|tpl|template)$/, "")
    .replace(/@?\.[^.]*$/, "");

function ofUnit(file: UnitFile): Starter {
  const environment = new Map<string, Text>();
  for (const setting of entries(file, "Service", "Environment")) {
    for (const word of lexCommands(setting.value, "systemd").flatMap((command) => command.words)) {
      const equals = word.text.indexOf("=");
      if (equals > 0) environment.set(word.text.slice(0, equals), { ...word, text: word.text.slice(equals + 1) });
    }
  }
  const value = (key: string) => entry(file, "Service", key)?.value;
  const directory = value("WorkingDirectory");
  return {
    by: "systemd",
    file,
    name: plainName(file.path),
    user: value("User"),
    group: value("Group"),
    directory: directory && { ...directory, text: directory.text.replace(/^[-!]/, "") },
    environment,
    invocations: entries(file, "Service", "ExecStart").flatMap((e) => invocationsIn(e.value, "systemd")),
  };
}

/** An entry of a unit's [Service]; undefined for starters other than systemd. */
export const unitEntry = (starter: Starter | undefined, key: string) =>
  starter?.file.kind === "systemd" ? entry(starter.file, "Service", key) : undefined;

/** The effective entry for a process, by its key in units and its key in supervisor's files. */
export const processEntry = (starter: Starter | undefined, unitKey: string, programKey: string) =>
  starter?.section ? setting(starter.section, programKey) : unitEntry(starter, unitKey);

/** A program's setting from its own section. */
export const setting = (section: UnitSection, key: string) => section.entries.filter((e) => e.key.text === key).at(-1);

function ofSupervisor(file: UnitFile): Starter[] {
  return file.sections
    .filter((section) => /^(fcgi-)?program:/.test(section.name.text))
    .map((section) => {
      const environment = new Map<string, Text>();
      const pairs = setting(section, "environment")?.value;
      for (const [, name, quoted, plain] of pairs?.text.matchAll(/(\w+)\s*=\s*(?:"([^"]*)"|([^,"]*))/g) ?? []) {
        environment.set(name as string, { ...(pairs as Text), text: quoted ?? plain ?? "" });
      }
      const command = setting(section, "command")?.value;
      return {
        by: "supervisor",
        file,
        section,
        name: section.name.text.replace(/^.*?:/, ""),
        user: setting(section, "user")?.value,
        group: undefined,
        directory: setting(section, "directory")?.value,
        environment,
        invocations: command ? invocationsIn(command, "shlex") : [],
      };
    });
}

function ofUpstart(file: UpstartFile): Starter {
  const stanza = (name: string) => file.stanzas.filter((s) => s.name.text === name).at(-1)?.value;
  const environment = new Map<string, Text>();
  for (const { name, value } of file.stanzas) {
    const equals = value.text.indexOf("=");
    if (name.text === "env" && equals > 0)
      environment.set(value.text.slice(0, equals), { ...value, text: value.text.slice(equals + 1) });
  }
  const exec = stanza("exec");
  const invocations = [...(exec ? [exec] : []), ...file.scripts].flatMap((range) => invocationsIn(range, "shell"));
  return {
    by: "upstart",
    file,
    name: plainName(file.path),
    user: stanza("setuid"),
    group: stanza("setgid"),
    directory: stanza("chdir") ?? invocations.find((i) => i.cwd)?.cwd,
    environment,
    invocations,
  };
}

function ofScript(file: ScriptFile): Starter {
  return {
    by: file.procfile ? "procfile" : "script",
    file,
    name: plainName(file.path),
    user: undefined,
    group: undefined,
    directory: file.invocations.find((i) => i.cwd)?.cwd,
    environment: new Map(),
    invocations: file.invocations,
  };
}
