import type { AppServer } from "../kinds/app-server.ts";
import { appServers, cannotRun, choicesOf, processManagers } from "../kinds/index.ts";
import type { ProcessManager } from "../kinds/process-manager.ts";
import { type Socket, sockets } from "../kinds/socket.ts";
import {
  blocksProblem,
  domainsProblem,
  emailProblem,
  hasPublicName,
  nameProblem,
  pathProblem,
  urlProblem,
  versionProblem,
} from "./names.ts";

/** The scaffold's answers, stored in flask-deploy.yml: snake_case keys there, `--kebab-case` as flags. */
export interface Answers {
  readonly name: string;
  readonly stack: "uwsgi" | "uwsgi-cluster" | "wsgi" | "uwsgi-tcp" | "gunicorn";
  readonly layout: "module" | "package" | "wsgi";
  readonly server: AppServer;
  readonly socket: Socket;
  readonly processManager: ProcessManager;
  readonly nginx: "site" | "full";
  /** Names of the site, a blank between two: the first is canonical, the others redirect to it. `_` matches any name. */
  readonly domain: string;
  /** Where the certificate comes from; `none` serves plain HTTP. */
  readonly tls: "letsencrypt" | "files" | "none";
  /** Who the CA may write to; "" for nobody. */
  readonly tlsEmail: string;
  /** Directory URL of the CA, which speaks ACME. */
  readonly tlsServer: string;
  /** Of `tls: files`: the certificate with its chain, and its key, on the server. */
  readonly tlsCertificate: string;
  readonly tlsKey: string;
  /** Age in seconds of Strict-Transport-Security; 0 sends none. */
  readonly hsts: number;
  /** Address blocks of the proxy or CDN in front, a blank between two; "" when visitors come straight to nginx. */
  readonly behind: string;
  /** First TCP port on 127.0.0.1, for `socket: tcp`. */
  readonly port: number;
  /** How many addresses nginx's upstream lists, on consecutive ports, for `socket: tcp`. */
  readonly upstream: number;
  readonly workers: number;
  /** Threads of each worker process: the app handles workers × threads requests at once. */
  readonly threads: number;
  /** Oldest Python the app must run on, as "3.11". */
  readonly python: string;
  /** Whether nginx serves /static/ from disk. */
  readonly static: boolean;
  /** The Action that the generated workflow `uses:`. */
  readonly action: string;
  /** Whether to generate a workflow that runs console commands (status, logs, rollback …) from GitHub. */
  readonly console: boolean;
  /** Whether to generate a workflow that opens a pull request when newer templates are released. */
  readonly updates: boolean;
  readonly license: "MIT" | "BSD-3-Clause" | "Apache-2.0" | "none";
}

export type AnswerKey = keyof Answers;

/** One row gives the prompt, the flag, its line in `--help`, the validation, the default, and the JSON Schema. */
export interface Field {
  readonly key: AnswerKey;
  readonly kind: "text" | "integer" | "boolean" | "choice";
  /** Of a choice: value → description. */
  readonly choices?: Readonly<Record<string, string>>;
  /** Of an integer: its bounds, inclusive. */
  readonly range?: readonly [number, number];
  /** A text of several words, which the file may hold as a list. */
  readonly list?: true;
  /** Of a text: regular expression that the JSON Schema gives to editors. */
  readonly pattern?: string;
  /** The prompt. */
  readonly message: string;
  /** The line in `--help` and in the schema. */
  readonly help: string;
  /** Why a value of the right kind is invalid; undefined if it is valid. */
  readonly problem?: (value: string) => string | undefined;
  /** The default, given the answers of the rows above; undefined when there is none. */
  readonly standard: (given: Partial<Answers>) => Answers[AnswerKey] | undefined;
  /** What a file of an older version means that does not have it, if that is not the default. */
  readonly absent?: Answers[AnswerKey];
  /** Set by its flag only, never prompted for. */
  readonly unasked?: true;
  /** Whether the question applies, given the answers of the rows above. */
  readonly when?: (given: Partial<Answers>) => boolean;
}

type StackDefaults = Pick<
  Answers,
  "layout" | "server" | "socket" | "processManager" | "nginx" | "port" | "upstream" | "workers" | "threads"
>;

const plain: StackDefaults = {
  layout: "module",
  server: "uwsgi",
  socket: "unix",
  processManager: "systemd",
  nginx: "site",
  port: 8080,
  upstream: 1,
  workers: 2,
  threads: 8,
};

/** A stack is only a set of defaults. */
export const stacks: Readonly<Record<Answers["stack"], StackDefaults>> = {
  uwsgi: plain,
  "uwsgi-cluster": { ...plain, layout: "package", socket: "tcp", nginx: "full", upstream: 2 },
  wsgi: { ...plain, layout: "wsgi" },
  "uwsgi-tcp": { ...plain, socket: "tcp", port: 4242, processManager: "emperor" },
  gunicorn: { ...plain, server: "gunicorn", workers: 3 },
};

const fromStack = (key: keyof StackDefaults) => (given: Partial<Answers>) => stacks[given.stack ?? "uwsgi"][key];
/** Whether the chosen app server runs one process with threads. */
export const hasOneProcess = ({ server }: Partial<Answers>) =>
  server !== undefined && appServers[server]?.oneProcess === true;
const takesPorts = ({ socket }: Partial<Answers>) => socket !== undefined && sockets[socket]?.takesPorts === true;

/** ACME directory of the CA that is asked unless another is named. */
export const letsEncrypt = "https://acme-v02.api.letsencrypt.org/directory";
const isIssued = ({ tls }: Partial<Answers>) => tls === "letsencrypt";
const isGiven = ({ tls }: Partial<Answers>) => tls === "files";

export const fields: readonly Field[] = [
  {
    key: "name",
    kind: "text",
    message: "What is the app called?",
    help: "name of the app: its folder, user, units and /srv/NAME on the server",
    pattern: "^[a-z]([a-z0-9-]{0,29}[a-z0-9])?$",
    problem: nameProblem,
    standard: () => undefined,
  },
  {
    key: "stack",
    kind: "choice",
    choices: {
      uwsgi: "Flask module, uWSGI on a unix socket, systemd",
      "uwsgi-cluster": "Flask package, uWSGI over TCP behind an upstream, a whole nginx.conf",
      wsgi: "plain WSGI callable without Flask, uWSGI on a unix socket",
      "uwsgi-tcp": "Flask module, uWSGI over TCP behind a named location, kept alive by the emperor",
      gunicorn: "Flask module that calls an outside API, gunicorn on a unix socket",
    },
    message: "Which stack?",
    help: "sets the defaults of the options below",
    standard: () => "uwsgi",
  },
  {
    key: "layout",
    kind: "choice",
    choices: {
      module: "Flask in app.py",
      package: "Flask in app/__init__.py",
      wsgi: "a bare WSGI callable, no Flask",
    },
    message: "How is the code laid out?",
    help: "shape of the Python code",
    standard: fromStack("layout"),
  },
  {
    key: "server",
    kind: "choice",
    choices: choicesOf(appServers),
    message: "Which app server?",
    help: "app server",
    standard: fromStack("server"),
  },
  {
    key: "socket",
    kind: "choice",
    choices: choicesOf(sockets),
    message: "What does nginx connect to?",
    help: "what nginx connects to",
    standard: fromStack("socket"),
  },
  {
    key: "processManager",
    kind: "choice",
    choices: choicesOf(processManagers),
    message: "Which process manager?",
    help: "process manager of the app server",
    standard: (given) => {
      const { processManager } = stacks[given.stack ?? "uwsgi"];
      return given.server && cannotRun(processManager, given.server) ? "systemd" : processManager;
    },
  },
  {
    key: "nginx",
    kind: "choice",
    choices: { site: "a site file", full: "the whole nginx.conf" },
    message: "Generate a site file, or the whole nginx.conf?",
    help: "generate a site file, or the whole nginx.conf",
    standard: fromStack("nginx"),
  },
  {
    key: "domain",
    kind: "text",
    message: 'Which domain? ("_" matches any host name; one site of a server can have it)',
    help: 'domain of the site; several with blanks between them: all redirect to the first. "_" for any host name',
    list: true,
    problem: domainsProblem,
    standard: () => "_",
  },
  {
    key: "tls",
    kind: "choice",
    choices: {
      letsencrypt: "HTTPS by certbot, from Let's Encrypt or another CA that speaks ACME",
      files: "HTTPS with a certificate that lies on the server",
      none: "plain HTTP",
    },
    message: "Where does the certificate come from?",
    help: "where the certificate for HTTPS comes from",
    standard: ({ domain }) => (hasPublicName(domain) ? "letsencrypt" : "none"),
    absent: "none",
    unasked: true,
  },
  {
    key: "tlsEmail",
    kind: "text",
    message: "Which address may the CA write to?",
    help: "e-mail address that the CA may write to (with --tls letsencrypt)",
    problem: emailProblem,
    standard: () => "",
    when: isIssued,
    unasked: true,
  },
  {
    key: "tlsServer",
    kind: "text",
    message: "Which ACME directory?",
    help: "directory URL of the CA (with --tls letsencrypt)",
    problem: urlProblem,
    standard: () => letsEncrypt,
    when: isIssued,
    unasked: true,
  },
  {
    key: "tlsCertificate",
    kind: "text",
    message: "Where on the server is the certificate with its chain?",
    help: "path on the server of the certificate and its chain (with --tls files)",
    problem: pathProblem,
    standard: ({ name }) => `/etc/ssl/${name ?? "app"}/fullchain.pem`,
    when: isGiven,
    unasked: true,
  },
  {
    key: "tlsKey",
    kind: "text",
    message: "Where on the server is its key?",
    help: "path on the server of the certificate's key (with --tls files)",
    problem: pathProblem,
    standard: ({ name }) => `/etc/ssl/${name ?? "app"}/privkey.pem`,
    when: isGiven,
    unasked: true,
  },
  {
    key: "hsts",
    kind: "integer",
    range: [0, 63072000],
    message: "For how many seconds may browsers refuse plain HTTP?",
    help: "seconds for which browsers refuse plain HTTP for this name (HSTS), 0 for none; it cannot be taken back",
    standard: () => 0,
    when: ({ tls }) => tls !== "none",
    unasked: true,
  },
  {
    key: "behind",
    kind: "text",
    message: "Which address blocks does the proxy in front have?",
    help: "address blocks of a proxy or CDN in front of nginx, with blanks between them; only they are believed",
    list: true,
    problem: blocksProblem,
    standard: () => "",
    unasked: true,
  },
  {
    key: "port",
    kind: "integer",
    range: [1024, 65535],
    message: "First TCP port on 127.0.0.1?",
    help: "first TCP port on 127.0.0.1 (with --socket tcp)",
    standard: fromStack("port"),
    when: takesPorts,
  },
  {
    key: "upstream",
    kind: "integer",
    range: [1, 16],
    message: "How many addresses in nginx's upstream?",
    help: "addresses in nginx's upstream, on consecutive ports (with --socket tcp)",
    standard: (given) => (takesPorts(given) ? fromStack("upstream")(given) : 1),
    when: takesPorts,
  },
  {
    key: "workers",
    kind: "integer",
    range: [1, 256],
    message: "How many worker processes?",
    help: "worker processes, one with waitress; each takes the memory that the app changes, 10 MB and more",
    standard: (given) => (hasOneProcess(given) ? 1 : fromStack("workers")(given)),
    when: (given) => !hasOneProcess(given),
  },
  {
    key: "threads",
    kind: "integer",
    range: [1, 64],
    message: "How many threads in each worker process?",
    help: "threads of each worker process, about 0.1 MB each; 1 for an app that is not thread-safe",
    standard: fromStack("threads"),
  },
  {
    key: "python",
    kind: "text",
    message: "Minimum Python version?",
    help: "minimum Python version of the app",
    pattern: "^3\\.[1-9][0-9]$",
    problem: versionProblem,
    standard: () => "3.11",
  },
  {
    key: "static",
    kind: "boolean",
    message: "Let nginx serve /static/ from disk?",
    help: "let nginx serve /static/ from disk",
    standard: () => true,
  },
  {
    key: "action",
    kind: "text",
    message: "Which Action does the workflow use?",
    help: "what the workflow uses: OWNER/REPO@REF, or ./PATH",
    problem: (value) =>
      /^(?:[\w.-]+\/[\w./-]+@[\w./-]+|\.\/[\w./-]*)$/.test(value) ? undefined : "must read OWNER/REPO@REF, or ./PATH",
    standard: () => "org/flask-deploy@v1",
  },
  {
    key: "console",
    kind: "boolean",
    message: "Add a workflow to run status, logs, doctor, rollback and maintenance from GitHub?",
    help: "add a workflow to run status, logs, doctor, rollback and maintenance from GitHub",
    standard: () => false,
  },
  {
    key: "updates",
    kind: "boolean",
    message: "Add a workflow that opens a pull request when newer templates come out?",
    help: "add a workflow that opens a pull request when newer templates come out",
    standard: () => false,
    unasked: true,
  },
  {
    key: "license",
    kind: "choice",
    choices: { MIT: "MIT", "BSD-3-Clause": "BSD, three clauses", "Apache-2.0": "Apache 2.0", none: "no LICENSE file" },
    message: "Which license?",
    help: "license of a new repository",
    standard: () => "MIT",
  },
];
