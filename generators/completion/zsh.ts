import { type Completed, type CompletedFlag, program } from "./words.ts";

const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;
/** Escapes text within `[…]` and before a `:` in specs of _arguments and _describe. */
const escaped = (text: string) => text.replace(/[[\]:\\]/g, "\\$&");

/** A completion function for zsh, to be sourced after compinit or put on $fpath. */
export function zsh(scaffold: Completed, others: readonly Completed[]): string {
  const cases = others.map((one) => `    ${one.name}) _arguments -s ${specs(one)} ;;`);
  return `#compdef ${program}
# ${program}, for zsh: source <(${program} completion zsh)
_create_flask_deploy() {
  local -a commands
  commands=(
${others.map(({ name, summary }) => `    ${quoted(`${name}:${escaped(summary)}`)}`).join("\n")}
  )
  if (( CURRENT == 2 )) && [[ $words[2] != -* ]]; then
    _describe command commands
    _files -/
    return
  fi
  local command=$words[2]
  if (( \${commands[(I)$command:*]} )); then
    shift words
    (( CURRENT-- ))
  else
    command=''
  fi
  case $command in
${cases.join("\n")}
    *) _arguments -s ${specs(scaffold)} ;;
  esac
}
if [[ $funcstack[1] == _create_flask_deploy ]]; then _create_flask_deploy "$@"; else compdef _create_flask_deploy ${program}; fi
`;
}

function specs({ flags, words }: Completed): string {
  const rest = Array.isArray(words)
    ? `'*: :(${words.join(" ")})'`
    : words === "file"
      ? "'*: :_files'"
      : "'*: :_default'";
  return [...flags.map(spec), rest].join(" ");
}

function spec({ words, help, value, many }: CompletedFlag): string {
  const takes =
    value === "none"
      ? ""
      : `:value:${Array.isArray(value) ? `(${value.join(" ")})` : value === "file" ? "_files" : " "}`;
  const [long = "", short] = words;
  const told = `[${escaped(help)}]${takes}`;
  const equal = value === "none" ? "" : "=";
  if (!short) return quoted(`${many ? "*" : ""}${long}${equal}${told}`);
  return many
    ? `${quoted(`*${long}${equal}${told}`)} ${quoted(`*${short}${told}`)}`
    : `${quoted(`(${long} ${short})${long}${equal}${told}`)} ${quoted(`(${long} ${short})${short}${told}`)}`;
}
