import type { Invocation } from "../command/invocation.ts";
import type { Address } from "../files/address.ts";
import type { ScriptFile } from "../files/project.ts";
import type { Range, Source, Text } from "../files/source.ts";
import type { GunicornFile } from "../gunicorn/conf.ts";
import type { Directive, NginxFile } from "../nginx/tree.ts";
import type { PyValue } from "../python/value.ts";
import type { UnitFile, UnitSection } from "../systemd/tree.ts";
import type { UpstartFile } from "../upstart/parse.ts";
import type { UwsgiFile, UwsgiOption } from "../uwsgi/tree.ts";

export type Protocol = "uwsgi" | "http" | "fastcgi" | "scgi" | "unknown";

/** A Dockerfile or a compose file, for the servers that it starts. */
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
  /** The value of the option, setting or ListenStream= that sets it. */
  readonly at: Range;
  /** uWSGI's option, by its canonical name: "http-socket". */
  readonly option?: string;
  /** The .socket unit that opens it for the server; "unseen" if the server's unit names one that is not here. */
  readonly handed?: SocketUnit | "unseen";
}

/** A setting of a server by one name: an option of an ini, a setting of a conf.py, either of them on a command line. */
export interface Setting {
  readonly at: Range;
  readonly value: PyValue | Text | undefined;
  /** The value, if it is known: placeholders replaced, a number as it is written. */
  readonly text: string | undefined;
}

/** `module:name`, as passed to uWSGI or gunicorn. */
export interface Callable {
  readonly module: string;
  /** "application" by default. */
  readonly name: string;
  /** Whether it is a factory, `create_app()`, which gunicorn calls. */
  readonly called: boolean;
  /** Whether the module is a file (`wsgi-file = wsgi.py`). */
  readonly file: boolean;
  readonly at: Range;
  /** Position of the module, if it is set elsewhere. */
  readonly moduleAt?: Range;
}

/** An app server: one config file, one command line, or the two together. */
export interface Server {
  readonly program: "uwsgi" | "gunicorn";
  readonly uwsgi: UwsgiFile | undefined;
  readonly conf: GunicornFile | undefined;
  readonly invocation: Invocation | undefined;
  readonly starter: Starter | undefined;
  /** uWSGI's options, the command line's after the file's. Empty for gunicorn. */
  readonly options: readonly UwsgiOption[];
  /** The effective setting of each name: the command line overrides the file. uWSGI's have their canonical names. */
  readonly settings: ReadonlyMap<string, Setting>;
  readonly listeners: readonly Listener[];
  readonly callable: Callable | undefined;
  /** Its working directory on the server, if set: chdir, or the starter's directory. */
  readonly directory: Text | undefined;
  /** Position for findings about the server as a whole. */
  readonly at: Range;
  /** Whether uWSGI's `for`, `if-…` and includes, or a variable in its command line, may add unknown options. */
  readonly partial: boolean;
}

/** A *_pass directive of nginx, once for every address behind it. */
export interface Connection {
  readonly file: NginxFile;
  readonly directive: Directive;
  readonly protocol: Protocol;
  readonly address: Address;
  /** The `server` line, if it goes through an upstream. */
  readonly via: Directive | undefined;
  readonly location: Directive | undefined;
}

export interface SocketUnit {
  readonly file: UnitFile;
  /** "shop@.socket" */
  readonly name: string;
  readonly listeners: readonly Listener[];
  /** The unit that it starts and passes its sockets to, if that is here. */
  readonly service: Starter | undefined;
}

/** A unit that runs systemd-socket-proxyd: it forwards what connects to its .socket unit to another address. */
export interface SocketProxy {
  readonly starter: Starter & { readonly file: UnitFile };
  readonly address: Address;
}

/** The address at which a connection ends, and the last socket proxy on its way. */
export interface End {
  readonly address: Address;
  readonly by: SocketProxy | undefined;
}

/** The parts of one application in the repository. */
export interface AppGroup {
  /** The application's folder in the repository; "" is the root. */
  readonly home: string;
  readonly servers: readonly Server[];
  readonly connections: readonly Connection[];
  readonly starters: readonly Starter[];
  readonly sockets: readonly SocketUnit[];
}

/** A listener at which a connection ends. */
export interface Reached {
  readonly server: Server;
  readonly listener: Listener;
  /** The socket proxy that connects to it instead of nginx. */
  readonly by: SocketProxy | undefined;
}

/** All groups together, and what goes from one to another. */
export interface Model extends Omit<AppGroup, "home"> {
  /** Inis that other files or a command line include: options that they are missing may be set there. */
  readonly fragments: ReadonlySet<UwsgiFile>;
  readonly groups: readonly AppGroup[];
  readonly proxies: readonly SocketProxy[];
  /** Where it ends, through the socket proxies on its way: one address for each way that is completely known. */
  endsOf(connection: Connection): readonly End[];
  /** The listeners that a connection certainly reaches; those in its own folder if there are any. */
  reached(connection: Connection): readonly Reached[];
  /** The connections that reach the server. */
  connectionsTo(server: Server): readonly Connection[];
  groupOf(part: Server | Connection | Starter | SocketUnit): AppGroup;
}
