import type { AppServer } from "./app-server.ts";

/** The names of process managers, as in flask-deploy.yml. */
export type ProcessManager = "systemd" | "supervisor" | "emperor";

/** The folder of the systemd units that a machine's administrator installs. */
export const units = "/etc/systemd/system";

/** A file in deploy/ that configures how the app is run or reached. */
export interface DeployFile {
  /** Path in the repository. */
  readonly path: string;
  /** Path below templates/. */
  readonly template: string;
  /** Permissions, if they are not the default of a file. */
  readonly mode?: number;
  /** Path where setup installs it on the server; if omitted, it is read from the release. */
  readonly installed?: string;
}

/** Everything specific to one process manager, read here instead of testing for a name; `name` is that of the app. */
export interface ProcessManagerKind {
  /** Its full name, for a first mention. */
  readonly title: string;
  /** Its short name, after that. */
  readonly short: string;
  /** Its description in a prompt. */
  readonly choice: string;
  /** Its files; the first one runs the app. */
  readonly files: (name: string) => readonly [DeployFile, ...DeployFile[]];
  /** Description of that first file in the README. */
  readonly fileIs: string;
  /** The only app server that it can run; if omitted, it runs all of them. */
  readonly only?: AppServer;
  /**
   * Whether it passes the release's socket to the app server. If not, the app server creates a socket of its own, and a
   * front unit forwards to it.
   */
  readonly handsSocket: boolean;
  /** Who reads the environment file: root, or a script that runs as the app. */
  readonly readsEnvironment: "root" | "app";
  /** The file in deploy/ that sets the variable RELEASE. */
  readonly setsRelease: (name: string) => string;
  /** How uWSGI's ini refers to the id of the release. */
  readonly release: "$(RELEASE)" | "%n";
  /** Path of a copy of its file that is named after the release, if the app server gets the id that way. */
  readonly namedFile?: (id: string) => string;
  /** The setting that limits how long a stop may take. */
  readonly stopLimit: string;
  /** Names of the template units that have one instance for each release. */
  readonly instances: (name: string) => readonly string[];
  /** A service that runs all the time, whatever release is live. */
  readonly service?: {
    readonly unit: (name: string) => string;
    /** The function of helper/proxies.sh that restarts it losing no request; set if it waits for a first release. */
    readonly waits?: "restart_emperor";
  };
  /** A folder below /srv/NAME that root owns, and why. */
  readonly folder?: { readonly name: string; readonly why: string };
  /** What setup installs if it is missing. */
  readonly needs?: { readonly program: string; readonly package: string };
  /** Why setup supports it on the Debian family only. */
  readonly debianOnly?: string;
  /** Why the log of one release cannot be told apart from the others'. */
  readonly oneLog?: string;
  /** What a preview, which does not start it, does instead. */
  readonly previewNote?: string;
}

/** A systemd unit. The names of templates have `app` where files have the app's name. */
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
