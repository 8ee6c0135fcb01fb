import type { Project } from "./project.ts";

const files =
  /(^|\/)((docker-)?compose[\w.-]*\.ya?ml|dockerfile[\w.-]*|containerfile|[\w-]+\.dockerfile|chart\.yaml|kustomization\.ya?ml)$/i;

/** Whether the repository is made for containers: there "every address" and bare host names mean the container's own network. */
export const inContainer = (project: Project) => [...project.paths].some((path) => files.test(path));
