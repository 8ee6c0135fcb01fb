import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { checkedAnswers } from "../../../generators/scaffold/answers.ts";
import { render } from "../../../generators/scaffold/render.ts";
import { templates } from "../../../generators/scaffold/templates.ts";
import { combinations } from "../../generated/combinations.ts";

/** One generated repository. */
export async function repository(folder: string): Promise<void> {
  for (const { path, content } of await render(checkedAnswers({ name: "shop" }), templates))
    put(join(folder, path), content);
}

/** The nginx file that takes in all sites below `folder`, for tools that read one configuration. */
export const rootConf = "nginx.conf";

/**
 * As many files as there are real ones in our collection, each as the scaffold writes it for one app of many: 39 sites, 39
 * server configurations, 39 units, and the file that includes the sites. `nginxOnly` leaves the others out.
 */
export async function manyFiles(folder: string, nginxOnly = false): Promise<number> {
  const sites = combinations.filter(({ answers }) => answers.processManager === "systemd" && answers.nginx === "site");
  let written = 1;
  for (let app = 0; app < 39; app++) {
    const name = `shop${app}`;
    const answers = sites[app % sites.length]!.answers;
    const files = await render(checkedAnswers({ ...answers, name, domain: `shop${app}.org` }), templates);
    for (const { path, content } of files) {
      const site = path === "deploy/nginx.conf";
      if (!site && (nginxOnly || !/^deploy\/(uwsgi\.ini|gunicorn\.conf\.py|shop\d+@\.service)$/.test(path))) continue;
      put(join(folder, name, path), content);
      written++;
    }
  }
  const include = `include ${folder}/*/deploy/nginx.conf;`;
  put(
    join(folder, rootConf),
    `pid ${folder}/pid;\nerror_log stderr;\nevents {\n}\nhttp {\n    access_log off;\n    ${include}\n}\n`,
  );
  for (const name of ["uwsgi_params", "proxy_params", "mime.types"])
    if (nginxOnly) copyFileSync(join("/etc/nginx", name), join(folder, name));
  return written;
}

function put(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}
