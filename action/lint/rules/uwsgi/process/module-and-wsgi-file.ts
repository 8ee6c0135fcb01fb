import { wholeLine } from "../../../edit.ts";
import { defineRule } from "../../../rule.ts";
import { ini, last, ownServers } from "../one-file.ts";

export const moduleAndWsgiFile = defineRule({
  id: "uwsgi/module-and-wsgi-file",
  severity: "warning",
  summary: "Two ways to load the app at once",
  why: `\`module\` and \`wsgi-file\` each load an app; with both uWSGI loads twice and mounts the second over the first, which costs the
memory and the start-up of both and hides which one answers. Keep one.`,
  bad: ini("wsgi-file = wsgi.py"),
  good: ini(),
  check({ model, report }) {
    for (const { options } of ownServers(model)) {
      const module = last(options, "module");
      const file = last(options, "wsgi-file");
      const mount = options.find(({ name, value }) => name.text === "mount" && /^\/=/.test(value?.text ?? ""));
      const second = file ?? mount;
      if (!module || !second) continue;
      const later = module.source === second.source && module.start > second.start ? module : second;
      report(
        later,
        `\`${module.name.text}\` and \`${second.name.text}\` both load an app: the second one hides the first.`,
        {
          related: [{ at: later === module ? second : module, message: "the other one" }],
          fix: { kind: "suggested", title: `remove \`${second.name.text}\``, edits: [wholeLine(second)] },
        },
      );
    }
  },
});
