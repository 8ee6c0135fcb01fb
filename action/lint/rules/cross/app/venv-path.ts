import { normalPath } from "../../../files/address.ts";
import { told } from "../../../model/servers.ts";
import type { Server } from "../../../model/types.ts";
import { defineRule } from "../../../rule.ts";
import { unit, uwsgiIni } from "../examples.ts";

export const venvPath = defineRule({
  id: "cross/venv-path",
  severity: "error",
  summary: "The unit starts the server out of one virtualenv, and the files name another",
  why: `uWSGI takes its packages from \`home\` (or \`virtualenv\`), whatever virtualenv its own program lies in. When the two differ, one of them is
usually a typing mistake or left over from a move: "ModuleNotFoundError: No module named 'flask'", and every request is a 500.
\`home\` is the virtualenv's folder itself, never its bin.`,
  bad: {
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini"),
    "deploy/uwsgi.ini": uwsgiIni("home = /srv/shop/venv", "socket = /srv/shop/shop.sock", "chmod-socket = 660"),
  },
  good: {
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini"),
    "deploy/uwsgi.ini": uwsgiIni("home = /srv/shop/.venv", "socket = /srv/shop/shop.sock", "chmod-socket = 660"),
  },
  check({ project, model, report }) {
    // pyuwsgi runs inside an existing Python, and `home` has no effect on it (measured).
    const inPython = project.requirements.some((source) => /\bpyuwsgi\b/i.test(source.text));
    for (const server of model.servers) {
      const home = server.program === "uwsgi" && !inPython ? told(server, "home") : undefined;
      const program = server.invocation?.executable;
      const binary = program && venvOf(program.text);
      if (home && /\/bin\/?$/.test(home.text) && home.text.startsWith("/")) {
        report(
          home.at,
          `\`home\` is the virtualenv's folder, not its bin: uWSGI looks for Python in ${normalPath(home.text)}/bin and does not start.`,
        );
      } else if (home?.text.startsWith("/") && binary && program && isMeantFor(server, binary, normalPath(home.text))) {
        report(
          program,
          `The unit starts uWSGI out of ${binary}, and the packages come from ${normalPath(home.text)}: what is installed in the one is missing in the other.`,
          { related: [{ at: home.at, message: "the virtualenv that uWSGI uses" }] },
        );
      }
      const path = server.starter?.environment.get("PATH");
      const first = path?.text.split(":")[0] ?? "";
      const listed = /\/bin\/?$/.test(first) ? venvOf(`${first.replace(/\/$/, "")}/python`) : undefined;
      if (
        path &&
        program &&
        binary &&
        listed &&
        listed !== binary &&
        !path.text.split(":").some((p) => normalPath(p) === `${binary}/bin`)
      ) {
        report(
          program,
          `The unit starts ${server.program} out of ${binary}, and its PATH names ${listed}: one of the two is not there.`,
          { severity: "warning", related: [{ at: path, message: "the other virtualenv" }] },
        );
      }
    }
  },
});

/** A uWSGI elsewhere may serve many applications; one beside the app or its virtualenv is a leftover. */
function isMeantFor({ directory }: Server, binary: string, home: string): boolean {
  if (binary === home) return false;
  const beside = (path: string) => path.replace(/\/[^/]*$/, "");
  return beside(binary) === beside(home) || (!!directory && binary.startsWith(`${normalPath(directory.text)}/`));
}

/** The virtualenv of a program; undefined for the system's own programs and unknown paths. */
function venvOf(program: string): string | undefined {
  const found = /^[-@:+!]*(\/[^%$*{}]+)\/bin\/[\w.-]+$/.exec(program)?.[1];
  if (
    !found ||
    /^\/(usr(\/local)?|opt|snap|root\/\.local|home\/[^/]+\/\.local)?$/.test(found) ||
    /conda|pyenv/.test(found)
  )
    return undefined;
  return normalPath(found);
}
