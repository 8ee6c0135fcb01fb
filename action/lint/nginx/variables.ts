import { placeNamed } from "./location.ts";
import { ancestors, children, type Directive, enclosing, levels } from "./tree.ts";

/** A piece of an argument: text that stands there, a capture with the regex that it matched, or another variable. */
export type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "capture"; readonly name: string; readonly regex: string }
  | { readonly kind: "variable"; readonly name: string };

/** More `set` behind each other than anyone writes. */
const deepest = 5;

/** An argument's pieces where the directive stands; `set` is followed, $1 and named captures know their regex. */
export function partsOf(text: string, at: Directive, depth = 0): Part[] {
  const captured = capturesAt(at);
  return text.split(/(\$\{\w+\}|\$\w+)/).flatMap((piece): Part[] => {
    if (piece === "") return [];
    const name = /^\$\{?(\w+)\}?$/.exec(piece)?.[1];
    if (name === undefined) return [{ kind: "text", text: piece }];
    const set = depth < deepest ? setOf(name, at) : undefined;
    if (set) return partsOf(set.args[1]?.text ?? "", set, depth + 1);
    const regex = captured.get(name);
    return [regex === undefined ? { kind: "variable", name } : { kind: "capture", name, regex }];
  });
}

/** The `set` of a variable that holds at a directive: in the nearest block around it, before it where it stands there. */
function setOf(name: string, at: Directive): Directive | undefined {
  for (const level of levels(at.parent)) {
    const found = level
      .flatMap((block) => children(block, "set"))
      .filter((set) => set !== at && set.args[0]?.text === `$${name}`)
      .at(-1);
    if (found) return found;
  }
  return undefined;
}

/** The captures that hold at a directive by name or number: those of the nearest regex around it. */
function capturesAt(at: Directive): Map<string, string> {
  for (const owner of ancestors(at)) {
    if (owner.name.text === "if") {
      const regex = owner.args
        .map((arg) => arg.text)
        .join(" ")
        .match(/!?~\*?\s+"?'?(.*?)"?'?\)?$/)?.[1];
      if (regex) return groupsOf(regex);
    }
    const place = placeNamed(owner);
    if (place) return place.match === "regex" ? groupsOf(place.path.text) : new Map();
  }
  return new Map();
}

/** The capturing groups of a regex by number, and by name where they have one. */
export function groupsOf(regex: string): Map<string, string> {
  const groups = new Map<string, string>();
  const open: { name?: string; number: number; start: number }[] = [];
  let count = 0;
  let set = false;
  for (let i = 0; i < regex.length; i++) {
    const c = regex[i];
    if (c === "\\") i++;
    else if (set) set = c !== "]" || regex[i - 1] === "[";
    else if (c === "[") set = true;
    else if (c === "(") {
      const head = regex.slice(i + 1, i + 40);
      const name = /^\?P?[<'](\w+)[>']/.exec(head);
      const plain = !head.startsWith("?") || name;
      const start = i + 1 + (name?.[0].length ?? 0);
      open.push({ number: plain ? ++count : 0, start, ...(name?.[1] ? { name: name[1] } : {}) });
    } else if (c === ")") {
      const group = open.pop();
      if (!group?.number) continue;
      const body = regex.slice(group.start, i);
      groups.set(String(group.number), body);
      if (group.name) groups.set(group.name, body);
    }
  }
  return groups;
}

/** Whether a regex can match a line end: a negated set without one, or a class that is not words. A dot cannot. */
export const matchesLineEnd = (regex: string) =>
  [...regex.matchAll(/\[\^((?:\\.|[^\]\\])*)\]/g)].some(([, set]) => !/\\[nsv]/.test(set as string)) ||
  /\\[WDs]/.test(regex.replace(/\[\^(?:\\.|[^\]\\])*\]/g, ""));

/** Whether a regex can match whatever a visitor likes, host names of others too. */
export const matchesAnything = (regex: string) => /(^|[^\\])\.(?=[*+{?])|\[\^|\\[SWD]/.test(regex);

/** Variables that hold the decoded path, with line ends where the visitor sent %0a. */
export const decodedPaths: ReadonlySet<string> = new Set(["uri", "document_uri"]);

/** Whether a location's path is known to the letter, so that $uri holds nothing of the visitor's. */
export const isExact = (at: Directive) => placeNamed(enclosing(at, "location"))?.match === "exact";
