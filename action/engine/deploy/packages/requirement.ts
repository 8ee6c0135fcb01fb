import { normalName } from "../../app/lock.ts";

/** Where a requirement's package comes from. */
export type Origin =
  /** An index, by name and version. */
  | { readonly kind: "index" }
  /** A file or a folder on this machine; the path is as written, or absolute. */
  | { readonly kind: "local"; readonly path: string }
  /** A version control system. */
  | { readonly kind: "repository"; readonly url: string; readonly isPinned: boolean }
  | { readonly kind: "url" };

export interface Requirement {
  /** As pip reads it, on one line. */
  readonly line: string;
  /** Normalized; undefined if only the package itself states its name. */
  readonly name: string | undefined;
  /** "[async,dotenv]", or "". */
  readonly extras: string;
  /** `python_version < "3.12"`, or "". */
  readonly marker: string;
  /** Options of this requirement: "--hash=sha256:… --hash=…", or "". */
  readonly options: string;
  readonly origin: Origin;
  /** How exactly it determines what is installed. */
  readonly kind: Kind;
}

/** `hashed`: by content; `pinned`: by version; `loose`: each install may get other packages. */
export type Kind = "hashed" | "pinned" | "loose";

const archive = /\.(whl|zip|tgz|tbz|txz|tar|tar\.(gz|bz2|xz|zst))$/i;
const name = String.raw`([A-Za-z0-9](?:[\w.-]*[A-Za-z0-9])?)\s*(\[[^\]]*\])?`;

/** Reads one requirement, as PEP 508 and pip's requirements files write it. */
export function readRequirement(line: string): Requirement {
  const [, wanted = "", options = ""] =
    /^(?:(?:-e|--editable)[ =]\s*)?(.*?)((?:\s+--[a-z-]+[= ]\S+)*)$/.exec(line.trim()) ?? [];
  const named = new RegExp(`^${name}\\s*@\\s*(.*)$`).exec(wanted);
  const target = named?.[3] ?? wanted;
  const [, place = "", marker = ""] = /^(.*?)(?:\s;\s*(.*))?$/.exec(target) ?? [];
  const isPlace =
    named || /^[a-z+]+:/i.test(place) || /^\.|[\\/]/.test(place.replace(/[[;].*$/, "")) || archive.test(place);
  const rest = { line: line.trim(), options: options.trim() };
  if (!isPlace) {
    const [, found = "", extras = "", version = "", when = ""] =
      new RegExp(`^${name}\\s*([^;]*)(?:;\\s*(.*))?$`).exec(wanted) ?? [];
    const isPinned = /^\(?\s*===?\s*[^*,\s]+\s*\)?$/.test(version.trim());
    const kind = !isPinned ? "loose" : /--hash=/.test(options) ? "hashed" : "pinned";
    return { ...rest, name: found && normalName(found), extras, marker: when, origin: { kind: "index" }, kind };
  }
  const [, where = "", fragment = ""] = /^([^#]*)(?:#(.*))?$/.exec(place) ?? [];
  const inFragment = new Map(fragment.split("&").map((pair) => pair.split("=", 2) as [string, string]));
  const [, egg, eggExtras] = new RegExp(`^${name}$`).exec(inFragment.get("egg") ?? "") ?? [];
  const common = { ...rest, name: named?.[1] ? normalName(named[1]) : egg && normalName(egg), marker };
  const extras = named?.[2] ?? eggExtras ?? "";
  if (/^(git|hg|svn|bzr)\+/.test(where)) {
    const isPinned = /@[0-9a-f]{40}$/.test(where);
    return {
      ...common,
      extras,
      origin: { kind: "repository", url: place, isPinned },
      kind: isPinned ? "hashed" : "loose",
    };
  }
  if (/^https?:/i.test(where)) {
    const isHashed = /^sha(256|384|512)$/m.test([...inFragment.keys()].join("\n")) || /--hash=/.test(options);
    return { ...common, extras, origin: { kind: "url" }, kind: isHashed ? "hashed" : "pinned" };
  }
  const [, path = "", ending] = /^(.*?)(\[[^\]]*\])?$/.exec(where) ?? [];
  const below = inFragment.get("subdirectory");
  const plain = pathOf(path) + (below ? `/${below}` : "");
  return { ...common, extras: ending ?? extras, origin: { kind: "local", path: plain }, kind: "hashed" };
}

/** The path in a `file:` URL, or the path itself. */
const pathOf = (text: string) =>
  /^file:/i.test(text) ? decodeURIComponent(text.replace(/^file:(\/\/(localhost)?(?=\/))?/i, "")) : text;

/** Whether a path is that of one package file, not of a project's folder. */
export const isArchive = (path: string): boolean => archive.test(path);
