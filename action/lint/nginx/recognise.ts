import { maybeThirdParty, rowsOf } from "./directives.ts";

/** Other evidence that a file is nginx's: its name, its folder, or nothing. */
type Evidence = "name" | "folder" | "nothing";

/** How many of the lines that set something must be nginx's: their share, and their weight. */
const needed: Record<Evidence, { readonly share: number; readonly weight: number }> = {
  name: { share: 0.3, weight: 0 },
  folder: { share: 0.5, weight: 0.5 },
  nothing: { share: 0.7, weight: 2 },
};

/**
 * Whether a text is an nginx configuration, not prose, a program or another format that shares some words with it. A
 * line counts if it starts with a directive and ends as nginx's lines do; a block of nginx's counts twice.
 */
export function looksLikeNginx(text: string, evidence: Evidence): boolean {
  let known = 0;
  let other = 0;
  let weight = 0;
  let half = 0;
  let open = 0;
  for (const line of text.split("\n")) {
    const body = line.trim();
    if (body === "" || /^(#|\{%|\{\{|<%|<{7}|={7}|>{7})/.test(body) || /^[{}\s;]+$/.test(body)) continue;
    // A sentence: the text is notes that quote a configuration.
    if (evidence !== "name" && /^[A-Z][a-z]*(\s+[\w'’-]+){3,}[.:!?]?$/.test(body)) return false;
    const ends = /[;{}]\s*(#.*)?$/.test(body);
    const goesOn = open > 0;
    open = ends ? 0 : goesOn ? open - 1 : 0;
    // The rest of a directive over several lines, or of a string.
    if (goesOn && /^["'$~]|["'];?$/.test(body)) continue;
    const name = /^([a-z][a-z0-9_]*)(?=[\s;{]|$)/.exec(body)?.[1];
    const rest = name ? body.slice(name.length) : "";
    const condition = name === "if" ? /^\s*\(\s*["']?[$!-]/ : /^(?!\s*[=:(])/;
    if (name !== undefined && condition.test(rest) && isKnown(name)) {
      if (!ends) open = longest;
      known += ends ? 1 : 0.5;
      if (!ends) half += 0.5;
      else weight += /^(server|http|upstream|location|events|map|types)$/.test(name) && /\{/.test(rest) ? 2 : 1;
    } else if (goesOn || (ends && /^\S+\s+[^()=]*;\s*(#.*)?$/.test(body))) other += 0.2;
    else other++;
  }
  const { share, weight: least } = needed[evidence];
  if (known + other === 0) return evidence === "name";
  return weight + (evidence === "nothing" ? 0 : half) >= least && known / (known + other) >= share;
}

/** The most lines of one directive. */
const longest = 30;

const isKnown = (name: string) => rowsOf(name) !== undefined || maybeThirdParty(name);
