import { dirname } from "../../../files/paths.ts";
import type { Project } from "../../../files/project.ts";
import { isOfRelease, lockSources } from "../../../model/lock.ts";
import { serverRule } from "../../../rule.ts";
import { unit } from "../examples.ts";

export const serverPackageMissing = serverRule({
  id: "cross/server-package-missing",
  severity: "warning",
  summary: "The unit runs a server out of the virtualenv that no requirements file installs",
  why: `A virtualenv that is made from requirements.txt has only the packages in it. When the unit starts .venv/bin/gunicorn and nothing installs
gunicorn, the next deploy to a new virtualenv fails with "status=203/EXEC: No such file or directory".`,
  bad: {
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app"),
    "requirements.txt": "flask==3.1.2\n",
  },
  good: {
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app"),
    "requirements.txt": "flask==3.1.2\ngunicorn==23.0.0\n",
  },
  check(server, { project, model, report }) {
    const program = server.invocation?.executable;
    const by = server.starter?.by;
    if (!program || (by !== "systemd" && by !== "supervisor" && by !== "upstart")) return;
    // Another rule reports placeholders.
    if (/\/path\/to\/|<|your/i.test(program.text)) return;
    if (!/\/bin\/[\w.-]+$/.test(program.text) || /^[-@:+!]*\/(usr\/(local\/)?)?bin\//.test(program.text)) return;
    const { home } = model.groupOf(server);
    const lists = isOfRelease(program.text) ? lockSources(project, home) : requirementsOf(project, home);
    const packages = server.program === "uwsgi" ? /\b(uwsgi|pyuwsgi)\b/i : /\bgunicorn\b/i;
    if (
      lists.length === 0 ||
      provisioned(project) ||
      lists.some((source) => packages.test(withoutComments(source.text)))
    )
      return;
    const installed = project.scripts.some(
      (s) => /\b(pip\d?|uv|poetry|pipenv)\b[^\n]*\b(install|add)\b/.test(s.source.text) && packages.test(s.source.text),
    );
    if (
      installed ||
      lists.some(
        (source) =>
          /^\s*(-r|--requirement|-e|git\+)/m.test(source.text) && lists.length === 1 && !/flask/i.test(source.text),
      )
    )
      return;
    const [first] = lists;
    report(
      program,
      `Nothing in ${lists.map((source) => source.path).join(", ")} installs ${server.program}, so ${program.text.replace(/^[-@:+!]+/, "")} is not there in a new virtualenv: the unit fails with status=203/EXEC.`,
      { related: first ? [{ at: first.range(0, 0), message: "what the virtualenv is made from" }] : [] },
    );
  },
});

/** Ansible, Salt, Puppet, Chef and Fabric install what they like, and are not read. */
const provisioned = ({ paths }: Project) =>
  [...paths].some((path) =>
    /(^|\/)(fabfile\.py|playbook[\w-]*\.ya?ml|Puppetfile|(roles|tasks|playbooks|ansible)\/.*\.ya?ml|[^/]+\.(sls|pp)|recipes\/[^/]+\.rb)$/.test(
      path,
    ),
  );

export const withoutComments = (text: string) => text.replace(/(^|\s)#[^\n]*/g, "");

/** The requirements of the application's own venv: no file for tests, and no pyproject without dependencies. */
export function requirementsOf(project: Project, home: string) {
  return project.requirements.filter(({ path, text }) => {
    const folder = dirname(path) === "." ? "" : dirname(path);
    if (folder !== home && folder !== `${home ? `${home}/` : ""}requirements`) return false;
    if (/(^|[/._-])(dev|test|tests|testing|docs?|lint|ci)([._-]|$)/i.test(path.replace(/\.(txt|in)$/, "")))
      return false;
    if (/pyproject\.toml$/.test(path)) return /^\s*dependencies\s*=|^\[tool\.poetry\.dependencies\]/m.test(text);
    return /flask/i.test(text) || /^\s*[\w-]+\s*([=<>~!]=|$)/m.test(text);
  });
}
