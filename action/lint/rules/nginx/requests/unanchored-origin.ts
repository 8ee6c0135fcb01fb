import type { Range } from "../../../files/source.ts";
import { type Directive, enclosing, walk } from "../../../nginx/tree.ts";
import { nginxFileRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const unanchoredOrigin = nginxFileRule({
  id: "nginx/unanchored-origin",
  severity: "warning",
  summary: "An Origin or Referer checked by a regex that other sites also match",
  why: `A site is let in by its name, and a regex that is not anchored finds the name anywhere: \`https://shop\\.test\` is also in https://shop.test.evil.example, and a dot
without a backslash is any letter. Begin with ^, write \\. for dots, and end with $ (Origin) or / (Referer). A plain map of names needs no regex.`,
  bad: server("location / { if ($http_origin !~ '^https://shop.test') { return 403; } return 204; }"),
  good: server(String.raw`location / { if ($http_origin !~ '^https://shop\.test$') { return 403; } return 204; }`),
  check(file, { report }) {
    for (const directive of walk(file)) {
      const found = regexOf(directive);
      const wrong = found && mistakeIn(found.regex);
      if (!found || !wrong) continue;
      report(found.at, `\`${found.regex.slice(0, 80)}\` ${wrong.what}`, {
        severity: wrong.slight ? "info" : "warning",
      });
    }
  },
});

/** The regex that accepts an Origin or Referer. Not that of a deny list, which matches anywhere on purpose. */
function regexOf(directive: Directive): { at: Range; regex: string } | undefined {
  if (directive.name.text === "if") {
    const text = directive.args.map((arg) => arg.text).join(" ");
    const [, name, operator, regex] = /\$http_(origin|referer)\s+(!?~\*?)\s*["']?(.*?)["']?\)?$/.exec(text) ?? [];
    if (!regex || (!operator?.startsWith("!") && name !== "origin")) return undefined;
    const last = directive.args.at(-1)!;
    return { at: { ...last, start: directive.args[0]!.start }, regex };
  }
  const map = enclosing(directive, "map");
  const regex = /^~\*?\s*(.+)$/.exec(directive.name.text)?.[1];
  if (!regex || map?.args[0]?.text !== "$http_origin" || /^(0|""|'')?$/.test(directive.args[0]?.text ?? ""))
    return undefined;
  return { at: directive.name, regex };
}

function mistakeIn(regex: string): { what: string; slight?: true } | undefined {
  // A regex without a host name checks something else.
  if (!/[a-z0-9]\\?\.[a-z(]|localhost|:\/\/|:\\\/\\\//i.test(regex)) return undefined;
  const branches = alternatives(regex);
  const plain = branches.map((branch) => branch.replaceAll("\\/", "/"));
  if (plain.some((branch) => !/^\(*\^/.test(branch)))
    return { what: "finds the name anywhere: begin it, and each alternative, with ^." };
  for (const branch of plain) {
    const host = branch.replace(/^.*?:\/\//, "");
    const named = host.split(/\/(?!\))/)[0] as string;
    if (/(^|[^\\[])\.[*+]/.test(named)) return { what: "lets `.*` match a slash, and so another site's host." };
    if (/(^|[^\\])\.(?![*+?{])/.test(named.replace(/\[[^\]]*\]/g, "")))
      return { what: "has a dot without a backslash, which is any letter." };
    if (!/[/$]/.test(host)) return { what: "goes on with anything: end it with $ or /." };
  }
  return /^\^?\(?https\?/.test(regex)
    ? { what: "lets http:// in as well, which anyone on the way can forge.", slight: true }
    : undefined;
}

/** The top-level alternatives of a regex. */
function alternatives(regex: string): string[] {
  const out = [""];
  let depth = 0;
  for (let i = 0; i < regex.length; i++) {
    const c = regex[i] as string;
    if (c === "\\") {
      out[out.length - 1] += c + (regex[++i] ?? "");
      continue;
    }
    if (c === "(" || c === "[") depth++;
    if (c === ")" || c === "]") depth--;
    if (c === "|" && depth === 0) out.push("");
    else out[out.length - 1] += c;
  }
  return out;
}
