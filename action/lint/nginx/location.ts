import type { Directive, Word } from "./tree.ts";

/** How a location matches: prefix (with or without ^~), exact (=), regex (~, ~*) or named (@). */
export type Match = "prefix" | "exact" | "regex" | "named";

export interface Place {
  readonly match: Match;
  readonly modifier: Word | undefined;
  readonly path: Word;
}

/** What a `location` directive matches; undefined if its arguments are invalid. */
export function placeNamed(location: Directive | undefined): Place | undefined {
  if (location?.name.text !== "location" || location.args.length < 1 || location.args.length > 2) return undefined;
  const path = location.args.at(-1) as Word;
  const [modifier] = location.args.length === 2 ? location.args : [];
  switch (modifier?.text) {
    case undefined: {
      // `location ~^/x` and `location =/x` are valid without the space.
      const glued = /^(~\*?|=|\^~)/.exec(path.text)?.[1];
      const match = path.text.startsWith("@")
        ? "named"
        : glued === "="
          ? "exact"
          : glued?.startsWith("~")
            ? "regex"
            : "prefix";
      return { match, modifier, path };
    }
    case "=":
      return { match: "exact", modifier, path };
    case "^~":
      return { match: "prefix", modifier, path };
    case "~":
    case "~*":
      return { match: "regex", modifier, path };
    default:
      return undefined;
  }
}
