import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Another generator, ready to render the same tree: each call makes `name` in the folder it is given. */
export interface Rival {
  readonly name: string;
  readonly argv: (into: string) => readonly [program: string, ...args: string[]];
}

/** copier and cookiecutter, installed into `folder`, with templates that give back the tree at `made`, byte for byte. */
export function rivals(folder: string, made: string, name: string): Rival[] {
  const bin = join(folder, "venv/bin");
  execFileSync("python3", ["-m", "venv", join(folder, "venv")]);
  const pip = ["install", "--quiet", "--disable-pip-version-check", "copier==9.19.1", "cookiecutter==2.7.1"];
  execFileSync(join(bin, "pip"), pip, { stdio: ["ignore", "ignore", "inherit"] });

  const copier = join(folder, "copier");
  asJinja(made, join(copier, "template"), name, "{{ name }}");
  writeFileSync(
    join(copier, "copier.yml"),
    '_subdirectory: template\n_templates_suffix: ""\nname:\n  type: str\n  default: shop\n',
  );
  const cookie = join(folder, "cookiecutter");
  asJinja(made, join(cookie, "{{ cookiecutter.name }}"), name, "{{ cookiecutter.name }}");
  writeFileSync(join(cookie, "cookiecutter.json"), JSON.stringify({ name: "shop" }));
  return [
    {
      name: "copier",
      argv: (into) => [
        join(bin, "copier"),
        "copy",
        "--quiet",
        "--defaults",
        "--data",
        `name=${name}`,
        copier,
        join(into, name),
      ],
    },
    {
      name: "cookiecutter",
      argv: (into) => [join(bin, "cookiecutter"), "--no-input", "--output-dir", into, cookie, `name=${name}`],
    },
  ];
}

/** Turns a rendered tree into Jinja templates, in which the app's name is the variable. */
function asJinja(from: string, to: string, name: string, variable: string): void {
  const literal = (text: string) => (/\{[{%#]/.test(text) ? `{% raw %}${text}{% endraw %}` : text);
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    const place = join(to, path.slice(from.length + 1).replaceAll(name, variable));
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(place, readFileSync(path, "utf8").split(name).map(literal).join(variable));
  }
}
