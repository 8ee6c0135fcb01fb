import { suggested, wholeLine } from "../../../fix/edit.ts";
import { defineRule } from "../../../rule.ts";
import { canonicalName } from "../../../uwsgi/options.ts";
import { ini, ownServers } from "../one-file.ts";

export const pluginWithPipUwsgi = defineRule({
  id: "uwsgi/plugin-with-pip-uwsgi",
  severity: "warning",
  summary: "A Python plugin for a uWSGI that has Python built in",
  why: `The uWSGI that pip installs has Python in it and no plugin folder: \`plugin = python3\` ends in "unable to load plugin" and, with
\`need-plugin\`, in no start at all. Only the distribution's package (uwsgi-core) needs the line.`,
  bad: { "deploy/uwsgi.ini": ini("plugin = python3"), "requirements.txt": "flask==3.1.3\nuwsgi==2.0.30\n" },
  good: { "deploy/uwsgi.ini": ini(), "requirements.txt": "flask==3.1.3\nuwsgi==2.0.30\n" },
  check({ project, model, report }) {
    const pinned = project.requirements.find((source) => /^(?:py)?uwsgi\b/im.test(source.text));
    for (const { options, invocation } of ownServers(model)) {
      const own = invocation && /\/(?:\.?v?env|virtualenv|\w*env)\/bin\//.test(invocation.executable.text);
      const system = invocation && /^\/usr\/bin\//.test(invocation.executable.text);
      if (!(own || pinned) || system) continue;
      for (const option of options)
        if (
          canonicalName(option.name.text) === "plugin" &&
          isPython.test(option.value?.text.trim() ?? "") &&
          (own || !option.value?.text.includes("/usr/lib/"))
        )
          report(
            option,
            "A uWSGI from pip has Python built in and finds no such plugin.",
            suggested("remove it", wholeLine(option)),
          );
    }
  },
});

/** By its name or its path, one of several or alone. */
const isPython = /(^|[,/])python[\d.]*(_plugin(\.so)?)?(,|$)/;
