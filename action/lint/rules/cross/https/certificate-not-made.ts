import type { App } from "../../../../engine/app/app.ts";
import { certificateFolder, httpsMismatch } from "../../../../engine/app/https.ts";
import type { Project } from "../../../files/project.ts";
import type { Severity } from "../../../finding.ts";
import { named } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";

const yml = "name: shop\ndomain: shop.test\ntls: letsencrypt\n";
const site = (www: string) => `server {
    listen 443 ssl;
    ssl_certificate /etc/flask-deploy/tls/shop/current/fullchain.pem;
    ssl_certificate_key /etc/flask-deploy/tls/shop/current/privkey.pem;
    server_name shop.test;
    return 204;
}
server {
    listen 443 ssl;
    ssl_certificate ${www}/fullchain.pem;
    ssl_certificate_key ${www}/privkey.pem;
    server_name www.shop.test;
    return 204;
}
`;

export const certificateNotMade = defineRule({
  id: "cross/certificate-not-made",
  severity: "error",
  summary: "A certificate path that nothing creates for this app",
  why: `nginx does not start without the file of an \`ssl_certificate\` ("cannot load certificate"), and \`setup\` creates and renews one pair for each app:
/etc/flask-deploy/tls/NAME/current/fullchain.pem and privkey.pem. The pair of another app is for other names and disappears with that app; a folder of certbot's, /etc/letsencrypt/live/X, exists
only where somebody ran certbot by hand. The rule is silent where the repository itself runs certbot.`,
  bad: { "flask-deploy.yml": yml, "deploy/nginx.conf": site("/etc/flask-deploy/tls/www/current") },
  good: { "flask-deploy.yml": yml, "deploy/nginx.conf": site("/etc/flask-deploy/tls/shop/current") },
  check({ project, app, report }) {
    const file = project.nginx.find(({ path }) => path === "deploy/nginx.conf");
    // What differs as a whole is another rule's.
    if (!app || !file || httpsMismatch(app, file.source.text)) return;
    for (const { args } of named(file, "ssl_certificate")) {
      const [message, severity] = (args[0] && judged(args[0].text, app, project)) ?? [];
      if (args[0] && message) report(args[0], message, severity ? { severity } : {});
    }
  },
});

function judged(path: string, app: App, project: Project): readonly [message: string, severity?: Severity] | undefined {
  const { name, tls, tlsCertificate } = app;
  const own = `${certificateFolder(name)}/current/fullchain.pem`;
  const owner = /^\/etc\/flask-deploy\/tls\/([^/$]+)\//.exec(path)?.[1];
  if (owner !== undefined && owner !== name)
    return [`This is the certificate of an app called \`${owner}\`, for its own names. The one of this app is ${own}.`];
  if (owner !== undefined && path !== own)
    return [`Nothing creates this file, so nginx does not start: \`setup\` puts the certificate at ${own}.`];
  const lineage = /^\/etc\/letsencrypt\/live\/([^/$]+)\//.exec(path);
  if (!lineage || runsCertbot(project)) return undefined;
  // Whoever has no HTTPS by setup may well have run certbot by hand.
  if (tls === "none")
    return ["flask-deploy.yml says tls: none, so `setup` does not create this certificate: that is up to you.", "info"];
  const made = tls === "letsencrypt" ? `/etc/letsencrypt/live/${name}/` : tlsCertificate;
  return made.startsWith(lineage[0])
    ? undefined
    : [
        `flask-deploy.yml says tls: ${tls}, so \`setup\` does not create this certificate. The one that it renews is ${own}.`,
        "warning",
      ];
}

/** A client of ACME in a script or a playbook. */
const runsCertbot = (project: Project) =>
  project.scripts.some(({ source }) => /\b(certbot|acme\.sh|dehydrated|lego)\b/.test(source.text)) ||
  [...project.paths].some((path) => /certbot|letsencrypt|acme|(^|\/)(playbook[\w-]*\.ya?ml|fabfile\.py)$/i.test(path));
