import { placeNamed } from "./location.ts";
import { ancestors, children, type Directive, enclosing, levels } from "./tree.ts";

/** A part of an argument: literal text, a capture with its regex, or another variable. */
export type Part =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "capture"; readonly name: string; readonly regex: string }
  | { readonly kind: "variable"; readonly name: string };

/** The most `set` directives that refer to each other. */
const deepest = 5;

/** The parts of a directive's argument; `set` is resolved, $1 and named captures have their regex. */
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

/** The `set` of a variable that applies to a directive: in the nearest block around it, and before it there. */
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

/** The captures that apply to a directive by name or number: those of the nearest regex around it. */
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

/** The capturing groups of a regex by number, and by name if they have one. */
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

/** Whether a regex can match a line break: a negated set that does not exclude it, or a class such as \s. */
export const matchesLineEnd = (regex: string) =>
  [...regex.matchAll(/\[\^((?:\\.|[^\]\\])*)\]/g)].some(([, set]) => !/\\[nsv]/.test(set as string)) ||
  /\\[WDs]/.test(regex.replace(/\[\^(?:\\.|[^\]\\])*\]/g, ""));

/** Whether a regex can match any text that a visitor sends, such as another host name. */
export const matchesAnything = (regex: string) => /(^|[^\\])\.(?=[*+{?])|\[\^|\\[SWD]/.test(regex);

/** Variables with the decoded path, which contains line breaks if the visitor sent %0a. */
export const decodedPaths: ReadonlySet<string> = new Set(["uri", "document_uri"]);

/** Whether a location matches one path only, so that $uri contains nothing from the visitor. */
export const isExact = (at: Directive) => placeNamed(enclosing(at, "location"))?.match === "exact";
