import { entry, type UnitFile } from "../systemd/tree.ts";
import type { Project } from "./project.ts";

const files =
  /(^|\/)((docker-)?compose[\w.-]*\.ya?ml|dockerfile[\w.-]*|containerfile|[\w-]+\.dockerfile|chart\.yaml|kustomization\.ya?ml)$/i;

/** Whether the repository is made for containers: there "every address" and bare host names mean the container's own network. */
export const inContainer = (project: Project) =>
  [...project.paths].some((path) => files.test(path)) || project.supervisor.some(isFirstProcess);

/** A supervisord in the foreground is a container's first process; a server's own is started in the background. */
const isFirstProcess = (file: UnitFile) =>
  /^(true|yes|on|1)$/i.test(entry(file, "supervisord", "nodaemon")?.value.text ?? "");
