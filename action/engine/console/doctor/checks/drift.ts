import { bad, checkOf, type FactsFrom, type Judgement, ok } from "../check.ts";
import type { ServerFacts } from "../told.ts";

const check = checkOf("setup");
const nginxCheck = checkOf("nginx");

/** Whether installed files match the release and the repository. */
export const drift = [
  nginxCheck({
    id: "site-drift",
    title: "the installed site is the release's",
    severity: "warning",
    from: "server",
    judge: (facts) => compare(facts, (path) => path === "deploy/nginx.conf"),
  }),
  check({
    id: "unit-drift",
    title: "the installed units are the release's",
    severity: "warning",
    from: "server",
    judge: (facts) => compare(facts, (path) => path !== "deploy/nginx.conf"),
  }),
  check({
    id: "daemon-reload",
    title: "systemd has loaded the current units",
    severity: "warning",
    from: "server",
    judge({ server }) {
      const stale = server.units.filter(({ NeedDaemonReload }) => NeedDaemonReload === "yes").map(({ Id }) => Id);
      return stale.length === 0
        ? ok()
        : bad(`changed on disk, not loaded yet: ${stale.join(", ")}`, "On the server: sudo systemctl daemon-reload");
    },
  }),
];

/** Compares installed files with those of the live release, and those with the repository here. */
function compare({ server, here, login }: FactsFrom["server"], of: (path: string) => boolean): Judgement {
  const files = server.files.filter(({ path }) => of(path));
  const again = `Run: npx create-flask-deploy setup ${login.host}`;
  const missing = files.filter(({ installed }) => installed === null);
  if (missing.length > 0) return bad(`${missing.map(({ target }) => target).join(" and ")} is missing`, again, "error");
  const reference = (file: ServerFacts["files"][number]) => file.source || here.files[file.path] || "";
  const edited = files.filter((file) => reference(file) !== "" && reference(file) !== file.installed?.sha256);
  // setup has installed them from the repository here, and the deploy of that commit is still to come.
  const ahead = edited.filter(({ path, installed }) => here.files[path] === installed?.sha256);
  if (ahead.length > 0) return ok(`${ahead.map(({ path }) => path).join(", ")}: installed by setup, not deployed yet`);
  if (edited.length > 0)
    return bad(
      `${edited.map(({ target, path }) => `${target} is not ${path} of the release`).join("; ")}: it was edited on the server`,
      `Copy the change into the repository, or restore the repository's file: npx create-flask-deploy setup ${login.host}`,
    );
  const pending = files.filter(({ path, installed }) => here.files[path] && here.files[path] !== installed?.sha256);
  return ok(pending.length > 0 ? `${pending.map(({ path }) => path).join(", ")}: changed here, not deployed yet` : "");
}
