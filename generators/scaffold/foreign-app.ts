import { readdir } from "node:fs/promises";
import { join } from "node:path";

/** Names at the root of a folder that say that a program is made from it, in whatever language. */
const manifests = new Set([
  ...[
    "pyproject.toml",
    "setup.py",
    "setup.cfg",
    "Pipfile",
    "Pipfile.lock",
    "poetry.lock",
    "uv.lock",
    "environment.yml",
  ],
  ...["manage.py", "Procfile", "Dockerfile", "package.json", "go.mod", "Cargo.toml", "Gemfile", "composer.json"],
  ...["pom.xml", "build.gradle", "mix.exs"],
]);
const atRoot = (name: string) => manifests.has(name) || /\.py$|^requirements[\w.-]*\.(txt|in)$/.test(name);
/** Python that is an app's, a folder below: not the conf.py of a documentation, or a script. */
const below = /^(__init__|app|main|wsgi|asgi|manage|server)\.py$/;
const apart = /^(\.|node_modules$|venv$|env$)/;

/** What a folder holds of an app: paths in it, in order; none when it holds none. */
export async function foreignApp(dir: string): Promise<string[]> {
  const entries = await readdir(dir, { withFileTypes: true });
  const found = entries.filter((entry) => !entry.isDirectory() && atRoot(entry.name)).map(({ name }) => name);
  for (const { name } of entries.filter((entry) => entry.isDirectory() && !apart.test(entry.name)))
    for (const inner of await readdir(join(dir, name), { withFileTypes: true }).catch(() => [])) {
      if (!inner.isDirectory() && below.test(inner.name)) found.push(`${name}/${inner.name}`);
      // src/shop/__init__.py
      if (name === "src" && inner.isDirectory())
        for (const file of await readdir(join(dir, name, inner.name)).catch(() => []))
          if (below.test(file)) found.push(`src/${inner.name}/${file}`);
    }
  return found.sort();
}
