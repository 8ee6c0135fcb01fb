import { inContainer } from "../../../files/containers.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { processEntry } from "../../../model/launchers.ts";
import { defineRule } from "../../../rule.ts";
import { uwsgiIni } from "../examples.ts";

export const openUmask = defineRule({
  id: "cross/open-umask",
  severity: "warning",
  summary: "A umask that leaves what the app writes open to every user",
  why: `With a umask of 000 every file that the app makes has mode 666 and every folder 777, and uWSGI's own socket is made with 777: any user and process of the machine changes uploads, a SQLite database
or a log, and sends requests past nginx. 027 keeps them to the app and its group.`,
  bad: { "deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock", "umask = 000") },
  good: { "deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock", "umask = 027") },
  check({ project, model, report }) {
    const said = [
      ...model.servers.flatMap(({ options }) => options.filter(({ name }) => name.text === "umask")),
      ...model.starters
        .filter(({ invocations }) => invocations.length > 0)
        .map((starter) => processEntry(starter, "UMask", "umask")),
    ];
    for (const entry of new Set(said)) {
      const value = entry?.value;
      if (!value || !/^[0-7]{1,4}$/.test(value.text.trim()) || Number.parseInt(value.text, 8) & 0o002) continue;
      report(
        entry,
        `What the app writes is writable for every user of the machine: umask ${value.text} removes no permissions.`,
        {
          // A container has no other users.
          severity: inContainer(project) ? "info" : "warning",
          fix: suggested("027", replace(value, "027")),
        },
      );
    }
  },
});
