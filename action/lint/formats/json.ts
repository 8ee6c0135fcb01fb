import type { Finding } from "../finding.ts";
import { reportOf, type Shown } from "../report.ts";

/** `{ "findings": [ … ] }`; lines and columns count from 1, the end is exclusive. */
export const json = (findings: readonly Finding[], shown: Shown): string =>
  `${JSON.stringify(reportOf(findings, shown), null, 2)}\n`;
