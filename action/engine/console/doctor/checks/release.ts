import { processManagers } from "../../../kinds/index.ts";
import { bad, checkOf, ok, skip } from "../check.ts";
import { instanceOf } from "../facts.ts";

const check = checkOf("release");

export const release = [
  check({
    id: "release",
    title: "a release is deployed",
    severity: "error",
    from: "server",
    judge({ server, app }) {
      const { id, complete } = server.release;
      if (id === "") return bad("nothing was deployed yet", "Run: npx create-flask-deploy deploy", "warning");
      if (complete) return ok(id);
      return bad(
        `/srv/${app.name}/current names ${id}, which is missing or incomplete`,
        "Roll back to a complete release: npx create-flask-deploy rollback, or deploy again.",
      );
    },
  }),
  check({
    id: "release-python",
    title: "the release has its Python",
    severity: "error",
    from: "server",
    after: ["release"],
    judge({ server }) {
      const { id, venv } = server.release;
      if (id === "") return skip("there is no release");
      if (venv) return ok();
      return bad(
        `.venv/bin/python of ${id} does not run: the server's Python was replaced, or the environment removed`,
        "Deploy again with --force, which builds an environment for the current Python.",
      );
    },
  }),
  check({
    id: "instance",
    title: "the release runs, and keeps running",
    severity: "error",
    from: "server",
    after: ["release", "release-python"],
    judge({ server, app }) {
      if (server.release.id === "") return skip("there is no release");
      if (processManagers[app.processManager].instances(app.name).length === 0)
        return skip(`${app.processManager} runs it: see the check app`);
      const { ActiveState, SubState, Result, NRestarts } = instanceOf({ ...server }, app.name) ?? {};
      const next =
        "Read its log: npx create-flask-deploy logs. Return to the previous release: npx create-flask-deploy rollback";
      if (ActiveState !== "active")
        return bad(
          `${app.name}@${server.release.id} is ${ActiveState ?? "unknown"} (${SubState}, ${Result}), restarted ${NRestarts} times`,
          next,
        );
      return Number(NRestarts) > 2 ? bad(`it was restarted ${NRestarts} times since its start`, next, "warning") : ok();
    },
  }),
  check({
    id: "socket",
    title: "nginx's socket points to the release",
    severity: "error",
    from: "server",
    after: ["folders", "release", "release-python", "instance", "services"],
    judge({ server, app, login }) {
      const { folder, linked, release: to, file } = server.socket;
      const { id } = server.release;
      const run = `/run/${app.name}`;
      const next = `On the server, as root: systemctl restart ${app.name}-current.service; or deploy again.`;
      if (id === "") return skip("there is no release");
      if (!folder) return bad(`${run} is missing`, next);
      if (!linked) return bad(`${run}/current.sock is missing, so nginx has no backend`, next);
      if (to !== id) return bad(`${run}/current.sock points to ${to || "nothing"}, but current is ${id}`, next);
      if (file?.kind !== "socket") return bad(`${run}/${to}.sock is missing: nothing listens there`, next);
      const [worker] = server.nginxWorkers;
      const may = !worker || worker.user === "root" || server.groups[worker.user]?.includes(file.group);
      if (!may || !/^.?66.$/.test(file.mode))
        return bad(
          `${file.path} has mode ${file.mode}, owner ${file.owner}:${file.group}: nginx, which runs as ${worker?.user}, may not connect`,
          `Write nginx's group as SocketGroup= into deploy/${app.name}@.socket, and run: npx create-flask-deploy setup root@${login.host}`,
        );
      return ok();
    },
  }),
  check({
    id: "app",
    title: "the release is healthy",
    severity: "error",
    from: "server",
    after: ["folders", "release", "release-python", "instance", "socket", "services"],
    judge({ server: { release: seen } }) {
      if (seen.id === "") return skip("there is no release");
      if (seen.why === "") return ok();
      return bad(
        `on its own socket ${seen.why}`,
        "Read its log: npx create-flask-deploy logs. Return to the previous release: npx create-flask-deploy rollback",
      );
    },
  }),
];
