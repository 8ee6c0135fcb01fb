import { lineBelow } from "../../../edit.ts";
import { defineRule } from "../../../rule.ts";
import { isOn, ownServers } from "../one-file.ts";

export const mountWithoutManageScriptName = defineRule({
  id: "uwsgi/mount-without-manage-script-name",
  severity: "warning",
  summary: "An app mounted under a path that is not taken off",
  why: `\`mount = /shop=wsgi:app\` chooses the app by the path, but leaves the path as it is: the app sees /shop/cart instead of /cart and
answers 404. \`manage-script-name = true\` moves /shop into SCRIPT_NAME, where url_for finds it too.`,
  bad: `[uwsgi]
mount = /shop=wsgi:app
master = true
die-on-term = true
socket = /run/shop/shop.sock
`,
  good: `[uwsgi]
mount = /shop=wsgi:app
manage-script-name = true
master = true
die-on-term = true
socket = /run/shop/shop.sock
`,
  check({ model, report }) {
    for (const { options } of ownServers(model)) {
      const mount = options.find(({ name, value }) => name.text === "mount" && /^\/[^=]/.test(value?.text ?? ""));
      if (!mount || isOn(options, "manage-script-name")) continue;
      report(mount, "The path is not taken off: the app sees it whole and answers 404.", {
        fix: {
          kind: "suggested",
          title: "add `manage-script-name`",
          edits: [lineBelow(mount, "manage-script-name = true")],
        },
      });
    }
  },
});
