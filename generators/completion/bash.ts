import { type Completed, program } from "./words.ts";

/** A completion function for bash 3.2, which macOS has, or newer. No word needs quotes: all are from our tables. */
export function bash(scaffold: Completed, others: readonly Completed[]): string {
  const all = [scaffold, ...others];
  const words = all.map((one) => {
    const flags = one.flags.flatMap((flag) => flag.words);
    const plain = one === scaffold ? [] : Array.isArray(one.words) ? one.words : [];
    return `    ${one.name || "''"}) words='${[...plain, ...flags].join(" ")}' ;;`;
  });
  const values = all.flatMap((one) =>
    one.flags
      .filter(({ value }) => value !== "none")
      .map(({ words, value }) => {
        const after = words.map((word) => `${one.name}:${word}`).join(" | ");
        return `    ${after}) ${Array.isArray(value) ? `words='${value.join(" ")}'` : "return"} ;;`;
      }),
  );
  const names = others.map(({ name }) => name);
  return `# ${program}, for bash: source <(${program} completion bash)
_create_flask_deploy() {
  local cur=\${COMP_WORDS[COMP_CWORD]} prev=\${COMP_WORDS[COMP_CWORD - 1]} command='' words='' word
  # bash takes --flag=value for three words.
  if [ "$cur" = = ]; then cur=''; elif [ "$prev" = = ]; then prev=\${COMP_WORDS[COMP_CWORD - 2]}; fi
  COMPREPLY=()
  if [ "$COMP_CWORD" -gt 1 ]; then
    case \${COMP_WORDS[1]} in ${names.join(" | ")}) command=\${COMP_WORDS[1]} ;; esac
  fi
  # Behind -- is somebody else's command line.
  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do if [ "$word" = -- ]; then return; fi; done
  # What is not decided here is left to the completion of file names.
  case $command:$prev in
${values.join("\n")}
    *) case $command in
${words.map((line) => `  ${line}`).join("\n")}
      esac
      if [ "$COMP_CWORD" -eq 1 ]; then words="${names.join(" ")} $words"; fi ;;
  esac
  COMPREPLY=($(compgen -W "$words" -- "$cur"))
}
complete -o bashdefault -o default -F _create_flask_deploy ${program}
`;
}
