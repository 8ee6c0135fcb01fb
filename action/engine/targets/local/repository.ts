import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type App, AppError, appFile, readApp } from "../../app/app.ts";
import { readPlainFile } from "../../app/plain-file.ts";
import { appServers } from "../../kinds/index.ts";
import { readEnv } from "../../process/env-file.ts";
import { Failure } from "../../process/failure.ts";
import { type StaticFile, tellingFile } from "./check.ts";

/** The files of the repository's deploy/, by path. */
export type Texts = Readonly<Record<string, string>>;

/** What a preview reads of a repository; nothing of it is ever changed. */
export interface Repository {
  readonly root: string;
  readonly app: App;
  readonly texts: Texts;
  readonly env: Readonly<Record<string, string>>;
}

/** @throws Failure when the folder is no repository of an app, or lacks the app server's configuration. */
export function readRepository(folder: string): Repository {
  const read = (path: string) => (existsSync(join(folder, path)) ? readPlainFile(join(folder, path)) : undefined);
  const text = read(appFile);
  if (text === undefined)
    throw new Failure(
      `there is no ${appFile} in ${folder}: go into the folder of an app, or make one with create-flask-deploy NAME`,
    );
  const app = readOrFail(text);
  const texts = textsIn(folder);
  const { file } = appServers[app.server];
  if (texts[file] === undefined)
    throw new Failure(`${file} is missing: it says how ${app.server} runs the app (${appFile}: server)`);
  return { root: folder, app, texts, env: envOrFail(read(".env") ?? "") };
}

function textsIn(folder: string): Texts {
  if (!existsSync(join(folder, "deploy"))) return {};
  const files = readdirSync(join(folder, "deploy"), { withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(files.map(({ name }) => [`deploy/${name}`, readPlainFile(join(folder, "deploy", name))]));
}

function readOrFail(text: string): App {
  try {
    return readApp(text);
  } catch (error) {
    throw error instanceof AppError ? new Failure(error.message) : error;
  }
}

function envOrFail(text: string): Repository["env"] {
  const found = readEnv(text);
  if ("problem" in found) throw new Failure(`.env ${found.problem}`);
  return found.env;
}

/** A file of the static folder, where something serves that folder here. */
export function staticFileOf({ app, root: folder }: Repository, withNginx: boolean): StaticFile | undefined {
  const root = join(folder, app.layout === "package" ? "app/static" : "static");
  // A bare WSGI callable serves no files: there they are nginx's alone.
  if (!((withNginx && app.static) || app.layout !== "wsgi") || !existsSync(root)) return undefined;
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((path) =>
    statSync(join(root, path)).isFile(),
  );
  const path = tellingFile(files);
  return path === undefined
    ? undefined
    : { path: `/static/${path.split("/").map(encodeURIComponent).join("/")}`, content: readFileSync(join(root, path)) };
}
