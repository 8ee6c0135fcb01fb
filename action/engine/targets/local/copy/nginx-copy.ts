import { Source } from "../../../../lint/files/source.ts";
import { parseNginx } from "../../../../lint/nginx/parse.ts";
import { children, type Directive, enclosing, type Word, walk } from "../../../../lint/nginx/tree.ts";
import type { Throwaway } from "./throwaway.ts";

/** The parts of nginx.conf that the preview must replace: it does not own this machine's ports and paths. */
export interface NginxNeeds {
  /** Ports that its servers listen on, the one of the site first. */
  readonly listens: readonly string[];
  /** TCP addresses of the app that it passes requests to. */
  readonly upstreams: readonly string[];
  /** Whether it passes anything to the app at all. */
  readonly passes: boolean;
  /** Whether it is a whole nginx.conf. */
  readonly full: boolean;
}

/** What the copy of it gets instead. */
export interface NginxPlace {
  readonly throwaway: Throwaway;
  /** Port of the file → port of this machine. */
  readonly listens: ReadonlyMap<string, number>;
  /** Address of the file → port of this machine on which the app listens. */
  readonly upstreams: ReadonlyMap<string, number>;
  /** Folder of this machine's mime.types, uwsgi_params … */
  readonly confFolder: string;
  /** Text to put behind `http {`. */
  readonly http: string;
}

const file = "deploy/nginx.conf";
const passing = ["uwsgi_pass", "proxy_pass"];

/** @param appPorts the ports that `socket: tcp` gives the app, none over a unix socket */
export function nginxNeeds(text: string, appName: string, appPorts: readonly number[]): NginxNeeds {
  const parsed = parseNginx(new Source(file, text));
  const site = siteServer([...walk(parsed)]);
  const listens: string[] = [];
  const upstreams: string[] = [];
  let passes = false;
  for (const directive of walk(parsed)) {
    if (isServer(directive)) {
      const ports = listensOf(directive).map(({ port }) => port);
      listens[directive === site ? "unshift" : "push"](...(ports.length > 0 ? ports : ["80"]));
    }
    for (const { address } of appAddresses(directive, appPorts)) upstreams.push(address);
    if (passing.includes(directive.name.text) && directive.args[0]?.text.includes(`/run/${appName}/`)) passes = true;
  }
  return {
    listens: [...new Set(listens)],
    upstreams: [...new Set(upstreams)],
    passes: passes || upstreams.length > 0,
    full: parsed.context === "main",
  };
}

/** The copy that an ordinary user can run here. Every directive stays on its line, so that messages stay true. */
export function nginxCopy(text: string, place: NginxPlace): string {
  const source = new Source(file, text);
  const parsed = parseNginx(source);
  const all = [...walk(parsed)];
  const site = siteServer(all);
  const appPorts = [...place.upstreams.keys()].map((address) => Number(address.slice(address.lastIndexOf(":") + 1)));
  const edits: { start: number; end: number; text: string }[] = [];
  const remove = ({ start, end }: Directive) =>
    edits.push({ start, end, text: text.slice(start, end).replace(/[^\n]/g, "") });
  const insert = (at: number, added: string) => edits.push({ start: at, end: at, text: added });

  for (const directive of all) {
    const { name, args, block } = directive;
    if (name.text === "http" && block) insert(block.start + 1, ` ${place.http}`);
    if (isServer(directive)) {
      const listens = listensOf(directive);
      const kept = new Map(listens.map((listen) => [listen.port, listen]).reverse() as [string, Listen][]);
      if (listens.length === 0) insert((block?.start ?? 0) + 1, ` listen 127.0.0.1:${place.listens.get("80")};`);
      for (const listen of listens) {
        // One address stands for all that had this port: [::]:80, 10.0.0.1:80, quic.
        if (kept.get(listen.port) !== listen) remove(listen.directive);
        else {
          const standard = listens.some((other) => other.port === listen.port && other.standard);
          const { start, end } = listen.directive;
          const address = `127.0.0.1:${place.listens.get(listen.port)}`;
          edits.push({ start, end, text: `listen ${address}${standard ? " default_server" : ""};` });
        }
      }
    } else if (isDropped(directive)) remove(directive);
    else if (name.text === "server_name" && directive.parent.owner === site && args.length > 0) {
      // Whatever its domain is, here it is asked for by the machine's own names.
      const own = ["localhost", "127.0.0.1"].filter((host) => args.every((arg) => arg.text !== host));
      insert((args.at(-1) as Word).end, own.map((host) => ` ${host}`).join(""));
    } else if (name.text === "include") {
      const [path] = args;
      if (path && isOthersSites(path.text)) remove(directive);
      else if (path) edits.push({ ...path, text: includePath(path, place) });
    } else if (name.text !== "listen" || args[0]?.text.startsWith("unix:")) {
      const addresses = new Map(appAddresses(directive, appPorts).map(({ word, address }) => [word, address]));
      for (const word of args) {
        const address = addresses.get(word);
        const raw = place.throwaway.inside(source.slice(word));
        const here = address
          ? raw.replace(address, `127.0.0.1:${place.upstreams.get(address)}`)
          : logPath(word, name, raw, place);
        if (here !== source.slice(word)) edits.push({ start: word.start, end: word.end, text: here });
      }
    }
  }
  let copy = text;
  for (const edit of edits.sort((a, b) => b.start - a.start || b.end - a.end))
    copy = copy.slice(0, edit.start) + edit.text + copy.slice(edit.end);
  return copy;
}

const isServer = (directive: Directive) =>
  directive.name.text === "server" &&
  directive.block !== undefined &&
  !enclosing(directive, "upstream", "stream", "mail");

/** The server that answers for the app: the first that passes requests on, or the first of all. */
function siteServer(all: readonly Directive[]): Directive | undefined {
  const pass = all.find((directive) => passing.includes(directive.name.text));
  return (pass && enclosing(pass, "server")) ?? all.find(isServer);
}

interface Listen {
  readonly directive: Directive;
  readonly port: string;
  readonly standard: boolean;
}

function listensOf(server: Directive): readonly Listen[] {
  return children(server.block, "listen").flatMap((directive) => {
    const address = directive.args[0]?.text ?? "";
    if (address.startsWith("unix:")) return [];
    const port = /(?:^|:)(\d+)$/.exec(address)?.[1] ?? "80";
    return [{ directive, port, standard: directive.args.some((arg) => /^default(_server)?$/.test(arg.text)) }];
  });
}

/** TCP addresses of the app in what passes a request to it, or in an upstream. */
function appAddresses(directive: Directive, ports: readonly number[]): readonly { word: Word; address: string }[] {
  const [word] = directive.args;
  const here = passing.includes(directive.name.text) || (directive.name.text === "server" && !directive.block);
  const match = here && /(?:127\.0\.0\.1|localhost|\[::1\]):(\d+)/.exec(word?.text ?? "");
  return word && match && ports.includes(Number(match[1])) ? [{ word, address: match[0] }] : [];
}

/**
 * What the preview says itself, by nginx's -g or by the wrapping file, and what needs certificates: those are on the
 * server and not here, so the site answers without TLS.
 */
function isDropped({ name, parent }: Directive): boolean {
  if (/^(ssl|ssl_\w+|http2|http3|quic_\w+)$/.test(name.text)) return true;
  return (
    parent.owner === undefined &&
    ["user", "pid", "daemon", "master_process", "worker_processes", "lock_file"].includes(name.text)
  );
}

const isOthersSites = (path: string) => /(^|\/)(conf\.d|sites-(enabled|available))\//.test(path);

function includePath(word: Word, place: NginxPlace): string {
  const path = place.throwaway.inside(word.text);
  if (path !== word.text) return path;
  const inFolder = word.text.startsWith("/etc/nginx/") ? word.text.slice("/etc/nginx/".length) : word.text;
  return inFolder.startsWith("/") ? inFolder : `${place.confFolder}/${inFolder}`;
}

/** journald's socket is not an ordinary user's everywhere, and a log to nowhere would be a log lost. */
function logPath(word: Word, name: Word, raw: string, { throwaway }: NginxPlace): string {
  return /^(access|error)_log$/.test(name.text) && word.text.startsWith("syslog:")
    ? `${throwaway.logs}/nginx/syslog`
    : raw;
}
