import { suggested, wholeLine } from "../../../fix/edit.ts";
import { ini, last, ownServerRule } from "../one-file.ts";

export const moduleAndWsgiFile = ownServerRule({
  id: "uwsgi/module-and-wsgi-file",
  severity: "warning",
  summary: "Two ways to load the app at once",
  why: `With \`module\` and \`wsgi-file\` together uWSGI loads the module and leaves the file alone, in either order: edits of the file have no effect. With \`mount = /=…\` it loads both
and mounts one over the other, at the cost of both. Keep one.`,
  bad: ini("wsgi-file = wsgi.py"),
  good: ini(),
  check({ options }, { report }) {
    const module = last(options, "module");
    const file = last(options, "wsgi-file");
    const mount = options.find(({ name, value }) => name.text === "mount" && /^\/=/.test(value?.text ?? ""));
    const second = file ?? mount;
    if (!module || !second) return;
    const said = file
      ? `\`${module.name.text}\` wins over \`${file.name.text}\`, in either order: this file is never loaded.`
      : `\`${module.name.text}\` and \`mount\` both load an app for /: one hides the other.`;
    report(second, said, {
      related: [{ at: module, message: file ? "this is loaded" : "the other one" }],
      fix: suggested(`remove \`${second.name.text}\``, wholeLine(second)),
    });
  },
});
