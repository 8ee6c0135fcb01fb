import { when } from "../format.ts";
import { httpsProblem } from "./https.ts";
import type { Tls } from "./tls.ts";

/** HTTPS in rows of a name and a text. */
export function tlsRows({ at, https, problem }: Tls): [string, string][] {
  const { pair, served, next, attempt, retry } = https;
  const wrong = problem || httpsProblem(https, at);
  return [
    ["https", wrong || "as it should be"],
    [
      "certificate",
      pair.signed ? `${pair.serial}, since ${pair.since}` : "none yet; nginx starts with one that nobody signed",
    ],
    ...(pair.signed ? [["expires", when(pair.until, at)] as [string, string]] : []),
    ...Object.entries(served).map(([name, serial]): [string, string] => [
      name,
      serial === pair.serial
        ? "served"
        : serial
          ? `another certificate is served: ${serial}`
          : "nginx does not answer on 443",
    ]),
    ...(pair.signed ? [["renewal", `from ${pair.due} on`] as [string, string]] : []),
    ["timer", next ? `looks again ${when(next, at)}` : "off"],
    ...(attempt
      ? [
          ["last try", `${when(attempt.at, at)}: ${attempt.outcome}${attempt.cause && `: ${attempt.cause}`}`] as [
            string,
            string,
          ],
        ]
      : []),
    ...(retry ? [["next try", when(retry, at)] as [string, string]] : []),
  ];
}
