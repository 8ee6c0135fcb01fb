import type { App } from "../../engine/app/app.ts";

/**
 * Where visitors find the site, as far as the configuration says it: a site without a domain is the server's own.
 *
 * @param port that nginx listens on for plain HTTP
 */
export function siteUrl({ domain }: Pick<App, "domain">, host: string, port: number): string {
  const name = domain !== "_" ? domain : host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
  return `http://${name}${port === 80 ? "" : `:${port}`}/`;
}
