import type { Finding } from "../finding.ts";
import { reportOf, type Shown } from "../report.ts";
import type { Rule } from "../rule.ts";
import { github } from "./github.ts";
import { rdjson } from "./rdjson.ts";
import { sarif } from "./sarif.ts";

export const formats = ["pretty", "json", "github", "sarif", "rdjson"] as const;
export type Format = (typeof formats)[number];

/** The machine-readable formats. `pretty` is for users and needs the files' lines: `formats/pretty.ts`. */
export const machineFormats: Record<
  Exclude<Format, "pretty">,
  (findings: readonly Finding[], shown: Shown, rules: readonly Rule[]) => string
> = {
  /** `{ "findings": [ … ] }`; lines and columns count from 1, the end is exclusive. */
  json: (findings, shown) => `${JSON.stringify(reportOf(findings, shown), null, 2)}\n`,
  github,
  sarif,
  rdjson,
};
