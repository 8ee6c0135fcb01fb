import type { App } from "../../../../engine/app/app.ts";
import { isLoopback } from "../../../files/address.ts";
import type { Project } from "../../../files/project.ts";
import type { Range } from "../../../files/source.ts";
import { isDeployed } from "../../../model/credentials.ts";
import { numberTold } from "../../../model/servers.ts";
import type { AppGroup, Model, Starter } from "../../../model/types.ts";
import { children, named } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";

/** An answer in flask-deploy.yml that differs from the files. */
interface Difference {
  readonly key: string;
  readonly answer: string;
  readonly found: string;
  readonly at: Range;
}

const yml = (more: string) => `name: shop\nstack: uwsgi\n${more}`;
const ini =
  "[uwsgi]\nmodule = wsgi:app\nmaster = true\ndie-on-term = true\nsocket = /run/shop/shop.sock\nprocesses = 4\n";

export const answersDisagree = defineRule({
  id: "cross/answers-disagree",
  severity: "warning",
  summary: "flask-deploy.yml differs from the files in deploy/",
  why: `\`setup\`, \`deploy\` and \`update\` act on the answers in flask-deploy.yml: which server they look for, whose socket they switch, how many workers fit into the memory. The files in deploy/ are what runs.
Where they differ, a deploy fails or has unexpected effects. Change the one that is wrong.`,
  bad: { "flask-deploy.yml": yml("workers: 2\n"), "deploy/uwsgi.ini": ini },
  good: { "flask-deploy.yml": yml("workers: 4\n"), "deploy/uwsgi.ini": ini },
  check({ project, model, app, report }) {
    if (!app) return;
    const group = model.groups.find(({ home, servers }) => home === "" && servers.length > 0);
    for (const { key, answer, found, at } of group ? differences(app, group, project, model) : [])
      report(
        at,
        `flask-deploy.yml says \`${key}: ${answer}\`, and this is ${found}: a deploy uses the answer, the server uses this file.`,
      );
  },
});

function* differences(app: App, group: AppGroup, project: Project, model: Model): Generator<Difference> {
  const deployed = group.servers.filter(({ starter }) => isDeployed(starter));
  const [server] = deployed;
  const compare = function* (
    key: string,
    answer: unknown,
    found: string | undefined,
    at: Range | undefined,
  ): Generator<Difference> {
    if (answer !== undefined && found !== undefined && at && String(answer) !== found)
      yield { key, answer: String(answer), found, at };
  };
  if (server) {
    yield* compare(
      "server",
      app.server,
      deployed.every(({ program }) => program === server.program) ? server.program : undefined,
      server.at,
    );
    for (const [key, name] of [
      ["workers", server.program === "uwsgi" ? "processes" : "workers"],
      ["threads", "threads"],
    ] as const) {
      const said = numberTold(server, name);
      yield* compare(key, (app as unknown as Record<string, unknown>)[key], said?.text, said?.at);
    }
    const connections = group.connections.filter(
      ({ file, address }) =>
        /^deploy\//.test(file.path) &&
        (address.kind === "unix" || (address.kind === "tcp" && isLoopback(address.host))),
    );
    const kinds = new Set(connections.map(({ address }) => address.kind));
    const [kind] = kinds;
    yield* compare("socket", app.socket, kinds.size === 1 ? kind : undefined, connections[0]?.directive);
    const starters = group.starters.filter(
      ({ by, invocations }) => (by === "systemd" || by === "supervisor") && invocations.length > 0,
    );
    // The emperor is a uWSGI that is started like any other.
    const isEmperor = (starter: Starter) =>
      model.servers.some(
        (one) => one.starter === starter && one.options.some(({ name }) => /^emperor$/.test(name.text)),
      ) || starter.invocations.some(({ options }) => options.some(({ name }) => /^emperor$/.test(name.text)));
    const by = new Set(starters.map((one) => (isEmperor(one) ? "emperor" : one.by)));
    const [manager] = by;
    yield* compare(
      "process_manager",
      app.processManager,
      by.size === 1 ? manager : undefined,
      starters[0]?.invocations[0],
    );
  }
  const [site, ...others] = project.nginx.filter(({ path }) => /^deploy\/[^/]+$/.test(path));
  if (!site || others.length > 0) return;
  yield* compare(
    "nginx",
    app.nginx,
    children(site.root, "http").length > 0 ? "full" : "site",
    site.root.children[0]?.name,
  );
  const names = named(site, "server_name").flatMap(({ args }) => args);
  // Another rule reports placeholders.
  const placeholder = names.some(({ text }) => /_|example\.|^your|^default/.test(text) && text !== "_");
  if (names.length > 0 && !placeholder && !names.some(({ text }) => text === app.domain))
    yield* compare("domain", app.domain, names.map(({ text }) => text).join(" "), names[0]);
}
