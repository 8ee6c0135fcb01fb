import type { GunicornTable } from "../tables/build.ts";
import table from "../tables/gunicorn.generated.json" with { type: "json" };

/** gunicorn's settings by their names in a conf.py. */
export const settings = table as unknown as GunicornTable;

export const settingNames: readonly string[] = Object.keys(settings);

const byOption = new Map(
  Object.entries(settings).flatMap(([name, { cli, flag }]) =>
    cli.map((option) => [option, { name, flag: flag === 1 }] as const),
  ),
);

/** The setting for `-b` or `--bind`; as in argparse, a long option may be abbreviated while it is unambiguous. */
export function gunicornOption(option: string): { name: string; flag: boolean } | undefined {
  const exact = byOption.get(option);
  if (exact || !option.startsWith("--")) return exact;
  const meant = [...byOption].filter(([name]) => name.startsWith(option)).map(([, setting]) => setting);
  return new Set(meant.map((setting) => setting.name)).size === 1 ? meant[0] : undefined;
}

export const optionSpellings: readonly string[] = [...byOption.keys()];
