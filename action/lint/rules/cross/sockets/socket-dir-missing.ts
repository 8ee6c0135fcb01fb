import { normalPath } from "../../../files/address.ts";
import { dirname } from "../../../files/paths.ts";
import type { Project } from "../../../files/project.ts";
import { lineBelow, suggested } from "../../../fix/edit.ts";
import { unitEntry } from "../../../model/launchers.ts";
import type { Server } from "../../../model/types.ts";
import { serverRule } from "../../../rule.ts";
import { entries } from "../../../systemd/tree.ts";
import { unit, uwsgiIni, uwsgiSite } from "../examples.ts";

export const socketDirMissing = serverRule({
  id: "cross/socket-dir-missing",
  severity: "error",
  summary: "A socket in a folder of /run that nothing creates",
  why: `/run is empty after every boot and belongs to root. A server that binds /run/shop/shop.sock needs the folder to be made for it, and one that
does not run as root cannot bind /run/shop.sock at all: "bind(): No such file or directory" or "Permission denied", the unit fails and nginx
answers 502. \`RuntimeDirectory=shop\` in the unit makes /run/shop, owned by User=, at every start; tmpfiles.d or a .socket unit do as well.`,
  bad: {
    "deploy/nginx.conf": uwsgiSite("unix:/run/shop/shop.sock"),
    "deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock", "chmod-socket = 660"),
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini"),
  },
  good: {
    "deploy/nginx.conf": uwsgiSite("unix:/run/shop/shop.sock"),
    "deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock", "chmod-socket = 660"),
    "deploy/shop.service": unit(
      "RuntimeDirectory=shop",
      "ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini",
    ),
  },
  check(server, { project, app, report }) {
    const { starter } = server;
    // Under supervisor, it is known only for our own servers which folders setup creates.
    if (!starter || server.partial || !(starter.by === "systemd" || (starter.by === "supervisor" && app))) return;
    for (const { address, at, handed } of server.listeners) {
      if (handed || address.kind !== "unix" || address.abstract || !address.path.startsWith("/run/")) continue;
      const folder = dirname(address.path);
      if (app && folder === `/run/${app.name}/app` && app.processManager !== "systemd") continue;
      if (folder === "/run" || folder === `/run/${app?.name}`) {
        if (bindsAsRoot(server)) continue;
        const user = userOf(server);
        report(
          at,
          `Only root may make files in ${folder}, and ${server.program} runs as ${user}: binding ${address.path} fails with "Permission denied" and the unit does not come up.`,
          { related: [{ at: starter.user ?? starter.invocations[0] ?? at, message: `runs as ${user}` }] },
        );
        continue;
      }
      if (isPackaged(folder) || isMade(project, folder)) continue;
      const name = folder.slice("/run/".length);
      const exec = unitEntry(starter, "ExecStart");
      report(
        at,
        `Nothing creates ${folder}, and /run is empty after every boot: binding ${address.path} fails with "No such file or directory" and nginx answers 502.`,
        {
          related: exec ? [{ at: exec, message: "the unit that starts it has no RuntimeDirectory=" }] : [],
          fix:
            exec && /^[\w.@-]+$/.test(name)
              ? suggested(`add RuntimeDirectory=${name} to the unit`, lineBelow(exec, `RuntimeDirectory=${name}`))
              : undefined,
        },
      );
    }
  },
});

const userOf = (server: Server) => server.starter?.user?.text ?? server.settings.get("uid")?.text ?? "root";

/** With these uWSGI binds first and becomes somebody else afterwards. */
const late = ["chown-socket", "master-as-root", "drop-after-init", "drop-after-apps"];

const bindsAsRoot = (server: Server) => {
  const user = userOf(server);
  if (!server.starter?.user && late.some((name) => server.settings.has(name))) return true;
  return user === "root" || user === "0" || /[%$]/.test(user);
};

/** Folders that Debian's packages create. */
const isPackaged = (folder: string) => /^\/run\/(uwsgi\/app|nginx|user|lock|systemd)(\/|$)/.test(folder);

const literally = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/** Whether any file creates the folder: a unit of this or another program, tmpfiles.d, or a mkdir. */
function isMade(project: Project, folder: string): boolean {
  const name = folder.slice("/run/".length);
  const made = new RegExp(
    `(?:\\b(?:mkdir|install)\\s[^\\n]*|^[ \\t]*[dD]!?[ \\t]+)(?:/var)?/run/${literally(name)}(?![\\w-])`,
    "m",
  );
  for (const unitFile of project.units) {
    for (const { value } of entries(unitFile, "Service", "RuntimeDirectory")) {
      if (value.text.split(/\s+/).some((dir) => name === dir || name.startsWith(`${dir}/`) || /[%$]/.test(dir)))
        return true;
    }
    if (
      unitFile.sections.some((section) =>
        section.entries.some((e) => /^ExecStartPre|^ExecStart$/.test(e.key.text) && made.test(`${e.value.text}`)),
      )
    )
      return true;
  }
  if (project.sources.some(({ source, kind }) => kind !== "nginx" && made.test(source.text))) return true;
  return [...project.paths].some((path) => /tmpfiles/.test(path)) || normalPath(folder) === "/run";
}
