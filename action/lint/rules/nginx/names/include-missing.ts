import { isTemplated } from "../../../files/template.ts";
import { includedFiles } from "../../../nginx/included.ts";
import { includedName, isShipped } from "../../../nginx/includes.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const includeMissing = nginxRule({
  id: "nginx/include-missing",
  severity: "info",
  summary: "An include of a file that the repository does not have",
  why: `nginx does not start when an included file is not there (a pattern with * may find nothing). A relative path is looked for below /etc/nginx, so the file may be the server's own;
where it is meant to come from the repository, it was not committed or has another name.`,
  bad: server("include snippets/shop.conf;", "return 204;"),
  good: server("include mime.types;", "return 204;"),
  on: ["include"],
  check(include, { project, report }) {
    const [path] = include.args;
    if (!path || !project.whole || path.text.startsWith("/") || isTemplated(path.text) || /[*?[$]/.test(path.text))
      return;
    if (isShipped(includedName(include)) || includedFiles(include, project.nginx).length > 0) return;
    const name = includedName(include);
    if ([...project.paths].some((one) => one.endsWith(`/${name}`) || one === name)) return;
    report(path, `${path.text} is not in the repository: nginx does not start unless the server has it.`);
  },
});
