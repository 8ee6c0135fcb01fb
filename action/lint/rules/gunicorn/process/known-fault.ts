import { before } from "../../../files/versions.ts";
import { defineRule } from "../../../rule.ts";
import { entries } from "../../../systemd/tree.ts";

const conf = 'bind = "unix:/run/shop/shop.sock"\n';

export const knownFault = defineRule({
  id: "gunicorn/known-fault",
  severity: "warning",
  summary: "A pinned gunicorn with a known bug that affects this setup",
  why: `gunicorn before 22 takes requests whose end a proxy sees elsewhere (CVE-2024-1135, request smuggling): the rest of one visitor's request becomes the beginning of another's. From 25.1 to
26.0 each reload by SIGHUP leaves a thread, a descriptor and a socket behind, until "too many open files".`,
  versions: "gunicorn before 22.0, and 25.1 to 26.0",
  bad: { "deploy/gunicorn.conf.py": conf, "requirements.txt": "flask==3.1.2\ngunicorn==20.1.0\n" },
  good: { "deploy/gunicorn.conf.py": conf, "requirements.txt": "flask==3.1.2\ngunicorn==26.1.0\n" },
  check({ project, model, versions, report }) {
    const version = versions.gunicorn;
    if (!version || !model.servers.some(({ program }) => program === "gunicorn")) return;
    const source = project.requirements.find(({ text }) => /gunicorn/i.test(text));
    if (!source) return;
    const index = source.text.search(/gunicorn/i);
    const at = source.line(source.lineAt(index));
    const name = `gunicorn ${version.join(".")}`;
    if (before(version, 22))
      report(
        at,
        `${name} takes requests whose end nginx or a balancer sees elsewhere (CVE-2024-1135, request smuggling): 22.0 refuses them.`,
      );
    const reloads = project.units.some((unit) =>
      entries(unit, "Service", "ExecReload").some(({ value }) => /HUP/.test(value.text)),
    );
    if (reloads && !before(version, 25, 1) && before(version, 26, 1))
      report(
        at,
        `${name} leaves a thread, a descriptor and a socket behind at each reload by SIGHUP, as the unit does it: 26.1 does not.`,
      );
  },
});
