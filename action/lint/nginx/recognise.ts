import { maybeThirdParty, rowsOf } from "./directives.ts";

/** What else speaks for nginx: the file's name, its folder, or nothing. */
type Evidence = "name" | "folder" | "nothing";

/** Of the lines that set something, how many must be nginx's own, and how many there must be. */
const needed: Record<Evidence, { readonly share: number; readonly weight: number }> = {
  name: { share: 0.3, weight: 0 },
  folder: { share: 0.5, weight: 0.5 },
  nothing: { share: 0.7, weight: 2 },
};

/**
 * Whether a text is nginx's configuration, and no prose, program or other format that shares some words with it. A line
 * counts when it starts with a directive and ends as nginx's lines do; a block of its kinds counts twice.
 */
export function looksLikeNginx(text: string, evidence: Evidence): boolean {
  let known = 0;
  let other = 0;
  let weight = 0;
  let open = false;
  for (const line of text.split("\n")) {
    const body = line.trim();
    if (body === "" || /^(#|\{%|\{\{|<%|<{7}|={7}|>{7})/.test(body) || /^[{}\s;]+$/.test(body)) continue;
    const ends = /[;{}]\s*(#.*)?$/.test(body);
    const goesOn = open;
    open = !ends;
    // The rest of a directive over several lines, or of a string.
    if (goesOn && /^["'$~]/.test(body)) continue;
    const name = /^([a-z][a-z0-9_]*)(?=[\s;{]|$)/.exec(body)?.[1];
    const arguments_ = name ? body.slice(name.length) : "";
    const isDirective =
      name !== undefined && (name === "if" ? /^\s*\(\s*["']?[$!-]/ : /^(?!\s*[=:(])/).test(arguments_) && isKnown(name);
    if (isDirective && ends) {
      known++;
      weight += /^(server|http|upstream|location|events|map|types)$/.test(name) && /\{/.test(arguments_) ? 2 : 1;
    } else if (isDirective) {
      known += 0.5;
      weight += 0.5;
    } else if ((goesOn && !/^[A-Z]/.test(body)) || (ends && /^\S+\s+[^()=]*;\s*(#.*)?$/.test(body))) other += 0.2;
    else other++;
  }
  const { share, weight: least } = needed[evidence];
  return weight >= least && (known + other === 0 ? evidence === "name" : known / (known + other) >= share);
}

const isKnown = (name: string) => rowsOf(name) !== undefined || maybeThirdParty(name);
