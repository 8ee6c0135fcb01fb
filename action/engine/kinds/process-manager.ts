import type { AppServer } from "./app-server.ts";

/** The names of process managers, as in flask-deploy.yml. */
export type ProcessManager = "systemd" | "supervisor" | "emperor";

/** Where systemd looks for the units of a machine. */
export const units = "/etc/systemd/system";

/** A file of deploy/ that decides how the app is kept alive or reached. */
export interface DeployFile {
  /** Path in the repository. */
  readonly path: string;
  /** Path below templates/. */
  readonly template: string;
  /** Permissions, where they are not those of any file. */
  readonly mode?: number;
  /** Where it is installed on the server; otherwise it is read from the release. */
  readonly installed?: string;
}

/** All that the rest of the program knows of one process manager; `name` is that of the app. */
export interface ProcessManagerKind {
  /** For those who may not have met it. */
  readonly title: string;
  /** In a sentence after that. */
  readonly short: string;
  /** What it is, to those who choose. */
  readonly choice: string;
  /** Its files, the one first that keeps the app alive. */
  readonly files: (name: string) => readonly [DeployFile, ...DeployFile[]];
  /** What that first file is, for the README. */
  readonly fileIs: string;
  /** The only app server that it runs, where it does not run all. */
  readonly only?: AppServer;
  /** Whether it hands the release's socket to the app server. Otherwise this makes its own, to which a front unit leads. */
  readonly handsSocket: boolean;
  /** Who reads the file of the environment: root, or a script as the app. */
  readonly readsEnvironment: "root" | "app";
  /** What sets RELEASE. */
  readonly setsRelease: (name: string) => string;
  /** How an ini of uWSGI spells the id of the release. */
  readonly release: "$(RELEASE)" | "%n";
  /** The file by whose name the app server learns the id, where it learns it so; path of a copy. */
  readonly namedFile?: (id: string) => string;
  /** The setting that limits how long a stop may take. */
  readonly stopLimit: string;
  /** Units that systemd can be asked about, one for each release, with `@` before the id. */
  readonly instances: (name: string) => readonly string[];
  /** The service that runs all the time. */
  readonly service?: {
    readonly unit: (name: string) => string;
    /** It waits for its first release; then this function of helper/proxies.sh restarts it without losing a request. */
    readonly waits?: "restart_emperor";
  };
  /** A folder of root's below /srv/NAME, and why it is root's. */
  readonly folder?: { readonly name: string; readonly why: string };
  /** What setup installs where it is missing. */
  readonly needs?: { readonly program: string; readonly package: string };
  /** Why it can be set up on Debian's family alone. */
  readonly debianOnly?: string;
  /** Why the log of one release cannot be told from the others'. */
  readonly oneLog?: string;
  /** What a preview does without it. */
  readonly previewNote?: string;
}

/** A unit of systemd: its template has `app` for the name. */
export const unit = (template: string, file: string): DeployFile => ({
  template: `deploy/${template}.ejs`,
  path: `deploy/${file}`,
  installed: `${units}/${file}`,
});

/** Neither supervisord nor the emperor reads an environment file, so a script does. */
export const startScript = (template: string): DeployFile => ({
  template: `deploy/${template}.ejs`,
  path: "deploy/start",
  mode: 0o755,
});
