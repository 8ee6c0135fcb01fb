/** The names of app servers, as in flask-deploy.yml. */
export type AppServer = "uwsgi" | "gunicorn" | "waitress";

/** Everything specific to one app server. Other code reads it here instead of testing for a name. */
export interface AppServerKind {
  /** Its name as its project spells it. */
  readonly title: string;
  /** Its description in a prompt. */
  readonly choice: string;
  /** Packages that contain it; the scaffold uses the first one. */
  readonly packages: readonly [string, ...string[]];
  /** Why it is that package: a comment above its line in requirements.in. */
  readonly packageNote?: string;
  /** The file that configures how it runs the app: path in the repository; its template has that path and `.ejs`. */
  readonly file: string;
  /** The program to start, in the release's `.venv/bin`. */
  readonly program: string;
  /**
   * Its arguments, run in the folder of the release.
   *
   * @param callable module and callable of the app, as "wsgi:app"
   */
  readonly arguments: (callable: string) => readonly string[];
  /** The protocol of its socket, which nginx and the health check of a deploy then use. */
  readonly protocol: "uwsgi" | "http";
  /** The setting that limits the time of a request, named in a comment beside nginx's own limit. */
  readonly timeLimit?: string;
  /** The setting that rejects a large body before the app gets it. */
  readonly bodyLimit?: string;
  /** Headers that make it treat a request as HTTPS, whoever sent them. */
  readonly believes?: readonly string[];
  /** Whether it runs one process with threads. */
  readonly oneProcess?: true;
  /** Whether it can restart itself when a source file changes, for `preview --watch`. */
  readonly reloads?: true;
}

/** The command line that starts it in the folder of a release. */
export const launchLine = ({ program, ...kind }: AppServerKind, callable: string): string =>
  [`.venv/bin/${program}`, ...kind.arguments(callable)].join(" ");
