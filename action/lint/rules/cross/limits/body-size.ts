import type { Project } from "../../../files/project.ts";
import type { Range } from "../../../files/source.ts";
import type { Fix } from "../../../finding.ts";
import { lineAbove, replace, suggested } from "../../../fix/edit.ts";
import { numberTold } from "../../../model/servers.ts";
import { type Block, type Directive, inherited } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { flaskApp, uwsgiIni, uwsgiSite } from "../examples.ts";

const app = `${flaskApp}app.config["MAX_CONTENT_LENGTH"] = 16 * 1024 * 1024
`;

export const bodySize = defineRule({
  id: "cross/body-size",
  severity: "warning",
  summary: "nginx or uWSGI rejects uploads that the application accepts",
  why: `nginx answers "413 Request Entity Too Large" to every body above \`client_max_body_size\`, which is 1 MB by default, before Flask
sees the request. With MAX_CONTENT_LENGTH = 16 MB in the application, a photo of 3 MB is rejected by nginx, and the application's own error page never shows.
Give nginx at least what the application allows. uWSGI's \`limit-post\` is a third limit of the same kind.`,
  bad: {
    "deploy/nginx.conf": uwsgiSite("unix:/srv/shop/shop.sock", "        client_max_body_size 8m;\n"),
    "deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
    "wsgi.py": app,
  },
  good: {
    "deploy/nginx.conf": uwsgiSite("unix:/srv/shop/shop.sock", "        client_max_body_size 16m;\n"),
    "deploy/uwsgi.ini": uwsgiIni("socket = /srv/shop/shop.sock", "chmod-socket = 660"),
    "wsgi.py": app,
  },
  check({ project, model, report }) {
    for (const group of model.groups) {
      const allowed = maxContentLength(project, group.home);
      const connections = group.connections.filter((c) => model.reached(c).length > 0 && c.protocol !== "fastcgi");
      if (connections.length === 0) continue;
      let most = -1;
      let at: Directive | undefined;
      for (const { directive } of connections) {
        const [setting] = inherited(directive.parent as Block, "client_max_body_size").slice(-1);
        const bytes = setting ? sizeOf(setting.args[0]?.text ?? "") : 1_048_576;
        if (bytes === undefined || bytes === 0) most = Number.POSITIVE_INFINITY;
        else if (bytes > most) [most, at] = [bytes, setting];
      }
      if (allowed && most < allowed.bytes) {
        report(
          at ?? allowed.at,
          `nginx takes ${megabytes(most)}${at ? "" : " (client_max_body_size is not set)"} and the application ${megabytes(allowed.bytes)}: whatever is larger gets nginx's "413 Request Entity Too Large".`,
          {
            ...takeAll(at ?? connections[0]!.directive, allowed.bytes, at?.args[0], connections.length),
            related: [
              at
                ? { at: allowed.at, message: "what the application accepts" }
                : { at: connections[0]!.directive, message: "nginx passes the uploads on here" },
            ],
          },
        );
      }
      // If Flask has no limit, nginx's explicit one is the intended limit.
      const outer = allowed ?? (at && Number.isFinite(most) ? { bytes: most, at } : undefined);
      for (const server of outer ? group.servers : []) {
        const limit = numberTold(server, "limit-post");
        if (!limit || !outer || limit.number === 0 || limit.number >= outer.bytes) continue;
        const who = allowed ? "the application" : "nginx";
        report(
          limit.at,
          `uWSGI takes ${megabytes(limit.number)} and ${who} ${megabytes(outer.bytes)}: larger bodies are truncated.`,
          {
            fix: suggested(`take what ${who} takes`, replace(limit.value, String(outer.bytes))),
            related: [{ at: outer.at, message: `what ${who} takes` }],
          },
        );
      }
    }
  },
});

/** Sets the same limit in nginx; not if there is none yet and any of several locations may take the uploads. */
function takeAll(at: Directive, bytes: number, written: Range | undefined, places: number): { fix?: Fix } {
  const size = bytes % 1_048_576 === 0 ? `${bytes / 1_048_576}m` : bytes % 1024 === 0 ? `${bytes / 1024}k` : `${bytes}`;
  if (!written && places > 1) return {};
  const edit = written ? replace(written, size) : lineAbove(at, `client_max_body_size ${size};`);
  return { fix: suggested(`let nginx take ${size}`, edit) };
}

const megabytes = (bytes: number) =>
  bytes >= 1_048_576 ? `${Math.round((bytes / 1_048_576) * 10) / 10} MB` : `${Math.round(bytes / 1024)} kB`;

/** "10m", "1024k", "500"; undefined for a variable. */
function sizeOf(text: string): number | undefined {
  const found = /^(\d+)([kmg]?)$/i.exec(text);
  const factor: Record<string, number> = { "": 1, k: 1024, m: 1024 ** 2, g: 1024 ** 3 };
  return found ? Number(found[1]) * (factor[(found[2] as string).toLowerCase()] as number) : undefined;
}

/** The application's MAX_CONTENT_LENGTH, if it is a literal number; undefined if several differ. */
function maxContentLength(project: Project, home: string): { bytes: number; at: Range } | undefined {
  let found: { bytes: number; at: Range } | undefined;
  for (const { source, kind } of project.sources) {
    if (
      kind !== "python" ||
      !source.text.includes("MAX_CONTENT_LENGTH") ||
      (home && !source.path.startsWith(`${home}/`)) ||
      /(^|\/)tests?\//.test(source.path)
    )
      continue;
    for (const match of source.text.matchAll(
      /^[^#\n]*?\bMAX_CONTENT_LENGTH\b["']?\]?\s*[=:]\s*([\d_]+(?:\s*\*{1,2}\s*[\d_]+)*)\s*(?:[,)#\n\r]|$)/gm,
    )) {
      const bytes = product(match[1] as string);
      if (!bytes || (found && found.bytes !== bytes)) return undefined;
      const start = match.index + match[0].indexOf("MAX_CONTENT_LENGTH");
      found ??= { bytes, at: source.range(start, start + "MAX_CONTENT_LENGTH".length) };
    }
  }
  return found;
}

/** `16 * 1024 * 1024`, `16 * 1024 ** 2`. */
function product(text: string): number {
  let total = 1;
  for (const factor of text.replaceAll("_", "").split(/(?<!\*)\*(?!\*)/)) {
    const [base, power] = factor.split("**").map(Number);
    total *= (base ?? 0) ** (power ?? 1);
  }
  return total;
}
