import type { App } from "../../engine/app/app.ts";

/**
 * The site's URL for visitors, as far as the configuration has it: without a domain, that of the server.
 *
 * @param port the port that nginx listens on for plain HTTP
 */
export function siteUrl({ domain }: Pick<App, "domain">, host: string, port: number): string {
  const name = domain !== "_" ? domain : host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
  return `http://${name}${port === 80 ? "" : `:${port}`}/`;
}
