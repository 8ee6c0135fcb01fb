/** Each app of a repository has its own workflow and environment, whose secrets give access to one server. */
export const workflowOf = (kind: "deploy" | "console" | "update", name: string, folder: string): string =>
  `.github/workflows/${folder ? `${kind}-${name}` : kind}.yml`;

/** GitHub's environment of an app in that folder of its repository. */
export const environmentOf = (name: string, folder: string): string => (folder ? `production-${name}` : "production");
