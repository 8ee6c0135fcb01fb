import type { Project } from "../files/project.ts";
import type { PythonFile } from "./read.ts";

/** Tests, documentation and other projects' packages, which are not served. */
const aside =
  /(^|\/)(tests?|docs?|examples?|node_modules|site-packages|\.venv|venv)\/|(^|\/)(test_[^/]*|conftest)\.py$/;

/**
 * The Python files in a folder of the repository whose text matches a pattern. Only those are parsed: a repository may
 * have thousands of files, and a rule is about a few.
 */
export function* pythonWith(project: Project, pattern: RegExp, folder = ""): Generator<PythonFile> {
  for (const { source, kind } of project.sources) {
    if (kind !== "python" || aside.test(source.path) || (folder && !source.path.startsWith(`${folder}/`))) continue;
    if (!pattern.test(source.text)) continue;
    const file = project.python(source.path);
    if (file) yield file;
  }
}
