import { hash } from "node:crypto";
import { loginOf } from "../../../app/login.ts";
import { processManagers } from "../../../kinds/index.ts";
import { ownFilesFor } from "../../../targets/server/setup/desired-state.ts";
import { helperProtocol, sudoersText } from "../../../targets/server/setup/helper.ts";
import { environmentMode, folders, helperPath, paths, services } from "../../../targets/server/setup/layout.ts";
import { bad, checkOf, type FactsFrom, ok, skip } from "../check.ts";
import { unitOf } from "../facts.ts";

const check = checkOf("setup");

type Bare = FactsFrom["bare"];
type Server = FactsFrom["server"];
const again = ({ login }: Pick<Bare, "login">) => `Run: npx create-flask-deploy setup root@${login.host}`;

/** The files of setup, as setup would write them with the constants that are in the server's root helper. */
function expected({ app, login, bare }: Server): ReadonlyMap<string, string> {
  const { SITE: site = "/", ALLOW_CONFIG } = bare.helper?.constants ?? {};
  const desired = { app, login: login.user };
  // A modified helper may have anything as SITE; the comparison then fails in any case.
  const told = { site: /^[A-Za-z0-9@/._-]+$/.test(site) ? site : "/", allowConfig: ALLOW_CONFIG === "1" };
  return new Map(ownFilesFor(desired, told).map(({ path, content }) => [path, hash("sha256", content)]));
}

export const setup = [
  check({
    id: "setup",
    title: "the server is set up for the app",
    severity: "error",
    from: "here",
    judge({ refused, bare, app, login }) {
      const lacks = (what: string) =>
        bad(`${login.host} is not set up for ${app.name}: there is no ${what}`, again({ login }));
      if (refused?.kind === "setup") return lacks("python3");
      if (bare === undefined) return skip("the server did not respond");
      if (!bare.base) return lacks(paths(app.name).base);
      return bare.helper === null ? lacks(helperPath(app.name)) : ok();
    },
  }),
  check({
    id: "helper",
    title: "the root helper has this program's version",
    severity: "warning",
    from: "server",
    judge(facts) {
      const protocol = facts.bare.helper?.protocol ?? 0;
      if (protocol === Number(helperProtocol)) return ok(`protocol ${protocol}`);
      const older = protocol < Number(helperProtocol);
      return bad(
        `${helperPath(facts.app.name)} speaks protocol ${protocol}, this program ${helperProtocol}`,
        older ? again(facts) : "Use the version of create-flask-deploy that set the server up, or a newer one.",
      );
    },
  }),
  check({
    id: "helper-file",
    title: "the root helper is unmodified",
    severity: "error",
    from: "server",
    judge(facts) {
      const { helper } = facts.bare;
      if (helper === null) return skip("there is none");
      if (helper.owner !== "root" || helper.mode !== "755")
        return bad(
          `${helper.path} has mode ${helper.mode}, owner ${helper.owner} (expected 755, root): anyone who can write it can become root`,
          again(facts),
        );
      if (helper.protocol !== Number(helperProtocol)) return skip("of another version");
      if (helper.sha256 === expected(facts).get(helper.path)) return ok();
      return bad(
        `${helper.path} was modified: it differs from what this version's setup installs`,
        again(facts),
        "warning",
      );
    },
  }),
  check({
    id: "sudo",
    title: "sudo lets the login run the root helper, and nothing else",
    severity: "error",
    from: "server",
    after: ["helper-file"],
    judge(facts) {
      const { code, said } = facts.server.root;
      const asked = facts.root !== undefined || /not 'facts'/.test(said);
      if (asked) return ok();
      const last = said.trim().split("\n").at(-1) || `exit code ${code}`;
      return bad(`${facts.bare.login} may not run ${helperPath(facts.app.name)} through sudo: ${last}`, again(facts));
    },
  }),
  check({
    id: "sudoers",
    title: "the sudo rule is the one that setup installs",
    severity: "warning",
    from: "root",
    judge(facts) {
      const { app, login, root } = facts;
      if (login.user === "root") return skip("root needs no sudo rule");
      const [mode, owner, digest] = (root.get("sudoers")?.[0] ?? "").split(" ");
      const path = paths(app.name).sudoers;
      if (mode === undefined || mode === "")
        return bad(`${path} is missing: another rule lets the login run the root helper`, again(facts));
      const same = mode === "440" && owner === "root" && digest === hash("sha256", sudoersText(app.name, login.user));
      return same ? ok() : bad(`${path} (${mode} of ${owner}) differs from what setup installs`, again(facts));
    },
  }),
  check({
    id: "app-group",
    title: "only the app is in its group",
    severity: "error",
    from: "server",
    judge(facts) {
      const { app, server } = facts;
      const others = Object.keys(server.groups).filter(
        (user) => user !== app.name && server.groups[user]?.includes(app.name),
      );
      if (others.length > 0)
        return bad(`${others.join(" and ")} may read all files of ${app.name}: they are in its group`, again(facts));
      if (server.nginxWorkers.some(({ groups }) => groups.includes(server.gid)))
        return bad(
          `nginx was started while its user was in the group ${app.name}`,
          "On the server: sudo systemctl restart nginx",
        );
      return ok();
    },
  }),
  check({
    id: "login-alone",
    title: "the login deploys this app and no other",
    severity: "warning",
    from: "server",
    judge({ server: { others }, bare, app }) {
      if (others.length === 0 || bare.login === "root") return ok();
      return bad(
        `${bare.login} also deploys ${others.join(", ")}: one key gives access to all of them`,
        `Leave \`user:\` out of flask-deploy.yml and run setup as root: ${app.name} then gets the login ${loginOf(app.name)}.`,
      );
    },
  }),
  check({
    id: "folders",
    title: "folders have the right owners and modes",
    severity: "error",
    from: "server",
    judge(facts) {
      const { app, login, server } = facts;
      // Root deploys as the owner of the releases.
      const owns =
        login.user === "root" ? (server.folders[`${paths(app.name).base}/releases`]?.owner ?? "root") : login.user;
      const wrong = folders(app, owns).flatMap(({ path, mode, owner, group }) => {
        const seen = server.folders[path];
        if (!seen) return [`${path} is missing`];
        const same = seen.kind === "folder" && seen.mode === mode && seen.owner === owner && seen.group === group;
        return same ? [] : [`${path} is ${seen.mode} ${seen.owner}:${seen.group}, not ${mode} ${owner}:${group}`];
      });
      return wrong.length > 0 ? bad(wrong.join("; "), again(facts)) : ok();
    },
  }),
  check({
    id: "world-writable",
    title: "only the app and the login may write the app's files",
    severity: "error",
    from: "server",
    after: ["folders"],
    judge({ server: { writable } }) {
      if (writable.length === 0) return ok();
      const [first, ...more] = writable;
      return bad(
        `any account on the server may write ${first}${more.length > 0 ? ` and ${more.length} more` : ""}`,
        `On the server: chmod o-w ${writable.slice(0, 5).join(" ")}`,
      );
    },
  }),
  check({
    id: "env-file",
    title: "only root may write the environment file",
    severity: "error",
    from: "server",
    judge({ app, server: { env } }) {
      if (env === null) return ok("there is none");
      // If systemd does not read it for the app, the app's own start script does, as the app.
      const { readsEnvironment } = processManagers[app.processManager];
      const mode = environmentMode[readsEnvironment];
      const group = readsEnvironment === "root" ? "root" : app.name;
      if (env.mode === mode && env.owner === "root" && env.group === group) return ok();
      return bad(
        `${env.path} has mode ${env.mode}, owner ${env.owner}:${env.group} (expected ${mode}, root:${group})`,
        `On the server, as root: chown root:${group} ${env.path} && chmod ${mode} ${env.path}`,
      );
    },
  }),
  check({
    id: "boot",
    title: "the app starts after a reboot",
    severity: "error",
    from: "server",
    judge(facts) {
      const { app, server } = facts;
      const path = paths(app.name).current;
      const name = `${app.name}-current.service`;
      const { UnitFileState } = unitOf(server, name) ?? {};
      if (!server.own[path] || UnitFileState !== "enabled")
        return bad(
          `${name} is ${server.own[path] ? UnitFileState || "unknown" : "missing"}: nothing starts the app after a reboot`,
          again(facts),
        );
      return server.own[path]?.sha256 === expected(facts).get(path)
        ? ok()
        : bad(`${path} differs from what setup installs`, again(facts), "warning");
    },
  }),
  check({
    id: "tmpfiles",
    title: "the sockets' folder is created after a reboot",
    severity: "warning",
    from: "server",
    judge(facts) {
      const path = paths(facts.app.name).tmpfiles;
      const seen = facts.server.own[path];
      if (seen?.sha256 === expected(facts).get(path)) return ok();
      return bad(`${path} ${seen ? "differs from what setup installs" : "is missing"}`, again(facts));
    },
  }),
  check({
    id: "services",
    title: "services other than nginx run, also after a reboot",
    severity: "error",
    from: "server",
    judge(facts) {
      const { app, server } = facts;
      const { service } = processManagers[app.processManager];
      const others = services(app).filter((name) => name !== "nginx.service" && name !== `${app.name}-current.service`);
      const wrong = others.flatMap((name) => {
        const { UnitFileState, ActiveState } = unitOf(server, name) ?? {};
        const idle = service?.waits && name === service.unit(app.name) && server.release.id === "";
        if (ActiveState !== "active" && !idle) return [`${name} is ${ActiveState ?? "unknown"}`];
        return UnitFileState === "enabled" ? [] : [`${name} is ${UnitFileState || "not enabled"}`];
      });
      return wrong.length > 0 ? bad(wrong.join("; "), again(facts)) : ok(others.join(", "));
    },
  }),
];
