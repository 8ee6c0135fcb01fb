import { mkdtemp, readdir, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import type { AppServer } from "../../action/engine/kinds/app-server.ts";
import { lint } from "../../action/lint/engine.ts";
import { lintInputs } from "../../generators/commands/lint/lint-inputs.ts";
import { program, succeed } from "./program.ts";
import { release, type ServerTree } from "./server-tree.ts";
import type { Venvs } from "./venvs.ts";

const environment = { RELEASE: release, PYTHONDONTWRITEBYTECODE: "1" };

/** Writes the nginx.conf that the server would have, led below the tree's root. @returns its path */
export async function nginxConf({ answers, root, led }: ServerTree): Promise<string> {
  const folder = join(root, "etc/nginx");
  for (const file of ["mime.types", "uwsgi_params"]) await symlink(join("/etc/nginx", file), join(folder, file));
  // nginx makes its temporary folders even for a test, where only root may by default.
  const folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
    .map((kind) => `${kind}_temp_path ${join(root, kind)};`)
    .join("\n");
  const text = await led("deploy/nginx.conf");
  const around = `pid ${root}/run/nginx.pid;\nevents {}\nhttp {\ninclude mime.types;\naccess_log off;\n${text}\n}\n`;
  const whole = answers.nginx === "full" ? text : around;
  await writeFile(join(folder, "nginx.conf"), whole.replace("http {", `http {\n${folders}`));
  return join(folder, "nginx.conf");
}

/** `nginx -t` on the whole nginx.conf, or on a minimal one around the site. */
export async function nginxAccepts(tree: ServerTree): Promise<void> {
  const said = await succeed("nginx", ["-t", "-e", "stderr", "-c", await nginxConf(tree)]);
  const warnings = said
    .split("\n")
    .filter((line) => /\[(warn|error)\]/.test(line) && !line.includes('"user" directive'));
  if (warnings.length > 0) throw new Error(warnings.join("\n"));
}

/** How each app server is made to load its configuration and the app, and leave. */
const loads: Readonly<Record<AppServer, (tree: ServerTree, venv: string, run: object) => Promise<void>>> = {
  async uwsgi({ root, led }, venv, run) {
    // The emperor's vassals are named after their file.
    const ini = join(root, `${release}.ini`);
    await writeFile(ini, await led("deploy/uwsgi.ini"));
    const said = await succeed(join(venv, "bin/uwsgi"), ["--ini", ini, "--no-server"], run);
    if (!said.includes("WSGI app 0")) throw new Error(`uWSGI loaded no app:\n${said}`);
  },
  async gunicorn({ answers }, venv, run) {
    const callable = answers.layout === "wsgi" ? "wsgi:application" : "wsgi:app";
    await succeed(join(venv, "bin/gunicorn"), ["--check-config", "--config", "deploy/gunicorn.conf.py", callable], run);
  },
  async waitress({ root, led }, venv, run) {
    const file = join(root, "serve.py");
    // A path of these folders is too long for a socket.
    const folder = await mkdtemp(join(tmpdir(), "s-"));
    const text = (await led("deploy/serve.py")).replace(/f"[^"]*\/([^"/]*\.sock)"/, `f"${folder}/$1"`);
    // Stopped before it serves, it leaves when it is up.
    await writeFile(file, text.replace(/^server\.run\(\)$/m, "os.kill(os.getpid(), signal.SIGTERM)\n$&"));
    await succeed(join(venv, "bin/python"), [file], run);
    await rm(folder, { recursive: true });
  },
};

/** The app server loads its configuration and the app, and leaves. */
export async function appServerAccepts(tree: ServerTree, venvs: Venvs): Promise<void> {
  const venv = await venvs.of(tree.answers, tree.repository);
  await loads[tree.answers.server](tree, venv, { cwd: tree.repository, env: environment });
}

/** systemd, or supervisord, reads what keeps the app alive without a word, and the sandbox is as tight as we say. */
export async function managerAccepts(tree: ServerTree, venvs: Venvs): Promise<void> {
  const { answers, root, repository, led } = tree;
  await symlink(await venvs.of(answers, repository), join(repository, ".venv"));
  const units = (await readdir(join(repository, "deploy"))).filter((file) => /\.(service|socket)$/.test(file));
  const copies: string[] = [];
  for (const unit of units) {
    const copy = join(root, "units", unit.replace("@.", `@${release}.`));
    await writeFile(copy, await led(join("deploy", unit)));
    copies.push(copy);
  }
  if (copies.length > 0) {
    const { output } = await program("systemd-analyze", ["verify", ...copies], {
      env: { SYSTEMD_UNIT_PATH: `${join(root, "units")}:` },
    });
    if (output.trim() !== "")
      throw new Error(`systemd-analyze verify ${copies.map((c) => basename(c)).join(" ")}:\n${output}`);
  }
  const services = copies.filter((copy) => copy.endsWith(".service"));
  for (const service of services)
    await succeed("systemd-analyze", ["security", "--no-pager", "--offline=true", "--threshold=15", service]);
  if (answers.processManager === "supervisor") await supervisorAccepts(tree, await venvs.with("supervisor==4.3.0"));
  if (answers.processManager === "emperor") {
    const ini = join(root, "emperor.ini");
    await writeFile(ini, (await led("deploy/emperor.ini")).replace(/^emperor = .*/m, ""));
    await succeed(join(repository, ".venv/bin/uwsgi"), ["--ini", ini, "--no-server"]);
    await succeed("sh", ["-n", join(repository, "deploy/start")]);
  }
}

async function supervisorAccepts({ root, repository, led }: ServerTree, venv: string): Promise<void> {
  const program = (await led("deploy/supervisor.conf")).replaceAll("@RELEASE@", release);
  const conf = join(root, "supervisord.conf");
  await writeFile(conf, `[supervisord]\nlogfile=${root}/supervisord.log\nchildlogdir=${root}\n\n${program}`);
  const parse = `
import sys
from supervisor.options import ServerOptions
options = ServerOptions()
options.realize(["--nodaemon", "--configuration", sys.argv[1]])
(group,) = options.process_group_configs
(process,) = group.process_configs
print(process.name, process.command, process.directory, process.stopwaitsecs)`;
  const said = await succeed(join(venv, "bin/python"), ["-c", parse, conf]);
  const expected = `shop-${release} /bin/sh deploy/start ${release} ${repository} 45`;
  if (!said.includes(expected)) throw new Error(`supervisord read ${said}instead of ${expected}`);
  await succeed("sh", ["-n", join(repository, "deploy/start")]);
}

/** The repository's own tests, with warnings as errors; and no file that Python cannot compile. */
export async function ownTestsPass({ answers, repository }: ServerTree, venvs: Venvs): Promise<void> {
  const python = join(await venvs.of(answers, repository), "bin/python");
  const said = await succeed(python, ["-W", "error", "-m", "pytest", "-q", "-p", "no:cacheprovider"], {
    cwd: repository,
    env: { PYTHONDONTWRITEBYTECODE: "1" },
  });
  if (!/\d+ passed/.test(said) || /skipped|xfailed/.test(said)) throw new Error(said);
  await succeed(python, ["-m", "compileall", "-q", "-x", "[.]venv", "."], { cwd: repository });
}

/** Our own linter finds nothing at all, not even something worth knowing; settings that silence it are not there to help. */
export async function linterIsSilent({ repository }: ServerTree): Promise<void> {
  const inputs = await lintInputs(["."], repository);
  const findings = inputs.flatMap(({ files, options }) => lint(files, options).findings);
  if (findings.length === 0) return;
  throw new Error(findings.map(({ rule, at, message }) => `${at.source.path}: ${rule}: ${message}`).join("\n"));
}
