import { readFileSync } from "node:fs";
import * as v from "valibot";
import { span, when } from "../format.ts";

/** The Python module that asks the root helper. */
export const httpsModule = { https: readFileSync(new URL("./https.py", import.meta.url), "utf8") };

/** HTTPS of a site as its server has it. Times are ISO 8601 in UTC, "" when there is none. */
export const https = v.object({
  /** Whether visitors by HTTP are sent to HTTPS: there was a certificate that browsers accept. */
  public: v.boolean(),
  /** The certificate in use; `signed` is false for the stand-in, with which nginx starts before there is one. */
  pair: v.object({
    ...{ serial: v.string(), signed: v.boolean(), since: v.string(), until: v.string() },
    /** When its renewal begins. */
    due: v.string(),
  }),
  /** Serial of what nginx serves for each name; "" when it serves nothing. */
  served: v.record(v.string(), v.string()),
  /** The timer's next run; "" when it is off. */
  next: v.string(),
  /** The last time that a certificate was asked for. `waiting`: the CA was not asked, as something else has to happen first. */
  attempt: v.nullable(
    v.object({ at: v.string(), outcome: v.picklist(["issued", "failed", "waiting"]), cause: v.string() }),
  ),
  /** When the timer asks the CA again after a failure. */
  retry: v.string(),
  /** Keys that others than root may read. */
  loose: v.array(v.string()),
});
export type Https = v.InferOutput<typeof https>;

/** A third of a lifetime, or half of a short one, is there for renewals: with half of that gone, something is wrong. */
const isLate = ({ due, until }: Https["pair"], at: number) => at > (Date.parse(due) + Date.parse(until)) / 2;

/**
 * What is not as it should be, with the cause; "" when all is.
 *
 * @param now the server's clock
 */
export function httpsProblem({ public: reached, pair, served, next, attempt, loose }: Https, now: string): string {
  const at = Date.parse(now);
  const why = attempt?.cause ? `: ${attempt.cause}` : "";
  const [other] = Object.entries(served).find(([, serial]) => serial !== pair.serial) ?? [];
  if (!reached || !pair.signed)
    return `there is no certificate yet, so the site is served by HTTP${why || ": the server was not asked to get one; run `create-flask-deploy tls renew`"}`;
  if (at >= Date.parse(pair.until)) return `the certificate expired ${when(pair.until, now)}${why}`;
  if (at < Date.parse(pair.since))
    return `the certificate is valid from ${pair.since} on, and the server's clock says ${now}: set it (timedatectl set-ntp true)`;
  if (other)
    return `nginx does not serve the certificate in use for ${other}: run \`create-flask-deploy tls renew\`${why}`;
  if (isLate(pair, at))
    return `the certificate expires in ${span((Date.parse(pair.until) - at) / 1000)} and was not renewed${why}`;
  if (next === "") return "the timer that renews the certificate is off: run `create-flask-deploy setup` again";
  if (loose[0]) return `${loose[0]} can be read by others than root: chmod 600 ${loose[0]}`;
  return "";
}
