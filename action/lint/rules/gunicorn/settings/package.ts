import type { Project } from "../../../files/project.ts";

/** `name = "gunicorn"` of poetry.lock and uv.lock, `"gunicorn": { … "version": "==…"` of Pipfile.lock. */
const locked = /name = "gunicorn"\s{1,9}version = "(\d+)|"gunicorn":\s{0,9}\{[^}]{0,4000}?"version":\s{0,9}"==(\d+)/g;

/** A requirement on a line, in a list of pyproject.toml, or as poetry and pipenv write it: gunicorn = "^20". */
const required =
  /(?:^|[\s"'])gunicorn(?:\[[\w, -]{0,80}\])?(["']?[ \t]{0,9}=[ \t]{0,9}(?:\{[ \t]{0,9}version[ \t]{0,9}=[ \t]{0,9})?["'])?[ \t(]{0,9}([~=<>!^\d.,*\t ]{1,80})/gim;

/** Whether a requirements or lock file of the repository allows only releases of gunicorn below that major version. */
export function allowsOnlyBefore(project: Project, major: number): boolean {
  return project.requirements.some(({ text }) => {
    for (const found of text.matchAll(locked)) if (Number(found[1] ?? found[2]) < major) return true;
    for (const [, assigned, range] of text.matchAll(required)) {
      for (const [, operator = "", version] of (range as string).matchAll(/([~=<>!^]*)[ \t]*(\d+)(?:\.[\d.*]+)?/g)) {
        const exact = operator === "" && assigned !== undefined;
        const number = Number(version);
        if (operator === "<" ? number <= major : (exact || /^(~=|===?|<=|\^|~)$/.test(operator)) && number < major)
          return true;
      }
    }
    return false;
  });
}
