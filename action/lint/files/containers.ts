import { entry, type UnitFile } from "../systemd/tree.ts";
import type { Project } from "./project.ts";

const files =
  /(^|\/)((docker-)?compose[\w.-]*\.ya?ml|dockerfile[\w.-]*|containerfile|[\w-]+\.dockerfile|chart\.yaml|kustomization\.ya?ml)$/i;

/** Whether the repository is for containers: there, "every address" and bare host names are in a network of its own. */
export const inContainer = (project: Project) =>
  [...project.paths].some((path) => files.test(path)) || project.supervisor.some(isFirstProcess);

/** supervisord in the foreground is a container's first process; on a server it runs as a daemon. */
const isFirstProcess = (file: UnitFile) =>
  /^(true|yes|on|1)$/i.test(entry(file, "supervisord", "nodaemon")?.value.text ?? "");
