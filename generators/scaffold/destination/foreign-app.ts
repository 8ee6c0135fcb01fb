import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Files in the root of a folder that show it contains a program, in whatever language. */
const manifests = new Set(
  `pyproject.toml setup.py setup.cfg Pipfile Pipfile.lock poetry.lock uv.lock environment.yml manage.py Procfile
  Dockerfile package.json go.mod Cargo.toml Gemfile composer.json pom.xml build.gradle mix.exs`.split(/\s+/),
);
const atRoot = (name: string) => manifests.has(name) || /\.py$|^requirements[\w.-]*\.(txt|in)$/.test(name);
/** Folders whose Python files are no app: the conf.py of a documentation, scripts. */
const apart = /^(\..*|node_modules|venv|env|docs?|documentation|scripts?|tools|bin|examples?)$/;

/** Paths of an app's files in a folder, sorted; none if there is no app. */
export async function foreignApp(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const found = entries.filter((entry) => !entry.isDirectory() && atRoot(entry.name)).map(({ name }) => name);
  for (const { name } of entries.filter((entry) => entry.isDirectory() && !apart.test(entry.name)))
    for (const inner of await readdir(join(dir, name), { withFileTypes: true }).catch(() => [])) {
      const path = `${name}/${inner.name}`;
      if (!inner.isDirectory()) found.push(...(inner.name.endsWith(".py") ? [path] : []));
      // The layout src/shop/__init__.py.
      else
        for (const file of await readdir(join(dir, path)).catch(() => []))
          if (file === "__init__.py") found.push(`${path}/${file}`);
    }
  return found.sort();
}
