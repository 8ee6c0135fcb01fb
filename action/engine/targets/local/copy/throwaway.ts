import type { App } from "../../../app/app.ts";

/** The id of the release that a preview pretends to be: `%i` of the unit, `%n` of a vassal, RELEASE in the environment. */
export const release = "preview";

/**
 * The folder that a preview runs in and removes when it ends. It has the layout of a server, so that a path of the
 * server becomes one of this machine by putting the folder in front of it; what would be a release there is a symlink
 * to the repository. Its own name holds nothing that any of the config languages would read as syntax.
 */
export interface Throwaway {
  readonly root: string;
  readonly run: string;
  readonly logs: string;
  /** Leads to the app's packages: what `.venv` is in a release. */
  readonly venv: string;
  /** Text of a config with the server's paths replaced. Lines stay where they are. */
  readonly inside: (text: string) => string;
  /** The way back, for messages that name a file of the folder. */
  readonly outside: (text: string) => string;
}

/** The {@link Throwaway} of an app at a folder that need not exist yet. */
export function throwaway(app: Pick<App, "name">, root: string): Throwaway {
  const venv = `${root}/venv`;
  // Its own on a server; here the repository's .venv may hold what only tests need.
  const inRelease = new RegExp(
    `(?:(?<![\\w./-])/srv/${app.name}/(?:current|releases/[\\w.%$(){}-]+)/|(?<![\\w./\\\\-]))\\.venv(?![\\w.-])`,
    "g",
  );
  const places = [
    `(?:/var)?/run/${app.name}(?![\\w-])`,
    `/srv/${app.name}(?![\\w-])`,
    "/var/(?:log|lib/nginx|cache/nginx)(?![\\w-])",
  ];
  // A path that starts here, not the middle of a longer one such as /home/run/shop.
  const pattern = new RegExp(`(?<![\\w./-])(?:${places.join("|")})`, "g");
  return {
    root,
    run: `${root}/run/${app.name}`,
    logs: `${root}/var/log`,
    venv,
    inside: (text) =>
      text.replace(inRelease, venv).replace(pattern, (path) => root + path.replace(/^\/var\/run\//, "/run/")),
    outside: (text) => text.replaceAll(`${root}/deploy/`, "deploy/").replaceAll(root, ""),
  };
}

/** Names in a throwaway's root, with what each leads to in the repository. */
export const repositoryLinks = (app: Pick<App, "name">) => [
  `srv/${app.name}/current`,
  `srv/${app.name}/releases/${release}`,
];

/** Every path below the folder that a text names, without its last part: the folders that must be there. */
export function foldersNamed(text: string, { root }: Throwaway): readonly string[] {
  const escaped = root.replace(/[^\w/]/g, "\\$&");
  const paths = text.match(new RegExp(`${escaped}/(?:var|run)/[^\\s;"'{}]*`, "g")) ?? [];
  return [...new Set(paths.map((path) => path.slice(0, path.lastIndexOf("/"))))];
}
