import { lineBelow, suggested } from "../../../fix/edit.ts";
import { ini, isOn, ownServerRule } from "../one-file.ts";

export const mountWithoutManageScriptName = ownServerRule({
  id: "uwsgi/mount-without-manage-script-name",
  severity: "warning",
  summary: "An app mounted under a path that uWSGI does not strip",
  why: `\`mount = /shop=wsgi:app\` chooses the app by the path, but leaves the path as it is: the app sees /shop/cart instead of /cart and
answers 404. \`manage-script-name = true\` moves /shop into SCRIPT_NAME, where url_for finds it too.`,
  bad: ini("module =", "mount = /shop=wsgi:app"),
  good: ini("module =", "mount = /shop=wsgi:app", "manage-script-name = true"),
  check({ options }, { report }) {
    const mount = options.find(({ name, value }) => name.text === "mount" && /^\/[^=]/.test(value?.text ?? ""));
    if (!mount || isOn(options, "manage-script-name")) return;
    report(
      mount,
      "uWSGI does not strip the mount path: the app gets the full path and answers 404.",
      suggested("add `manage-script-name`", lineBelow(mount, "manage-script-name = true")),
    );
  },
});
