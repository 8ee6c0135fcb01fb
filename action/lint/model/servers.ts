import type { Invocation } from "../command/invocation.ts";
import { type Address, normalPath, parseAddress } from "../files/address.ts";
import { fileNamed } from "../files/paths.ts";
import type { Project } from "../files/project.ts";
import type { Text } from "../files/source.ts";
import { isTemplated } from "../files/template.ts";
import type { PyValue } from "../python/value.ts";
import { expand } from "../uwsgi/expand.ts";
import { canonicalName } from "../uwsgi/options.ts";
import { optionsOf, ownSection, type UwsgiFile, type UwsgiOption } from "../uwsgi/tree.ts";
import type { Callable, Listener, Protocol, Server, Setting, Starter } from "./types.ts";

/** Every app server in the files: each command line with its config file, and each config file of its own. */
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

/** The argument with uWSGI's ini, wherever it is. */
export function uwsgiConfig(invocation: Invocation): Text | undefined {
  const named = invocation.options.find((o) => /^(ini|ini-paste|ini-paste-logged|config)$/.test(o.name.text))?.value;
  return named ?? invocation.positional.find((word) => /\.(ini|conf|cfg)(:\w*)?$/.test(word.text));
}

/** The file that a command line names, without what gunicorn and uWSGI allow around the path. */
const configFile = <T extends { readonly path: string }>(
  files: readonly T[],
  named: Text | undefined,
  starter: Starter,
) =>
  named &&
  fileNamed(files, normalPath(named.text.replace(/^(python|file):/, "").replace(/:\w*$/, "")), starter.file.path);

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

/** The protocol that `protocol` gives to a socket whose option has none in its name. */
export const saidProtocol = ({ settings }: Pick<Server, "settings">): Protocol => {
  const said = settings.has("protocol") ? (settings.get("protocol")?.text ?? "") : "uwsgi";
  return /^http/.test(said) ? "http" : said === "uwsgi" ? "uwsgi" : "unknown";
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
  const expanded = ({ value }: UwsgiOption) => value && expand(value.text, file, environment, deployed);
  const settings = new Map<string, Setting>();
  for (const option of options) {
    const { text = "", known = false } = expanded(option) ?? {};
    const value = option.value ?? undefined;
    settings.set(canonicalName(option.name.text), {
      at: option,
      value,
      text: known && !isTemplated(text) ? text : undefined,
    });
  }
  const full = (name: string): Text | undefined => {
    const { at, value } = settings.get(name) ?? {};
    return value && "text" in value ? { ...value, text: expanded(at as UwsgiOption)!.text } : undefined;
  };
  const directory = full("chdir") ?? starter?.directory;
  const listeners = options.flatMap((option): Listener[] => {
    const name = canonicalName(option.name.text);
    const kind = socketProtocols[name];
    if (!kind || !option.value) return [];
    const plain = option.name.text === "socket" || option.name.text === "s";
    const text = expanded(option)!.text;
    // A comment after the value becomes part of it, which another rule reports.
    const address: Address = /\s[#;]|@\(/.test(text)
      ? { kind: "unknown", at: option.value }
      : // `socket = a,chmod=660` is `socket = a` with options of uWSGI 2.1.
        parseAddress(option.value, text.replace(/,.*$/, ""));
    return [
      {
        address: inDirectory(address, directory),
        protocol: plain ? saidProtocol({ settings }) : kind,
        at: option.value,
        option: name,
      },
    ];
  });
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
    settings,
    listeners,
    callable: uwsgiCallable(settings.get("callable"), full("module"), full("wsgi-file")),
    directory,
    at: invocation ?? file!.sections.find((s) => s.name.text === "uwsgi")?.name ?? file!.source.range(0, 0),
    partial: partial || (file?.template ?? false) || (invocation?.command.words.some((w) => w.dynamic) ?? false),
  };
}

/** A setting of the server, if its value is known. */
export function told({ settings }: Pick<Server, "settings">, name: string) {
  const { at, value, text } = settings.get(name) ?? {};
  return at && value && text !== undefined ? { at, value, text } : undefined;
}

/** The same as an integer. */
export function numberTold(server: Server, name: string) {
  const found = told(server, name);
  return found && /^\d+$/.test(found.text) ? { ...found, number: Number(found.text) } : undefined;
}

function uwsgiCallable(
  callable: Setting | undefined,
  module: Text | undefined,
  file: Text | undefined,
): Callable | undefined {
  const said = module ?? file;
  if (!said || isTemplated(said.text) || /[%$@(]/.test(said.text.replace(/\(\)$/, ""))) return undefined;
  const [name, of] = module ? (said.text.split(":") as [string, string?]) : [said.text, undefined];
  const own = callable?.value && "text" in callable.value ? callable.value : undefined;
  const chosen = of ?? own?.text ?? "application";
  return {
    module: name.trim(),
    name: chosen.replace(/\(.*\)$/, ""),
    called: /\(.*\)$/.test(chosen),
    file: module === undefined,
    at: of === undefined && own ? own : said,
    moduleAt: said,
  };
}

/** A relative socket is in the directory that the server changes to. */
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
  const settings = new Map<string, Setting>();
  for (const name of conf?.assignments ?? []) {
    const known = conf?.names.get(name.name.text)?.conditional ? undefined : name.value && plainText(name.value);
    settings.set(name.name.text, { at: name, value: name.value, text: known });
  }
  for (const option of invocation?.options ?? []) {
    const { name, value } = option;
    settings.set(name.text, { at: option, value, text: value && !isTemplated(value.text) ? value.text : undefined });
  }
  const text = (name: string): Text | undefined => {
    const value = settings.get(name)?.value;
    if (!value || "text" in value) return value;
    return value.kind === "str"
      ? { source: value.source, start: value.start, end: value.end, text: value.value }
      : undefined;
  };
  const directory = text("chdir") ?? starter?.directory;
  const binds = invocation?.options.filter((o) => o.name.text === "bind" && o.value).map((o) => o.value as Text) ?? [];
  const fromFile = binds.length > 0 ? [] : stringsOf(conf?.names.get("bind")?.value);
  const listeners = [...binds, ...fromFile].map((at): Listener => {
    const address = parseAddress(at, at.text, 8000);
    return { address: inDirectory(address, directory), protocol: "http", at };
  });
  // Without a bind, gunicorn listens on 127.0.0.1:8000.
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

/** The text of a literal. */
function plainText(value: PyValue): string | undefined {
  if (value.kind === "str") return value.exact && !isTemplated(value.value) ? value.value : undefined;
  if (value.kind === "int" || value.kind === "float") return value.raw;
  return value.kind === "bool" ? String(value.value) : undefined;
}

/** The strings of a bind, one or a list. Unknown parts of an f-string are `{}`, which makes it an unknown address. */
function stringsOf(value: PyValue | undefined): Text[] {
  if (value?.kind === "str") return [{ source: value.source, start: value.start, end: value.end, text: value.value }];
  return value?.kind === "list" ? value.items.flatMap((item) => stringsOf(item)) : [];
}
