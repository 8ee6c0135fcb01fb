import { type Address, normalPath, parseAddress } from "../address.ts";
import type { Invocation } from "../command/invocation.ts";
import type { Project } from "../project.ts";
import type { PyValue } from "../python/value.ts";
import type { Range, Text } from "../source.ts";
import { isTemplated } from "../template.ts";
import { expand } from "../uwsgi/expand.ts";
import { canonicalName } from "../uwsgi/options.ts";
import { optionsOf, ownSection, type UwsgiFile, type UwsgiOption } from "../uwsgi/tree.ts";
import type { Callable, Listener, Protocol, Server, Starter } from "./types.ts";

/** Every application server that the files describe: each command line with its config file, and each file alone. */
export function serversOf(project: Project, starters: readonly Starter[]): Server[] {
  const servers: Server[] = [];
  const used = new Set<object>();
  for (const starter of starters) {
    for (const invocation of starter.invocations) {
      if (invocation.program === "uwsgi") {
        const file = configFile(project.uwsgi, uwsgiConfig(invocation), starter);
        if (file) used.add(file);
        if (!invocation.options.some((o) => /^emperor/.test(o.name.text)))
          servers.push(uwsgiServer(file, invocation, starter));
      } else if (invocation.program === "gunicorn") {
        const named = invocation.options.find((o) => o.name.text === "config")?.value;
        const file = configFile(project.gunicorn, named, starter);
        if (file) used.add(file);
        servers.push(gunicornServer(file, invocation, starter));
      }
    }
  }
  for (const file of project.uwsgi) if (!used.has(file)) servers.push(uwsgiServer(file, undefined, undefined));
  for (const file of project.gunicorn) if (!used.has(file)) servers.push(gunicornServer(file, undefined, undefined));
  return servers;
}

/** The argument that names uWSGI's ini, wherever it stands. */
export function uwsgiConfig(invocation: Invocation): Text | undefined {
  const named = invocation.options.find((o) => /^(ini|ini-paste|ini-paste-logged|config)$/.test(o.name.text))?.value;
  return named ?? invocation.positional.find((word) => /\.(ini|conf|cfg)(:\w*)?$/.test(word.text));
}

/** The file of the repository that a path on the server stands for: the one that shares the longest end of the path. */
function configFile<T extends { readonly path: string }>(
  files: readonly T[],
  named: Text | undefined,
  starter: Starter,
): T | undefined {
  if (!named) return undefined;
  const wanted = normalPath(named.text.replace(/^(python|file):/, "").replace(/:\w*$/, ""))
    .split("/")
    .filter(Boolean);
  const starterFolder = starter.file.path.split("/").slice(0, -1);
  let best: T | undefined;
  let bestScore = 0;
  for (const file of files) {
    const have = file.path.replace(/\.(j2|ejs|erb|tmpl|tpl|template)$/, "").split("/");
    let shared = 0;
    while (shared < Math.min(have.length, wanted.length) && have.at(-1 - shared) === wanted.at(-1 - shared)) shared++;
    if (shared === 0) continue;
    let near = 0;
    while (near < starterFolder.length && starterFolder[near] === have[near]) near++;
    const score = shared * 100 + near;
    if (score > bestScore) [best, bestScore] = [file, score];
  }
  return best;
}

const socketProtocols: Record<string, Protocol> = {
  socket: "uwsgi",
  "http-socket": "http",
  "http11-socket": "http",
  "https-socket": "http",
  http: "http",
  https: "http",
  "fastcgi-socket": "fastcgi",
  "scgi-socket": "scgi",
};

function uwsgiServer(
  file: UwsgiFile | undefined,
  invocation: Invocation | undefined,
  starter: Starter | undefined,
): Server {
  const options = [...(file ? optionsOf(file) : []), ...(invocation?.options ?? [])];
  const environment = new Map([...(starter?.environment ?? [])].map(([name, value]) => [name, value.text]));
  const named = invocation && uwsgiConfig(invocation)?.text;
  const deployed = named?.startsWith("/") ? named : undefined;
  const last = (name: string) => options.filter((o) => canonicalName(o.name.text) === name).at(-1);
  const full = (option: UwsgiOption | undefined) =>
    option?.value && { ...option.value, text: expand(option.value.text, file, environment, deployed).text };
  const directory = full(last("chdir")) ?? starter?.directory;
  const protocol = last("protocol")?.value?.text;
  const listeners: Listener[] = [];
  for (const option of options) {
    const name = canonicalName(option.name.text);
    const kind = socketProtocols[name];
    if (!kind || !option.value) continue;
    const plain = option.name.text === "socket" || option.name.text === "s";
    const actual =
      plain && protocol ? (/^http/.test(protocol) ? "http" : /^uwsgi$/.test(protocol) ? "uwsgi" : "unknown") : kind;
    // `socket = a,chmod=660` is `socket = a` with options of uWSGI 2.1.
    const { text, known } = expand(option.value.text, file, environment, deployed);
    // A comment behind the value makes it another one, and has a rule of its own.
    const address: Address =
      known && !/\s[#;]/.test(text)
        ? parseAddress(option.value, text.replace(/,.*$/, ""))
        : { kind: "unknown", at: option.value };
    listeners.push({
      address: inDirectory(address, directory),
      protocol: actual,
      at: option.value,
      ...linkOf(option.value),
    });
  }
  const partial = options.some(
    (o) =>
      /^(if-|if$|ini$|include$|inherit|xml$|yaml$|json$|config$|optdef)/.test(o.name.text) &&
      o.source === file?.source &&
      !ownSection(o),
  );
  return {
    program: "uwsgi",
    uwsgi: file,
    conf: undefined,
    invocation,
    starter,
    options,
    settings: new Map(),
    listeners,
    callable: uwsgiCallable(last, full),
    directory,
    at: invocation ?? file!.sections.find((s) => s.name.text === "uwsgi")?.name ?? file!.source.range(0, 0),
    partial: partial || (file?.template ?? false) || (invocation?.command.words.some((w) => w.dynamic) ?? false),
  };
}

function uwsgiCallable(
  last: (name: string) => UwsgiOption | undefined,
  full: (o: UwsgiOption | undefined) => Text | undefined,
): Callable | undefined {
  const callable = last("callable");
  const module = full(last("module"));
  const file = full(last("wsgi-file"));
  const said = module ?? file;
  if (!said || isTemplated(said.text) || /[%$@(]/.test(said.text.replace(/\(\)$/, ""))) return undefined;
  const [name, of] = module ? (said.text.split(":") as [string, string?]) : [said.text, undefined];
  const chosen = of ?? callable?.value?.text ?? "application";
  return {
    module: name.trim(),
    name: chosen.replace(/\(.*\)$/, ""),
    called: /\(.*\)$/.test(chosen),
    file: module === undefined,
    at: of === undefined && callable?.value ? callable.value : said,
    moduleAt: said,
  };
}

/** A socket that is named after its release has current.sock beside it. */
function linkOf(at: Text): { link: Address } | undefined {
  const folder = /^(?:unix:)?(\/[\w./-]*)\/[\w.-]*(?:\$\(\w+\)|%n|\{\})[\w.-]*\.sock$/.exec(at.text)?.[1];
  return folder
    ? { link: { kind: "unix", path: normalPath(`${folder}/current.sock`), abstract: false, at } }
    : undefined;
}

/** A relative socket lies in the directory the server changes to. */
function inDirectory(address: Address, directory: Text | undefined): Address {
  if (address.kind !== "unix" || address.abstract || address.path.startsWith("/")) return address;
  if (!directory?.text.startsWith("/") || /[%$]/.test(directory.text) || isTemplated(directory.text)) return address;
  return { ...address, path: normalPath(`${directory.text}/${address.path}`) };
}

function gunicornServer(
  conf: Server["conf"],
  invocation: Invocation | undefined,
  starter: Starter | undefined,
): Server {
  const settings = new Map<string, { at: Range; value: PyValue | Text | undefined }>();
  for (const name of conf?.assignments ?? []) settings.set(name.name.text, { at: name, value: name.value });
  for (const option of invocation?.options ?? []) settings.set(option.name.text, { at: option, value: option.value });
  const text = (name: string): Text | undefined => {
    const value = settings.get(name)?.value;
    if (!value) return undefined;
    if ("text" in value) return value;
    return value.kind === "str"
      ? { source: value.source, start: value.start, end: value.end, text: value.value }
      : undefined;
  };
  const directory = text("chdir") ?? starter?.directory;
  const binds = invocation?.options.filter((o) => o.name.text === "bind" && o.value).map((o) => o.value as Text) ?? [];
  const fromFile = binds.length > 0 ? [] : stringsOf(conf?.names.get("bind")?.value);
  const listeners = [...binds, ...fromFile].map((at): Listener => {
    const address = parseAddress(at, at.text, 8000);
    return { address: inDirectory(address, directory), protocol: "http", at, ...linkOf(at) };
  });
  // Told nothing, gunicorn listens on 127.0.0.1:8000.
  if (listeners.length === 0 && invocation && !settings.has("bind") && !starter?.environment.has("PORT")) {
    const at = invocation.executable;
    listeners.push({ address: { kind: "tcp", host: "127.0.0.1", port: 8000, at }, protocol: "http", at });
  }
  const app =
    invocation?.positional.find((word) => /^[\w./-]+(:[\w.]+(\(.*\))?)?$/.test(word.text)) ?? text("wsgi_app");
  const [module, name] = (app?.text.split(":") ?? []) as [string?, string?];
  const callable: Callable | undefined =
    app && module
      ? {
          module,
          name: (name ?? "application").replace(/\(.*\)$/, ""),
          called: /\(.*\)$/.test(name ?? ""),
          file: false,
          at: app,
        }
      : undefined;
  return {
    program: "gunicorn",
    uwsgi: undefined,
    conf,
    invocation,
    starter,
    options: [],
    settings,
    listeners,
    callable,
    directory,
    at: invocation ?? conf!.source.range(0, 0),
    partial:
      (conf?.names.get("bind")?.conditional ?? false) ||
      (conf?.stars.length ?? 0) > 0 ||
      (invocation?.command.words.some((w) => w.dynamic) ?? false) ||
      (invocation !== undefined && !conf && invocation.options.some((o) => o.name.text === "config")),
  };
}

/** The strings of a bind: one, or a list; an f-string with unknown parts keeps `{}` and so is an unknown address. */
function stringsOf(value: PyValue | undefined): Text[] {
  if (value?.kind === "str") return [{ source: value.source, start: value.start, end: value.end, text: value.value }];
  return value?.kind === "list" ? value.items.flatMap((item) => stringsOf(item)) : [];
}
