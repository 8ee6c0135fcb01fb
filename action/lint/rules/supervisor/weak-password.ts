import { isTemplated } from "../../files/template.ts";
import { setting } from "../../model/launchers.ts";
import { defineRule } from "../../rule.ts";
import { program } from "./programs.ts";

const http = (password: string) =>
  `[inet_http_server]\nport=127.0.0.1:9001\nusername=shop\npassword=${password}\n\n${program()}`;

export const weakPassword = defineRule({
  id: "supervisor/weak-password",
  severity: "warning",
  summary: "A weak password of supervisord's web interface",
  why: `The page of supervisord starts and stops programs as its own user, most often root. \`123\`, \`admin\`, \`user\` and \`thepassword\` of the sample configuration are what is tried first. Without
a port no password is needed: supervisorctl uses the unix socket.`,
  bad: http("123"),
  good: http("%(ENV_SUPERVISOR_PASSWORD)s"),
  check({ project, report }) {
    for (const section of project.supervisor.flatMap((file) => file.sections)) {
      const password = /^(inet|unix)_http_server$/.test(section.name.text) ? setting(section, "password") : undefined;
      const text = password?.value.text ?? "";
      if (!password || isTemplated(text) || text.startsWith("%(") || section.name.text.startsWith("unix")) continue;
      if (!/^(\d{1,8}|admin|user|root|pass(word|wd)?|thepassword|secret|test|dummy|supervisor|changeme)$/i.test(text))
        continue;
      report(
        password,
        "This password is among the first that are tried, and the web interface can stop and start programs as supervisord's user.",
      );
    }
  },
});
