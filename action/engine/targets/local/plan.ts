import type { App } from "../../app/app.ts";
import type { AppServer } from "../../kinds/app-server.ts";
import { appServers, managerFile, processManagers } from "../../kinds/index.ts";
import { type Additions, copies } from "./copy/app-copy.ts";
import { type NginxNeeds, nginxCopy } from "./copy/nginx-copy.ts";
import { foldersNamed, release, repositoryLinks, type Throwaway } from "./copy/throwaway.ts";
import type { Nginx } from "./find.ts";
import type { Repository, Texts } from "./repository.ts";
import { type Launch, launches } from "./running/launch.ts";

/** A program to start and keep running. Its standard streams are its log. */
export interface Program extends Launch {
  readonly name: AppServer | "nginx";
  /** Accepts connections once the program is up: the path of a socket, or a port of 127.0.0.1. */
  readonly opens: string | number;
}

/** The app server's own socket, seen from the folder of sockets: behind systemd's where no systemd can hand one over. */
const socketOf = ({ processManager }: Pick<App, "processManager">) =>
  processManagers[processManager].handsSocket ? `${release}.sock` : `app/${release}.sock`;

/** All that a preview will write and start. */
export interface Plan {
  /** Path below the throwaway folder → text, and the file of the repository that it is a copy of. */
  readonly files: readonly { readonly path: string; readonly text: string; readonly from?: string }[];
  /** Path below the throwaway folder → where it leads. */
  readonly links: readonly { readonly path: string; readonly to: string }[];
  /** Absolute paths. */
  readonly folders: readonly string[];
  /** In the order of starting. */
  readonly programs: readonly Program[];
  readonly url: string;
  /** What is otherwise than on the server, each a sentence. */
  readonly notes: readonly string[];
}

export interface Given {
  readonly repository: Repository;
  readonly throwaway: Throwaway;
  /** What nginx.conf asks for; absent, with `nginx`, where the app server answers alone. */
  readonly needs: NginxNeeds | undefined;
  readonly nginx: Nginx | undefined;
  /** Free ports: of the site first, then for every address in `needs`. */
  readonly ports: readonly number[];
  /** Where the app's packages are installed. */
  readonly venv: string;
  /** Whether this is root, whom nginx and the app server would take for a reason to become somebody else. */
  readonly isRoot: boolean;
  /** Whether the app server starts its workers anew when a source file changes. */
  readonly watch: boolean;
}

export function planPreview(given: Given): Plan {
  const { repository, throwaway, nginx, needs, ports } = given;
  const { app, texts } = repository;
  const [sitePort = 0, ...free] = ports;
  const listens = new Map(
    (needs?.listens ?? []).map((port, i) => [port, i === 0 ? sitePort : (free.shift() as number)]),
  );
  const upstreams = new Map((needs?.upstreams ?? []).map((address) => [address, free.shift() as number]));
  const httpPort = nginx ? undefined : sitePort;

  const python = `${throwaway.venv}/bin/python`;
  const server = appServer(given, {
    socket: socketOf(app),
    ports: [...upstreams.values()],
    httpPort,
    python,
    watch: given.watch,
  });
  const files = [...server.files];
  const programs = [server.program];
  const notes = managerNotes(app, texts);
  if (given.watch && !appServers[app.server].reloads)
    notes.push(`${appServers[app.server].title} does not restart when a file changes: restart the preview`);
  const site = texts[nginxFile];
  if (nginx && needs && site !== undefined) {
    const http = temporaryPaths(site, nginx, throwaway);
    const place = { throwaway, listens, upstreams, confFolder: nginx.confFolder, http };
    files.push({ path: nginxFile, text: nginxCopy(site, place), from: nginxFile });
    if (!needs.full) files.push({ path: mainFile, text: mainText(nginx, throwaway, http) });
    const orders = ["daemon off", "worker_processes 1", `pid ${throwaway.root}/nginx.pid`, "error_log stderr"];
    // nginx would make its workers somebody who cannot read what is root's.
    if (given.isRoot) orders.push("user root");
    const main = `${throwaway.root}/${needs.full ? nginxFile : mainFile}`;
    const argv = [nginx.path, "-e", "stderr", "-c", main, "-g", orders.map((order) => `${order};`).join(" ")];
    programs.push({ name: "nginx", argv, env: {}, opens: sitePort });
    if (/^\s*listen\b.*\b(ssl|quic)\b/m.test(site)) notes.push("TLS is omitted: its certificates are on the server");
  } else notes.push(withoutNginx(app, site));

  return {
    files,
    links: [
      ...repositoryLinks(app).map((path) => ({ path, to: repository.root })),
      { path: "venv", to: given.venv },
      // As on the server: nginx goes to current.sock, which leads to the socket of the release in use.
      { path: `run/${app.name}/current.sock`, to: socketOf(app) },
    ],
    folders: [
      ...["deploy", "temp", `run/${app.name}/app`, `srv/${app.name}/shared`, `srv/${app.name}/releases`].map(
        (path) => `${throwaway.root}/${path}`,
      ),
      `${throwaway.logs}/nginx`,
      ...files.flatMap(({ text }) => foldersNamed(text, throwaway)),
    ],
    programs,
    url: `http://127.0.0.1:${sitePort}/`,
    notes,
  };
}

export const nginxFile = "deploy/nginx.conf";
const mainFile = "main.conf";

/** The app server as its process manager's file would start it, with copies of the files of deploy/ that this names. */
function appServer(given: Given, added: Additions): { readonly program: Program; readonly files: Plan["files"] } {
  const { app, texts } = given.repository;
  const { throwaway } = given;
  const config = appServers[app.server].file;
  const configCopy = processManagers[app.processManager].namedFile?.(release) ?? config;
  const copyOf = (path: string) => `${throwaway.root}/${path === config ? configCopy : path}`;
  const launch = launchOf(app, texts[managerFile(app)]);
  const copied = new Set([config]);
  const argv = launch.argv.map((word) => {
    const path = /(?:^|\/)(deploy\/[\w.-]+)$/.exec(word)?.[1];
    if (path === undefined || texts[path] === undefined) return throwaway.inside(word);
    copied.add(path);
    return copyOf(path);
  });
  const files = [...copied].map((path) => {
    const text = texts[path] as string;
    if (path !== config) {
      // deploy/start, say, which in its turn names the configuration.
      const redirected = text.replace(/(?<![\w./-])deploy\/[\w.-]+/g, (other) =>
        copied.has(other) ? copyOf(other) : other,
      );
      return { path, text: throwaway.inside(redirected), from: path };
    }
    return { path: configCopy, text: copies[app.server](text, throwaway, added), from: config };
  });
  // systemd lets EnvironmentFile= override Environment=; the release is the preview's to say.
  const env = { ...launch.env, ...given.repository.env, RELEASE: release };
  const opens = added.httpPort ?? `${throwaway.run}/${socketOf(app)}`;
  return { program: { name: app.server, argv, env, opens }, files };
}

function launchOf(app: App, manager: string | undefined): Launch {
  const stated = manager === undefined ? undefined : launches[app.processManager]?.(manager, app.name);
  if (stated) return stated;
  const { program, arguments: args } = appServers[app.server];
  const callable = app.layout === "wsgi" ? "wsgi:application" : "wsgi:app";
  return { argv: [`/srv/${app.name}/releases/${release}/.venv/bin/${program}`, ...args(callable)], env: {} };
}

function managerNotes(app: App, texts: Texts): string[] {
  const file = managerFile(app);
  if (texts[file] === undefined) return [`${file} is missing: ${app.server} is started as usual`];
  const { previewNote } = processManagers[app.processManager];
  return previewNote ? [previewNote] : [];
}

function withoutNginx(app: App, nginxConf: string | undefined): string {
  const why = nginxConf === undefined ? "there is no deploy/nginx.conf" : "nginx is not used";
  return `${why}: served by ${appServers[app.server].title}'s own HTTP, so deploy/nginx.conf is not tried`;
}

const temporaryFor = {
  client_body: undefined,
  proxy: "proxy",
  fastcgi: "fastcgi",
  uwsgi: "uwsgi",
  scgi: "scgi",
} as const;

/** Where nginx keeps large bodies for a while; as built, these are folders of root. */
function temporaryPaths(text: string, nginx: Nginx, { root }: Throwaway): string {
  return Object.entries(temporaryFor)
    .filter(([name, module]) => !(module && nginx.without.has(module)) && !text.includes(`${name}_temp_path`))
    .map(([name]) => `${name}_temp_path ${root}/temp/${name};`)
    .join(" ");
}

/** As little of a main file as a site can be included in; what it sets is what distributions set around sites. */
function mainText(nginx: Nginx, { root, logs }: Throwaway, temporary: string): string {
  return `events {}
http {
  ${temporary}
  include ${nginx.confFolder}/mime.types;
  default_type application/octet-stream;
  access_log ${logs}/nginx/access.log;
  sendfile on;
  include ${root}/${nginxFile};
}
`;
}
