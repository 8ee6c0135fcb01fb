import { canonicalName } from "./options.ts";
import { optionsOf, type UwsgiFile } from "./tree.ts";

/** A value with its known placeholders replaced; the unknown ones stay as written. */
export interface Expanded {
  readonly text: string;
  readonly known: boolean;
}

/**
 * uWSGI replaces %(name) by an earlier placeholder or option, %n by the file's name without its suffix, %d by its
 * directory, $(NAME) from the environment and @(file) by a file's content. `deployed` is the file's path on the server.
 */
export function expand(
  value: string,
  file: UwsgiFile | undefined,
  environment?: ReadonlyMap<string, string>,
  deployed?: string,
): Expanded {
  let known = true;
  const lost = (text: string) => {
    known = false;
    return text;
  };
  let text = value;
  // A placeholder may contain others; the limit ends a cycle.
  for (let round = 0; round < 8 && text.length < 4096; round++) {
    const next = text.replace(/%\(([^()%]*)\)/g, (whole, name: string) => placeholder(file, name.trim()) ?? whole);
    if (next === text) break;
    text = next;
  }
  text = text.replace(/\$\((\w+)\)/g, (whole, name: string) => environment?.get(name) ?? lost(whole));
  text = text.replace(/@\([^)]*\)/g, lost).replace(/%\([^)]*\)/g, lost);
  const path = deployed ?? file?.path ?? "";
  const base = path.replace(/^.*\//, "");
  text = text.replace(/%(.)/g, (whole, letter: string) => {
    if (letter === "n") return base.replace(/\.[^.]*$/, "");
    if (letter === "s") return base;
    if (letter === "%") return "%";
    if (letter === "d" && deployed) return deployed.slice(0, deployed.length - base.length);
    if (letter === "p" && deployed) return deployed;
    if (letter === "c" && deployed) return deployed.split("/").at(-2) ?? "";
    return lost(whole);
  });
  return { text, known };
}

function placeholder(file: UwsgiFile | undefined, name: string): string | undefined {
  if (!file) return undefined;
  for (const option of optionsOf(file).reverse()) {
    if (option.name.text === name && option.value) return option.value.text;
    if (/^set(-ph|-placeholder)?$/.test(option.name.text) && option.value?.text.startsWith(`${name}=`)) {
      return option.value.text.slice(name.length + 1).trim();
    }
    if (canonicalName(option.name.text) === canonicalName(name) && option.value) return option.value.text;
  }
  return undefined;
}
