/** The names of app servers, as in flask-deploy.yml. */
export type AppServer = "uwsgi" | "gunicorn" | "waitress";

/** All that the rest of the program knows of one app server. */
export interface AppServerKind {
  /** As its makers write it. */
  readonly title: string;
  /** What it is, to those who choose. */
  readonly choice: string;
  /** The packages that bring it; a scaffold takes the first one. */
  readonly packages: readonly [string, ...string[]];
  /** Why it is that package, above its line in requirements.in. */
  readonly packageNote?: string;
  /** What says how it runs the app: path in the repository, and below templates/ with `.ejs` behind it. */
  readonly file: string;
  /** What is started, of the release's `.venv/bin`. */
  readonly program: string;
  /**
   * Its arguments, seen from the folder of the release.
   *
   * @param callable module and callable of the app, as "wsgi:app"
   */
  readonly arguments: (callable: string) => readonly string[];
  /** What it speaks on its socket, hence with nginx and with the gate of a deploy. */
  readonly protocol: "uwsgi" | "http";
  /** The setting that ends a request which takes too long, for the comment beside nginx's own. */
  readonly timeLimit?: string;
  /** The setting that refuses a large body before the app sees it. */
  readonly bodyLimit?: string;
  /** Headers by which it would take a request for one over TLS, whoever sent them. */
  readonly believes?: readonly string[];
  /** Whether it has threads only. */
  readonly oneProcess?: true;
  /** Whether it starts anew by itself when a source file changes, as a preview asks with --watch. */
  readonly reloads?: true;
}

/** The command line that starts it in the folder of a release. */
export const launchLine = ({ program, ...kind }: AppServerKind, callable: string): string =>
  [`.venv/bin/${program}`, ...kind.arguments(callable)].join(" ");
