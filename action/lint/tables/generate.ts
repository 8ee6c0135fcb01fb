/**
 * `node action/lint/tables/generate.ts [DIRECTORY]` regenerates the tables of names from the programs themselves:
 * nginx's directive reference (npm), uWSGI's option table in its C sources and `--help` (PyPI), gunicorn's
 * KNOWN_SETTINGS (PyPI) and `systemd --dump-configuration-items` of this machine.
 */
import { execFileSync } from "node:child_process";
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Format, getDirectives } from "@nginx/reference-lib";
import { gunicornTable, nginxTable, systemdTable, uwsgiTable } from "./build.ts";
import { grouped } from "./grouped.ts";

/** To use a newer release, change this line and review the difference in the tables. */
const versions = { uwsgi: "2.0.31", pyuwsgi: "2.0.30.post1", gunicorn: "27.0.1" };

const settingsScript = `
import json
from gunicorn.config import KNOWN_SETTINGS
print(json.dumps([dict(name=s.name, cli=s.cli, validator=getattr(s.validator, "__name__", ""), action=s.action,
                       nargs=s.nargs) for s in KNOWN_SETTINGS]))`;

/** The tables as file name → text. Needs python3 with venv and access to PyPI; takes about half a minute. */
export function generate(): Map<string, string> {
  const work = mkdtempSync(join(tmpdir(), "lint-tables-"));
  const run = (command: string, ...args: string[]) =>
    execFileSync(command, args, {
      cwd: work,
      encoding: "utf8",
      maxBuffer: 1 << 26,
      stdio: ["ignore", "pipe", "ignore"],
    });
  try {
    run("python3", "-m", "venv", "venv");
    const python = join(work, "venv/bin/python");
    run(python, "-m", "pip", "-q", "install", `gunicorn==${versions.gunicorn}`, `pyuwsgi==${versions.pyuwsgi}`);
    run(python, "-m", "pip", "-q", "download", "--no-deps", "--no-binary", ":all:", `uwsgi==${versions.uwsgi}`);
    run("tar", "xzf", `uwsgi-${versions.uwsgi}.tar.gz`);
    const sources = globSync("uwsgi-*/{core,plugins,proto}/**/*.{c,cc,m}", { cwd: work }).sort();
    const tables = {
      nginx: grouped(nginxTable(getDirectives(Format.Markdown))),
      uwsgi: grouped(
        uwsgiTable(
          run(join(work, "venv/bin/uwsgi"), "--help"),
          sources.map((file) => readFileSync(join(work, file), "utf8")),
        ),
      ),
      gunicorn: gunicornTable(JSON.parse(run(python, "-c", settingsScript))),
      systemd: systemdTable(run("/lib/systemd/systemd", "--dump-configuration-items")),
    };
    return new Map(Object.entries(tables).map(([name, table]) => [`${name}.generated.json`, lines(table)]));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** One name (or initial letter, of grouped names) a line, so that the diff between versions is readable. */
export function lines(table: object): string {
  const rows = Object.entries(table).map(([name, value]) => {
    const text = JSON.stringify(value);
    return `${JSON.stringify(name)}:${Array.isArray(value) ? text.replaceAll('","', '",\n"') : text}`;
  });
  return `{\n${rows.join(",\n")}\n}\n`;
}

if (import.meta.main) {
  const directory = process.argv[2] ?? import.meta.dirname;
  for (const [name, text] of generate()) writeFileSync(join(directory, name), text);
}
