import type { Model, Server } from "../../model/types.ts";
import { rulesOver } from "../../rule.ts";
import { canonicalName, isFalse } from "../../uwsgi/options.ts";
import type { UwsgiFile, UwsgiOption } from "../../uwsgi/tree.ts";

/** The last option of that canonical name. */
export const last = (options: readonly UwsgiOption[], name: string) =>
  options.filter((option) => canonicalName(option.name.text) === name).at(-1);

/** Whether a boolean option is on; false if it is not set. */
export function isOn(options: readonly UwsgiOption[], name: string): boolean {
  const option = last(options, name);
  return option !== undefined && !(option.value && isFalse(option.value.text.trim()));
}

const loaders = ["module", "wsgi-file", "mount", "paste", "pyrun", "eval", "wsgi-env-behaviour"];
const listeners = ["socket", "http", "http-socket", "https", "fastcgi-socket", "scgi-socket", "so-keepalive"];

/**
 * Servers whose ini is here, loads or serves an app, and is completely known. A fragment that another file includes, an
 * emperor, or an ini with conditions does not show what is missing in it.
 */
export function* ownServers(model: Model): Generator<Server & { readonly uwsgi: UwsgiFile }> {
  for (const server of model.servers) {
    const { uwsgi, options } = server;
    if (server.program !== "uwsgi" || !uwsgi || server.partial || uwsgi.template) continue;
    if (model.fragments.has(uwsgi)) continue;
    if (
      last(options, "emperor") ||
      !options.some(
        ({ name }) => loaders.includes(canonicalName(name.text)) || listeners.includes(canonicalName(name.text)),
      )
    )
      continue;
    yield server as Server & { readonly uwsgi: UwsgiFile };
  }
}

/** A valid ini with some lines replaced, for examples. */
export const ini = (...lines: string[]) => {
  const standard = ["module = wsgi:app", "master = true", "die-on-term = true", "socket = /run/shop/shop.sock"];
  const names = new Set(lines.map((line) => line.split("=")[0]!.trim()));
  return `[uwsgi]\n${[...standard.filter((line) => !names.has(line.split("=")[0]!.trim())), ...lines].filter((line) => !line.endsWith("=")).join("\n")}\n`;
};

export const ownServerRule = rulesOver(({ model }) => ownServers(model));
