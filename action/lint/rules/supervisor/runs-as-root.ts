import { inContainer } from "../../files/containers.ts";
import { setting } from "../../model/launchers.ts";
import { program, programRule } from "./programs.ts";

export const runsAsRoot = programRule({
  id: "supervisor/runs-as-root",
  severity: "warning",
  summary: "A program of supervisor that runs the app as root",
  why: `supervisord is started as root by the distributions' packages, and a program without \`user=\` runs as what supervisord is. A vulnerability of the app then gives control of the whole machine. Give
the program a user of its own that owns nothing but its data.`,
  bad: program("user="),
  good: program(),
  check({ section, starter, setting: said }, { project, file, report }) {
    if (inContainer(project)) return;
    const user = said("user");
    if (user ? !/^(root|0)$/.test(user.value.text) : !starter?.invocations.some(({ program }) => program !== "python"))
      return;
    // If supervisord changes its user, its programs run as that user.
    const own = file.sections.find((one) => one.name.text === "supervisord");
    if (!user && own && setting(own, "user") && !/^root$/.test(setting(own, "user")!.value.text)) return;
    // uWSGI may change its user by its own ini.
    if (
      starter?.invocations.some(
        ({ program, options }) => program === "uwsgi" || options.some(({ name }) => name.text === "user"),
      ) &&
      !user
    )
      return;
    report(
      user ?? section.name,
      user
        ? "The app runs as root: whoever exploits a vulnerability in it controls the whole machine."
        : "No `user=`: the app runs as supervisord does, which packages start as root.",
    );
  },
});
