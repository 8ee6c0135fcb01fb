import type { Address } from "../address.ts";
import type { Invocation } from "../command/invocation.ts";
import type { GunicornFile } from "../gunicorn/conf.ts";
import type { Directive, NginxFile } from "../nginx/tree.ts";
import type { ScriptFile } from "../project.ts";
import type { PyValue } from "../python/value.ts";
import type { Range, Source, Text } from "../source.ts";
import type { UnitFile, UnitSection } from "../systemd/tree.ts";
import type { UpstartFile } from "../upstart/parse.ts";
import type { UwsgiFile, UwsgiOption } from "../uwsgi/tree.ts";

export type Protocol = "uwsgi" | "http" | "fastcgi" | "scgi" | "unknown";

/** A Dockerfile or a compose file, for what it starts. */
export interface ContainerFile {
  readonly kind: "container";
  readonly path: string;
  readonly source: Source;
}

/** Something that starts processes: a unit, a supervisor program, an Upstart job, a script, a Procfile, a container. */
export interface Starter {
  readonly by: "systemd" | "supervisor" | "upstart" | "script" | "procfile" | "container";
  readonly file: UnitFile | UpstartFile | ScriptFile | ContainerFile;
  /** The supervisor program's section. */
  readonly section?: UnitSection;
  /** "shop" of shop@.service or [program:shop]. */
  readonly name: string;
  readonly user: Text | undefined;
  readonly group: Text | undefined;
  readonly directory: Text | undefined;
  readonly environment: ReadonlyMap<string, Text>;
  readonly invocations: readonly Invocation[];
}

export interface Listener {
  readonly address: Address;
  readonly protocol: Protocol;
  /** The option, setting or ListenStream= that says so. */
  readonly at: Range;
  /**
   * Where each release has a socket of its own (/run/shop/$(RELEASE).sock): current.sock beside it, the symlink that a
   * deploy moves from one release's socket to the next one's.
   */
  readonly link?: Address;
}

/** `module:name`, as uWSGI or gunicorn is told. */
export interface Callable {
  readonly module: string;
  /** "application" where nothing is said. */
  readonly name: string;
  /** `create_app()`: gunicorn calls it. */
  readonly called: boolean;
  /** A module, or a file (`wsgi-file = wsgi.py`). */
  readonly file: boolean;
  readonly at: Range;
  /** Where the module is named, if that is another place. */
  readonly moduleAt?: Range;
}

/** An application server: one config file, one command line, or the two together. */
export interface Server {
  readonly program: "uwsgi" | "gunicorn";
  readonly uwsgi: UwsgiFile | undefined;
  readonly conf: GunicornFile | undefined;
  readonly invocation: Invocation | undefined;
  readonly starter: Starter | undefined;
  /** uWSGI's options, the command line's after the file's. Empty for gunicorn. */
  readonly options: readonly UwsgiOption[];
  /** gunicorn's settings, the command line's over the file's; values of a command line are strings. */
  readonly settings: ReadonlyMap<string, { readonly at: Range; readonly value: PyValue | Text | undefined }>;
  readonly listeners: readonly Listener[];
  readonly callable: Callable | undefined;
  /** Where it runs on the server, when told: chdir, or the starter's directory. */
  readonly directory: Text | undefined;
  /** Where to point when the server as a whole is meant. */
  readonly at: Range;
  /** uWSGI's `for`, `if-…` and includes, or a variable in its command line, may add what is not seen here. */
  readonly partial: boolean;
}

/** A *_pass directive of nginx, once for every address behind it. */
export interface Connection {
  readonly file: NginxFile;
  readonly directive: Directive;
  readonly protocol: Protocol;
  readonly address: Address;
  /** The `server` line of the upstream, when it goes through one. */
  readonly via: Directive | undefined;
  readonly location: Directive | undefined;
}

/** A systemd .socket unit, or another unit's listening address. */
export interface SocketUnit {
  readonly file: UnitFile;
  readonly name: string;
  readonly listeners: readonly Listener[];
}

/** What belongs to one application of the repository. */
export interface AppGroup {
  /** The folder of the repository that the application lives in; "" is the root. */
  readonly home: string;
  readonly servers: readonly Server[];
  readonly connections: readonly Connection[];
  readonly starters: readonly Starter[];
  readonly sockets: readonly SocketUnit[];
}

/** A listener that a connection ends at. */
export interface Reached {
  readonly server: Server;
  readonly listener: Listener;
}

export interface Model {
  /** Inis that other files or a command line take in: what they lack may stand there. */
  readonly fragments: ReadonlySet<UwsgiFile>;
  readonly groups: readonly AppGroup[];
  /** The same over all groups. */
  readonly servers: readonly Server[];
  readonly connections: readonly Connection[];
  readonly starters: readonly Starter[];
  readonly sockets: readonly SocketUnit[];
  /** The listeners that a connection surely reaches; those of its own folder where there are any. */
  reached(connection: Connection): readonly Reached[];
  /** The connections that reach the server. */
  connectionsTo(server: Server): readonly Connection[];
  groupOf(part: Server | Connection | Starter | SocketUnit): AppGroup;
}
