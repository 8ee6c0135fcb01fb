import type { App } from "../../app/app.ts";
import { get, type Reply } from "./request.ts";

/** What one path answered, and what is wrong with that. */
export interface Check {
  readonly path: string;
  readonly status: number | undefined;
  readonly type: string;
  /** Undefined when the answer is the right one. */
  readonly problem: string | undefined;
}

/** A file that must come back as it is. */
export interface StaticFile {
  /** In the URL, with its slash. */
  readonly path: string;
  readonly content: Buffer;
}

const types: Readonly<Record<string, RegExp>> = {
  css: /^text\/css\b/,
  js: /^(?:text|application)\/javascript\b/,
  svg: /^image\/svg\+xml\b/,
  png: /^image\/png\b/,
  jpg: /^image\/jpeg\b/,
  ico: /^image\/(?:x-icon|vnd\.microsoft\.icon)\b/,
  txt: /^text\/plain\b/,
};

/** Which of the files of a static folder says most about the way it is served: one whose type a browser insists on. */
export function tellingFile(paths: readonly string[]): string | undefined {
  const rank = (path: string) => {
    const at = Object.keys(types).indexOf(suffix(path));
    return at < 0 ? Number.POSITIVE_INFINITY : at;
  };
  return [...paths].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))[0];
}

const suffix = (path: string) => path.slice(path.lastIndexOf(".") + 1).toLowerCase();

/** Asks for what `deploy.smoke` and `deploy.health` name, and for the file, through the same door as a visitor. */
export async function checkSite(url: string, app: App, file: StaticFile | undefined): Promise<readonly Check[]> {
  const { path, status, contains, timeout } = app.deploy.smoke;
  const site = await ask(url, path, timeout, (reply) => {
    if (reply.status !== status) return `answered ${reply.status}, expected ${status}`;
    if (contains !== undefined && !reply.body.includes(contains)) return `does not contain ${JSON.stringify(contains)}`;
    return undefined;
  });
  const { health } = app.deploy;
  const askHealth = () =>
    ask(url, health, timeout, ({ status }) => {
      if (status === 200) return undefined;
      const next =
        status === 404
          ? "name a path that answers 200 without a login as `health:` under `deploy:` in flask-deploy.yml, or add one to the app"
          : "it is deploy.health in flask-deploy.yml, and a release is live only when it answers 200";
      return `answered ${status}, expected 200: ${next}`;
    });
  const asked = health === path ? [site] : [site, await askHealth()];
  if (!file) return asked;
  const right = types[suffix(file.path)];
  const fromDisk = await ask(url, file.path, timeout, (reply) => {
    if (reply.status !== 200) return `answered ${reply.status}, expected 200`;
    if (right && !right.test(reply.type)) return `came as ${reply.type || "no type at all"}: browsers would not use it`;
    return reply.body.equals(file.content) ? undefined : "came back with other content than the file has";
  });
  return [...asked, fromDisk];
}

async function ask(
  url: string,
  path: string,
  timeout: number,
  judge: (reply: Reply) => string | undefined,
): Promise<Check> {
  try {
    const reply = await get(new URL(path, url).href, timeout * 1000);
    return { path, status: reply.status, type: reply.type, problem: judge(reply) };
  } catch (error) {
    return { path, status: undefined, type: "", problem: (error as Error).message };
  }
}
