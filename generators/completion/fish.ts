import { type Completed, program } from "./words.ts";

const quoted = (text: string) => `'${text.replace(/[\\']/g, "\\$&")}'`;

/** Completions for fish, one word a line. */
export function fish(scaffold: Completed, others: readonly Completed[]): string {
  const names = others.map(({ name }) => name).join(" ");
  const none = `not __fish_seen_subcommand_from ${names}`;
  const line = (when: string, ...words: readonly string[]) =>
    ["complete", "-c", program, "-n", quoted(when), ...words].join(" ");
  const flagLines = (one: Completed, when: string) =>
    one.flags.map(({ words, help, value }) => {
      const named = words.map((word) => (word.startsWith("--") ? `-l ${word.slice(2)}` : `-s ${word.slice(1)}`));
      const takes =
        value === "none"
          ? []
          : Array.isArray(value)
            ? ["-x", "-a", quoted(value.join(" "))]
            : [value === "file" ? "-r -F" : "-x"];
      return line(when, ...named, ...takes, "-d", quoted(help));
    });
  return [
    `# ${program}, for fish: ${program} completion fish >~/.config/fish/completions/${program}.fish`,
    `complete -c ${program} -f`,
    ...others.map(({ name, summary }) => line("__fish_is_first_token", "-a", name, "-d", quoted(summary))),
    line("__fish_is_first_token", "-a", quoted("(__fish_complete_directories)")),
    ...flagLines(scaffold, none),
    ...others.flatMap((one) => {
      const when = `__fish_seen_subcommand_from ${one.name}`;
      const plain = Array.isArray(one.words)
        ? [line(when, "-a", quoted(one.words.join(" ")))]
        : one.words === "file"
          ? [line(when, "-F")]
          : [];
      return [...plain, ...flagLines(one, when)];
    }),
    "",
  ].join("\n");
}
