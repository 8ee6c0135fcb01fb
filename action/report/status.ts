import type { Status } from "../engine/console/status/status.ts";
import { statusRows, type Tone } from "../engine/console/status/text.ts";
import { code, inline, page, table } from "./markdown.ts";
import type { Report } from "./report.ts";

const signs: Readonly<Record<Tone, string>> = { good: "✅ ", bad: "❌ ", note: "⚠️ ", "": "" };

/** A status for a job: the terminal's rows in the log and the summary. The job fails if the site does not respond. */
export function statusReport(seen: Status, app: string): Report & { readonly lines: readonly string[] } {
  const rows = statusRows(seen);
  const { current, answers, maintenance } = seen;
  const how = headline(seen);
  const sign = !answers ? "❌" : maintenance ? "🚧" : "✅";
  return {
    failure: answers ? undefined : `${app}: ${how}`,
    outputs: { status: answers ? "up" : "down", release: current, json: JSON.stringify(seen) },
    annotations: [],
    summary: page(
      `### ${sign} ${code(app)} ${current && `${code(current)} `}${inline(how)}`,
      table(
        ["", ""],
        rows.map(({ name, text, tone }) => [name, `${signs[tone]}${inline(text)}`]),
      ),
    ),
    lines: rows.map(({ name, text }) => `${name.padEnd(14)} ${text}`),
  };
}

/** What visitors get comes first: a site in maintenance mode is down for them, even if its app is healthy. */
function headline({ current, answers, answer, maintenance }: Status): string {
  if (!current) return "nothing was deployed yet";
  const app = answers ? "is up" : `does not answer: ${answer}`;
  if (!maintenance) return app;
  const { since, by } = maintenance;
  return `is in maintenance mode since ${since}${by && ` by ${by}`}: visitors get the maintenance page${answers ? "" : `, and the app ${app}`}`;
}
