import { httpsMismatch } from "../../../../engine/app/https.ts";
import { named } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";

const yml = (tls: string) => `name: shop\ndomain: shop.test\ntls: ${tls}\n`;
const pair = "/etc/flask-deploy/tls/shop/current";
const site = `server {
    listen 443 ssl;
    ssl_certificate ${pair}/fullchain.pem;
    ssl_certificate_key ${pair}/privkey.pem;
    server_name shop.test;
    return 204;
}
`;

export const httpsDisagrees = defineRule({
  id: "cross/https-disagrees",
  severity: "error",
  summary: "tls: in flask-deploy.yml and the site file differ",
  why: `\`tls:\` decides whether \`setup\` gets a certificate and renews it, and deploy/nginx.conf whether nginx serves it. With only one of them the site has no HTTPS, or nginx does not
start because nothing creates its certificate. \`setup\` refuses such a repository with the same words.`,
  bad: { "flask-deploy.yml": yml("none"), "deploy/nginx.conf": site },
  good: { "flask-deploy.yml": yml("letsencrypt"), "deploy/nginx.conf": site },
  check({ project, app, report }) {
    const file = project.nginx.find(({ path }) => path === "deploy/nginx.conf");
    const problem = app && file && httpsMismatch(app, file.source.text);
    const at = file && (named(file, "ssl_certificate")[0] ?? named(file, "server")[0]?.name ?? file.root.children[0]);
    if (problem && at) report(at, problem);
  },
});
