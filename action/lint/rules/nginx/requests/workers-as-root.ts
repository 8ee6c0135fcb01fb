import { inContainer } from "../../../files/containers.ts";
import { nginxRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

export const workersAsRoot = nginxRule({
  id: "nginx/workers-as-root",
  severity: "warning",
  summary: "nginx workers that run as root",
  why: `\`user root;\` is often added when nginx may not read a folder or a socket. It may then read everything: a path that leads out of \`root\`, a symlink in an upload or a
vulnerability in nginx discloses keys and passwords of the whole machine. Run nginx as www-data, and give that group access to what nginx serves.`,
  bad: nginx("user root;", "events { }", "http { server { listen 80; return 204; } }"),
  good: nginx("user www-data;", "events { }", "http { server { listen 80; return 204; } }"),
  on: ["user"],
  check({ args: [who] }, { project, report }) {
    if (who?.text === "root")
      report(who, "Every worker is root: it may open any file that a visitor can make nginx open.", {
        severity: inContainer(project) ? "info" : "warning",
      });
  },
});
