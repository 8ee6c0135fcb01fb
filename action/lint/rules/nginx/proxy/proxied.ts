import type { Project } from "../../../files/project.ts";
import { isTemplated } from "../../../files/template.ts";
import type { Fix } from "../../../finding.ts";
import { lineAbove, lineBelow } from "../../../fix/edit.ts";
import { destinationOf } from "../../../model/connections.ts";
import { holding, requestHeaders } from "../../../nginx/includes.ts";
import { type Directive, enclosing, type NginxFile, named } from "../../../nginx/tree.ts";
import { type Context, defineRule, type Rule } from "../../../rule.ts";

/** Every `proxy_pass` to an app of this machine or of an upstream. A site on the internet needs no headers of ours. */
function* localProxies(file: NginxFile): Generator<Directive> {
  for (const pass of named(file, "proxy_pass")) {
    const target = pass.args[0];
    if (!target || enclosing(pass, "stream") || isTemplated(target.text) || target.text.includes("$")) continue;
    const { name, address } = destinationOf(target, "http");
    const local = address.kind === "unix" || /^(?:localhost|127\.|0\.0\.0\.0|\[::1\]|[\w-]+(?::\d+)?$)/.test(name);
    if (local && !target.text.startsWith("https:")) yield pass;
  }
}

interface Proxied extends Context {
  readonly file: NginxFile;
  /** The request headers that apply there, in lower case; undefined if an include may set more. */
  readonly headers: ReadonlyMap<string, string> | undefined;
}

/** A rule over each `proxy_pass` to an app. */
export const proxyRule = ({
  check,
  ...rule
}: Omit<Rule, "check"> & { check(pass: Directive, context: Proxied): void }): Rule =>
  defineRule({
    ...rule,
    check(context) {
      for (const file of context.project.nginx) {
        for (const pass of localProxies(file)) {
          if (!enclosing(pass, "server") && file.context === undefined) continue;
          check(pass, { ...context, file, headers: requestHeaders(context.project, pass.parent) });
        }
      }
    },
  });

/** Adds headers beside the existing ones: one in the location would drop all that are set outside it. */
export function setHeaders(project: Project, pass: Directive, kind: Fix["kind"], ...headers: string[]): { fix?: Fix } {
  const name = pass.name.text === "uwsgi_pass" ? "uwsgi_param" : "proxy_set_header";
  const { directives, shipped } = holding(project, pass.parent, name);
  const beside = directives.at(-1) ?? shipped;
  if (beside && beside.source !== pass.source) return {};
  const lines = headers.map((header) => `${name} ${header};`);
  const edits =
    beside && beside.parent !== pass.parent
      ? lines.toReversed().map((line) => lineBelow(beside, line))
      : lines.map((line) => lineAbove(pass, line));
  return { fix: { kind, title: `set ${headers.map((header) => header.split(" ")[0]).join(" and ")}`, edits } };
}
