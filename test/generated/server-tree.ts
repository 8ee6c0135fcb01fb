import { mkdir, readFile, symlink, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import type { Answers } from "../../action/engine/app/fields.ts";
import { type RenderedFile, render } from "../../generators/scaffold/render.ts";
import { templates } from "../../generators/scaffold/templates.ts";
import { succeed } from "./program.ts";

/** An id as a deploy gives it. */
export const release = "20261121T031500Z-1a2b3c4";

/** A generated repository, laid out below a folder as it would be on a server. */
export interface ServerTree {
  readonly answers: Answers;
  /** As generated. */
  readonly files: readonly RenderedFile[];
  /** What stands for "/". */
  readonly root: string;
  /** The release in use. */
  readonly repository: string;
  /** A configuration file as the server would read it, with its absolute paths led below `root`. */
  readonly led: (path: string) => Promise<string>;
}

/** Generates a repository as the release in use of a server below `root`, an empty folder. */
export async function serverTree(answers: Answers, root: string): Promise<ServerTree> {
  const files = await render(answers, templates);
  const home = join(root, "srv", answers.name);
  const repository = join(home, "releases", release);
  for (const { path, content, mode } of files) {
    await mkdir(dirname(join(repository, path)), { recursive: true });
    await writeFile(join(repository, path), content, { mode });
  }
  for (const folder of [`run/${answers.name}/app`, "var/log/nginx", "etc/nginx", "units"])
    await mkdir(join(root, folder), { recursive: true });
  if (answers.tls !== "none") await standIn(join(root, "etc/flask-deploy/tls", answers.name, "current"));
  await mkdir(join(home, "vassals"));
  await symlink(`releases/${release}`, join(home, "current"));
  await symlink(join(repository, "deploy/uwsgi.ini"), join(home, "vassals", `${release}.ini`));
  return {
    answers,
    files,
    root,
    repository,
    led: async (path) => lead(root, await readFile(join(repository, path), "utf8")),
  };
}

/** The certificate that setup makes before there is another. */
async function standIn(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const files = ["-keyout", join(folder, "privkey.pem"), "-out", join(folder, "fullchain.pem")];
  const kind = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"];
  await succeed("openssl", ["req", "-x509", ...kind, "-days", "1", "-subj", "/CN=shop", ...files]);
}

/** Ports and users are those of the machine, which the tests may not have. */
const lead = (root: string, text: string): string =>
  text
    .replace(/(?<![\w.])\/(srv|run|var\/log|etc\/flask-deploy)\//g, `${root}/$1/`)
    .replace(/^(\s*listen (?:\[::\]:)?)80\b/gm, "$118080")
    .replace(/^(\s*listen (?:\[::\]:)?)443\b/gm, "$118443")
    .replace(/^(user\s*=\s*)\w+$/gm, `$1${userInfo().username}`);
