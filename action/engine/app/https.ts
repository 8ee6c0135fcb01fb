import type { Answers } from "./fields.ts";

/** Where a server keeps an app's pairs of certificate and key; `current` in it leads to the one in use. */
export const certificateFolder = (name: string) => `/etc/flask-deploy/tls/${name}`;

/** What flask-deploy.yml and the site file, deploy/nginx.conf, say differently of HTTPS; `setup` refuses it. */
export function httpsMismatch({ name, tls }: Pick<Answers, "name" | "tls">, site: string): string | undefined {
  const pair = `${certificateFolder(name)}/current/`;
  const has = new RegExp(`^\\s*ssl_certificate\\s+${pair}`, "m").test(site);
  if (tls !== "none" && !has)
    return `flask-deploy.yml says tls: ${tls}, and deploy/nginx.conf does not serve ${pair}fullchain.pem. Run \`npx create-flask-deploy update\`, or say tls: none.`;
  if (tls === "none" && has)
    return `deploy/nginx.conf serves ${pair}fullchain.pem, and flask-deploy.yml says tls: none, so nobody would make it. Say tls: letsencrypt or tls: files.`;
  return undefined;
}
