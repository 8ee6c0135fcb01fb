import type { Project } from "../../project.ts";

/** Whether a requirements or lock file of the repository allows only releases of gunicorn below that major version. */
export function allowsOnlyBefore(project: Project, major: number): boolean {
  const bound =
    /(?:^|[\s"'])gunicorn(?:\[[\w,\s-]*\])?["']?\s*(?:\(|=\s*["']|\s)?\s*((?:[~=<>!^]{0,3}\s*[\d.*]+\s*,?\s*)+)/gim;
  const locked = /name = "gunicorn"\s*\n\s*version = "(\d+)|"gunicorn":\s*\{[^}]*?"version":\s*"==(\d+)/g;
  return project.requirements.some(({ text }) => {
    for (const found of text.matchAll(locked)) if (Number(found[1] ?? found[2]) < major) return true;
    for (const [, range] of text.matchAll(bound)) {
      for (const [, operator, version] of (range as string).matchAll(/(~=|===?|<=?|\^|~|>=?|!=)?\s*(\d+)/g)) {
        const number = Number(version);
        if (operator === "<" ? number <= major : /^(~=|===?|<=|\^|~)$/.test(operator ?? "") && number < major)
          return true;
      }
    }
    return false;
  });
}
