import { inContainer } from "../../files/containers.ts";
import { rulesOver } from "../../rule.ts";
import { program } from "./programs.ts";

const whole = (more: string) =>
  `[supervisord]\nuser=shop\n\n[unix_http_server]\nfile=/run/supervisor.sock\n${more}\n${program()}`;

export const noRpcinterface = rulesOver(({ project }) => project.supervisor)({
  id: "supervisor/no-rpcinterface",
  severity: "warning",
  summary: "A supervisord that supervisorctl cannot control",
  why: `supervisorctl needs an interface that the section [rpcinterface:supervisor] switches on. Without it each \`supervisorctl restart shop\`
fails with "supervisord responded but did not recognize the supervisor namespace commands", in a deploy too.`,
  bad: whole(""),
  good: whole(
    "\n[rpcinterface:supervisor]\nsupervisor.rpcinterface_factory = supervisor.rpcinterface:make_main_rpcinterface\n",
  ),
  check({ sections, template }, { project, report }) {
    const has = (name: RegExp) => sections.find((section) => name.test(section.name.text));
    const server = has(/^(unix|inet)_http_server$/);
    if (!server || template || !has(/^supervisord$/) || has(/^(rpcinterface:|include$)/)) return;
    report(
      server.name,
      "There is no [rpcinterface:supervisor], so supervisorctl cannot start, stop or ask for anything.",
      {
        severity: inContainer(project) ? "info" : "warning",
      },
    );
  },
});
