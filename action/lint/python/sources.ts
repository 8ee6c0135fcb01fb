import type { Project } from "../files/project.ts";
import type { PythonFile } from "./read.ts";

/** Tests, documents and other people's packages are not what is served. */
const aside =
  /(^|\/)(tests?|docs?|examples?|node_modules|site-packages|\.venv|venv)\/|(^|\/)(test_[^/]*|conftest)\.py$/;

/**
 * The Python files of a folder of the repository that have something in their text. Only those are parsed: a repository
 * may have thousands of files, and a rule speaks about a few.
 */
export function* pythonWith(project: Project, pattern: RegExp, folder = ""): Generator<PythonFile> {
  for (const { source, kind } of project.sources) {
    if (kind !== "python" || aside.test(source.path) || (folder && !source.path.startsWith(`${folder}/`))) continue;
    if (!pattern.test(source.text)) continue;
    const file = project.python(source.path);
    if (file) yield file;
  }
}
