import { replace, suggested } from "../../../fix/edit.ts";
import { uwsgiOptionRule } from "../../../rule.ts";
import { ini } from "../one-file.ts";

export const envIsNoVirtualenv = uwsgiOptionRule({
  id: "uwsgi/env-is-no-virtualenv",
  severity: "error",
  summary: "env with a path, where virtualenv is meant",
  why: `\`env = NAME=value\` sets a variable of the environment. \`env = /srv/shop/.venv\` sets a variable of that name, and the app is loaded without its packages:
"ModuleNotFoundError: No module named 'flask'". The option for a virtual environment is \`virtualenv\` (or \`home\`).`,
  bad: ini("env = /srv/shop/.venv"),
  good: ini("virtualenv = /srv/shop/.venv"),
  check({ name, value }, { report }) {
    if (
      name.text !== "env" ||
      !value ||
      value.text.includes("=") ||
      /%\(_|\$\(|@\(/.test(value.text) ||
      !/^[./~%$]|\/|^\w*(env|venv)$/.test(value.text)
    )
      return;
    report(
      name,
      `\`env\` sets a variable NAME=value: \`${value.text.slice(0, 60)}\` is a path, and the app is loaded without its virtual environment.`,
      suggested("write `virtualenv`", replace(name, "virtualenv")),
    );
  },
});
