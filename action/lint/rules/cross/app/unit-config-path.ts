import { distance } from "../../../distance.ts";
import { basename, dirname } from "../../../files/paths.ts";
import type { Project } from "../../../files/project.ts";
import type { Text } from "../../../files/source.ts";
import { isExample } from "../../../files/template.ts";
import { isDeployed } from "../../../model/credentials.ts";
import { inRepository, type Place, placeOf } from "../../../model/layout.ts";
import { uwsgiConfig } from "../../../model/servers.ts";
import type { Server } from "../../../model/types.ts";
import { serverRule } from "../../../rule.ts";
import { flaskApp, unit, uwsgiIni } from "../examples.ts";

export const unitConfigPath = serverRule({
  id: "cross/unit-config-path",
  severity: "error",
  summary: "A command line names a config file that is not at that path",
  why: `uWSGI and gunicorn look for \`--ini\` and \`--config\` from the directory that the unit starts them in, which is / without WorkingDirectory=.
When the file is elsewhere in the repository, uWSGI ends with "unable to load configuration from uwsgi.ini" and gunicorn with
"doesn't exist": the unit fails at every start.`,
  bad: {
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/uwsgi --ini uwsgi.ini"),
    "deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
    "wsgi.py": flaskApp,
  },
  good: {
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/uwsgi --ini deploy/uwsgi.ini"),
    "deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
    "wsgi.py": flaskApp,
  },
  check(server, { project, model, report }) {
    const { starter, invocation } = server;
    if (!invocation || !starter || !isDeployed(starter)) return;
    const named = configOf(server);
    if (!named || /[%$*]|\{\{|<%|^https?:|^[a-z]+:\/\//.test(named.text)) return;
    const path = named.text.replace(/^(python|file):/, "").replace(/:\w*$/, "");
    if (!/\.(ini|py|conf|cfg)$/.test(path)) return;
    const absolute = path.startsWith("/");
    if (!absolute && !starter.directory && starter.by === "systemd" && !invocation.cwd) {
      report(
        named,
        `Without WorkingDirectory= the unit starts in /, so ${server.program} looks for /${path.replace(/^\.\//, "")} and the unit fails at every start.`,
      );
      return;
    }
    const place = unitPlace(project, server, placeOf(project, model, server));
    if (!place) return;
    const inside = inRepository(absolute ? path : `${place.server}/${path}`, place);
    if (inside === undefined || project.paths.has(inside)) return;
    const other = elsewhere(project, inside, place.sure);
    if (!other) return;
    report(
      named,
      `${server.program} will look for ${absolute ? path : `${place.server}/${path}`}, and the repository has ${other}: the unit fails at every start.`,
      { related: relatedTo(project, other) },
    );
  },
});

function configOf(server: Server): Text | undefined {
  if (!server.invocation) return undefined;
  return server.program === "uwsgi"
    ? uwsgiConfig(server.invocation)
    : server.invocation.options.find((o) => o.name.text === "config")?.value;
}

/** The unit's own directory decides here, not the ini's chdir. */
function unitPlace(project: Project, server: Server, place: Place | undefined): Place | undefined {
  const directory = server.starter?.directory?.text.replace(/\/+$/, "");
  if (!directory?.startsWith("/")) return undefined;
  if (!place || place.server === directory) return place ?? undefined;
  // chdir leads into a subfolder of the unit's directory, so the repository's folder for that is known too.
  const deeper = place.server.startsWith(`${directory}/`) ? place.server.slice(directory.length) : undefined;
  if (deeper && place.repository.endsWith(deeper.slice(1)))
    return { ...place, server: directory, repository: place.repository.slice(0, -deeper.length) };
  return project.paths.size > 0 ? { server: directory, repository: place.repository, sure: false } : undefined;
}

/** The file that was probably meant: of the same name in another folder, or of a similar name in the same one. */
function elsewhere(project: Project, missing: string, sure: boolean): string | undefined {
  const name = basename(missing);
  const same = [...project.paths].filter((path) => basename(path) === name);
  if (same.length === 1) return sure ? same[0] : undefined;
  if (same.length > 1) return undefined;
  // A sample is copied to that name on the server.
  const kin = (/\.py$/.test(name) ? project.gunicorn : project.uwsgi)
    .map((file) => file.path)
    .filter((path) => !isExample(path));
  const near = kin.filter(
    (path) => dirname(path) === dirname(missing) && distance(basename(path).toLowerCase(), name.toLowerCase(), 2) <= 2,
  );
  // A single file there may have been renamed since.
  const [only, ...others] = kin;
  if (near.length === 0 && others.length === 0 && only && dirname(only) === dirname(missing)) return only;
  return near.length === 1 ? near[0] : undefined;
}

function relatedTo(project: Project, path: string) {
  const file = [...project.uwsgi, ...project.gunicorn].find((f) => f.path === path);
  return file ? [{ at: file.source.range(0, 0), message: "the file that is there" }] : [];
}
