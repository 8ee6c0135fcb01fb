import { type Invocation, invocationsIn } from "../command/invocation.ts";
import type { Project } from "../files/project.ts";
import { Source, type Text } from "../files/source.ts";
import type { Starter } from "./types.ts";

/** The images of the repository's containers: that of a Dockerfile's final stage, and each one in a compose file. */
export function imagesOf(project: Project): string[] {
  return project.containers.flatMap(({ text }) => {
    // A stage knows only those above it: after `FROM a AS b`, `FROM b AS a` is made of the image a.
    const stages = new Map<string | undefined, string>();
    let final: string | undefined;
    for (const [, from = "", name] of text.matchAll(/^\s*FROM\s+(?:--\S+\s+)?(\S+)(?:\s+AS\s+(\S+))?/gim)) {
      final = stages.get(from.toLowerCase()) ?? from;
      stages.set(name?.toLowerCase(), final);
    }
    return final ? [final] : [...text.matchAll(/^\s*image:\s*["']?([^\s"'#]+)/gm)].map(([, image]) => image as string);
  });
}

/** nginx.org's image: its nginx.conf defines `log_format main`, includes mime.types, and reads conf.d. */
export const isNginxImage = (image: string) => /(^|\/)nginx(-unprivileged)?(:|@|$)/.test(image);

/** What the final stage of each Dockerfile and each service of a compose file starts. */
export function containerStarters(project: Project): Starter[] {
  return project.containers.flatMap((source): Starter[] => {
    const commands = commandsOf(source);
    const invocations = commands.flatMap(({ at, dialect }): Invocation[] => invocationsIn(at, dialect));
    if (invocations.length === 0) return [];
    const final = source.text.slice(Math.max(0, source.text.toUpperCase().lastIndexOf("\nFROM ")));
    const last = (name: string): Text | undefined => {
      const found = [...final.matchAll(new RegExp(`^\\s*${name}\\s+(\\S+)`, "gim"))].at(-1)?.[1];
      return found ? { source, start: 0, end: 0, text: found } : undefined;
    };
    const file = { kind: "container", path: source.path, source } as const;
    const [user, directory] = [last("USER"), last("WORKDIR")];
    return [
      { by: "container", file, name: "", user, group: undefined, directory, environment: new Map(), invocations },
    ];
  });
}

/** `CMD`, `ENTRYPOINT`, `command:` and `entrypoint:`, as a shell command or as a list of words. */
function commandsOf(source: Source) {
  const { text } = source;
  const begin = Math.max(0, text.toUpperCase().lastIndexOf("\nFROM "));
  const found = text.matchAll(/^[ \t]*(?:CMD|ENTRYPOINT|(?:command|entrypoint):)[ \t]+((?:[^\\\n]|\\[\s\S])*)/gim);
  return [...found]
    .filter(({ index }) => index >= begin)
    .map((match) => {
      const start = match.index + match[0].length - (match[1] as string).length;
      const end = match.index + match[0].length;
      const list = /^\s*\[/.test(match[1] as string);
      // Brackets and commas of a list become spaces, so that every word keeps its offset.
      const words = list ? spaced(text, start, end) : text;
      return { at: new Source(source.path, words).range(start, end), dialect: list ? "shlex" : "shell" } as const;
    });
}

const spaced = (text: string, start: number, end: number) =>
  text.slice(0, start) +
  text.slice(start, end).replace(/"(?:[^"\\]|\\.)*"|'[^']*'|[[\],]/g, (part) => (part.length > 1 ? part : " ")) +
  text.slice(end);
