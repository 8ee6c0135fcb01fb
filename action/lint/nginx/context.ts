import type { Directive, NginxFile } from "./tree.ts";

/**
 * The tables' name for the context of a directive: "main", "http", "server", "location", "server-if", "location-if",
 * "upstream", "stream-server", … undefined in unknown blocks, in data, and in snippets if it is unknown what includes
 * them.
 */
export function placeOf(directive: Directive, file: NginxFile): string | undefined {
  const chain: string[] = [];
  let owner = directive.parent.owner;
  for (; owner && chain.length < 64; owner = owner.parent.owner) chain.push(owner.name.text);
  if (owner) return undefined;
  const names = chain.reverse();
  let place: string | undefined = file.context;
  let family = file.context === "stream" ? "stream-" : "";
  for (const name of names) {
    if (name === "stream" || name === "mail") [place, family] = [name, `${name}-`];
    else if (name === "http" || name === "events") [place, family] = [name, ""];
    else if (name === "server") place = `${family}server`;
    else if (name === "upstream") place = `${family}upstream`;
    else if (name === "location") place = "location";
    else if (name === "limit_except") place = "limit_except";
    else if (name === "if") place = place === "server" ? "server-if" : place === "location" ? "location-if" : undefined;
    else return undefined;
    if (place === undefined) return undefined;
  }
  return place;
}
