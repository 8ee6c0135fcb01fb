import type { App } from "../../engine/app/app.ts";
import { wordsOf } from "../../engine/app/names.ts";

/**
 * The site's URL for visitors, as far as the configuration has it: without a domain, that of the server.
 *
 * @param port the port that nginx listens on for plain HTTP
 */
export function siteUrl({ domain, tls }: Pick<App, "domain" | "tls">, host: string, port: number): string {
  const [canonical = "_"] = wordsOf(domain);
  const name = canonical !== "_" ? canonical : host.includes(":") && !host.startsWith("[") ? `[${host}]` : host;
  return tls === "none" ? `http://${name}${port === 80 ? "" : `:${port}`}/` : `https://${name}/`;
}
