import { size, when } from "../format.ts";
import { httpsProblem } from "../tls/https.ts";
import type { Instance, Status, Traffic } from "./status.ts";

/** The tone of a line: `bad` needs action, `note` deserves attention. */
export type Tone = "good" | "bad" | "note" | "";

export interface Row {
  readonly name: string;
  readonly text: string;
  readonly tone: Tone;
}

/** Days before its end at which a certificate is worth a note: Let's Encrypt renews at 30. */
const CERTIFICATE_DAYS = 20;
/** Free disk below which the next deploy may not fit. */
const DISK_MB = 500;

/** A status in rows of a name and a text, for the CLI and the Action. */
export function statusRows(seen: Status): Row[] {
  const { at, current, commit, subject, ahead, since, by, run, answers, answer } = seen;
  const row = (name: string, text: string, tone: Tone = ""): Row => ({ name, text, tone });
  if (!current) return [row("live", "nothing was deployed yet", "bad"), ...rest(seen, row)];
  const who = [by, run === by ? "" : run].filter(Boolean).join(", ");
  const behind = ahead ? `; ${ahead} newer commit${ahead === 1 ? " is" : "s are"} here and not live` : "";
  return [
    row("live", current),
    row("since", `${when(since, at)}${who && ` by ${who}`}`),
    row("commit", `${commit.slice(0, 10)}${subject && ` ${subject}`}${behind}`, ahead ? "note" : ""),
    row("answers", `${answers ? "yes" : "no"}: ${answer}`, answers ? "good" : "bad"),
    ...seen.instances.map((one) => row(one.role, instanceText(one, at), one.role === "failed" ? "bad" : toneOf(one))),
    ...rest(seen, row),
  ];
}

function rest(seen: Status, row: (name: string, text: string, tone?: Tone) => Row): Row[] {
  const { at, traffic, certificate, pending, changed, lastFailure, lockedBy } = seen;
  const rows: Row[] = [];
  const { maintenance } = seen;
  if (maintenance) {
    const who = maintenance.by && ` by ${maintenance.by}`;
    rows.push(row("maintenance", `visitors get its page, since ${when(maintenance.since, at)}${who}`, "bad"));
  }
  if (traffic) rows.push(row("traffic", trafficText(traffic), traffic.errors5xx > 0 ? "bad" : ""));
  else if (seen.current)
    rows.push(row("traffic", "unknown: the site has no access_log of its own in /var/log/nginx", "note"));
  if (certificate) {
    const { days, expires, file } = certificate;
    if (days === null) rows.push(row("certificate", `${file} cannot be read`, "bad"));
    else {
      const tone = days < 7 ? "bad" : days < CERTIFICATE_DAYS ? "note" : "good";
      rows.push(row("certificate", `${days < 0 ? "expired" : "expires"} ${when(expires, at)}`, tone));
    }
  }
  const trouble = seen.https && httpsProblem(seen.https, at);
  if (trouble) rows.push(row("https", trouble, "bad"));
  for (const { path, status, error } of seen.unserved)
    rows.push(row("static files", `${path} ${error || `answers ${status}`} through nginx`, "bad"));
  if (pending.length > 0)
    rows.push(row("not installed", `${pending.join(", ")} of the release differ from what is installed`, "bad"));
  if (changed.length > 0)
    rows.push(row("not deployed", `${changed.join(", ")} of this repository differ from the release`, "note"));
  rows.push(
    row("disk", `${mb(seen.diskFreeMb)} free of ${mb(seen.diskTotalMb)}`, seen.diskFreeMb < DISK_MB ? "bad" : ""),
  );
  rows.push(row("memory", `${mb(seen.memoryFreeMb)} free`));
  rows.push(row("deploying", lockedBy || "nobody", lockedBy ? "note" : ""));
  if (lastFailure) {
    const { release, outcome, step, cause } = lastFailure;
    const why = [step && `in ${step}`, cause.split("\n")[0]].filter(Boolean).join(": ");
    rows.push(
      row(
        "last failure",
        `${when(lastFailure.endedAt || lastFailure.at, at)} ${release} ${outcome}${why && ` ${why}`}`,
      ),
    );
  }
  return rows;
}

const mb = (count: number) => size(count * (1 << 20));
const toneOf = ({ processes, state }: Instance): Tone =>
  processes === 0 && !/^(active|running|listening)$/.test(state) ? "bad" : "";

function instanceText({ id, role, state, restarts, processes, memoryBytes, since }: Instance, at: string): string {
  return [
    role === "current" ? state : `${id} ${state}`,
    processes > 0 ? `${processes} process${processes === 1 ? "" : "es"}` : "",
    memoryBytes === null ? "" : size(memoryBytes),
    since && `up since ${when(since, at)}`,
    restarts > 0 ? `restarted ${restarts} time${restarts === 1 ? "" : "s"}` : "",
  ]
    .filter(Boolean)
    .join(", ");
}

function trafficText({ seconds, requests, errors5xx, errors4xx, odd }: Traffic): string {
  const rate = requests / Math.max(1, seconds);
  const shown = rate >= 10 ? rate.toFixed(0) : rate >= 0.1 || rate === 0 ? rate.toFixed(1) : rate.toFixed(3);
  const minutes = Math.round(seconds / 60);
  const span = seconds < 120 ? `${seconds} s` : `${minutes} minutes`;
  const unread = odd > 0 ? ` (${odd} lines are not in nginx's combined format)` : "";
  return `${shown} requests/s, ${errors5xx} of ${requests} failed (5xx), ${errors4xx} were rejected (4xx), in the last ${span}${unread}`;
}
