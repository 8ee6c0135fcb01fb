import type { Invocation } from "../../command/invocation.ts";
import type { Model, Server, Starter } from "../../model/types.ts";
import { rulesOver } from "../../rule.ts";
import type { UnitEntry, UnitFile } from "../../systemd/tree.ts";
import { replacing } from "../examples.ts";

/** A .service unit that starts an app server, or a program that is used in place of one. */
export interface AppUnit {
  readonly starter: Starter & { readonly file: UnitFile };
  readonly file: UnitFile;
  readonly invocations: readonly Invocation[];
}

export function* appUnits(model: Model): Generator<AppUnit> {
  for (const starter of model.starters) {
    const { file, invocations } = starter;
    // A drop-in has only what differs.
    if (starter.by !== "systemd" || file.kind !== "systemd" || invocations.length === 0 || isDropIn(file.path))
      continue;
    yield { starter: { ...starter, file }, file, invocations };
  }
}

/** The server of each command line, including its config file. */
export const serversByInvocation = (model: Model): ReadonlyMap<Invocation, Server> =>
  new Map(model.servers.flatMap((server) => (server.invocation ? [[server.invocation, server] as const] : [])));

export const isDropIn = (path: string) => /\.[a-z]+\.d\/[^/]*$/.test(path);

/** Units of `systemctl --user`, which run as the user who started them. */
export const isUserUnit = (file: UnitFile) =>
  /(^|\/)systemd\/user\//.test(file.path) ||
  /^WantedBy=.*\bdefault\.target|systemctl --user |\.config\/systemd\/user\//m.test(file.source.text);

/** Entries whose value is a command line. */
export const execKeys = /^Exec(Start|StartPre|StartPost|Condition|Reload|Stop|StopPost)$/;

export function* execEntries(file: UnitFile): Generator<UnitEntry> {
  for (const section of file.sections) {
    for (const { key, value, ...entry } of section.entries)
      if (
        section.name.text === "Service" &&
        execKeys.test(key.text) &&
        value.text !== "" &&
        !/<\w[\w ]*>/.test(value.text)
      )
        yield { key, value, ...entry };
  }
}

/** A valid unit with some lines replaced, for examples. */
export const unit = (...lines: string[]) => {
  const standard = [
    "User=shop",
    "WorkingDirectory=/srv/shop",
    "ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app",
    "Restart=on-failure",
  ];
  return `[Unit]
Description=shop
After=network.target

[Service]
${replacing(standard, lines)}

[Install]
WantedBy=multi-user.target
`;
};

export const appUnitRule = rulesOver(({ model }) => appUnits(model));
