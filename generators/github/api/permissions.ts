/** One permission of a fine-grained token, by its name in GitHub's settings. */
interface Permission {
  readonly name: string;
  readonly access: "read" | "write";
  readonly why: string;
}

/** https://docs.github.com/en/rest/authentication/permissions-required-for-fine-grained-personal-access-tokens */
export const permissions: readonly Permission[] = [
  { name: "Actions", access: "write", why: "read the environment, follow the run, rerun it" },
  {
    name: "Administration",
    access: "write",
    why: "create the repository, its environment and the environment's rules",
  },
  { name: "Contents", access: "write", why: "push" },
  { name: "Deployments", access: "read", why: "read the site's address" },
  { name: "Environments", access: "write", why: "the environment's secrets and variables" },
  { name: "Secrets", access: "write", why: "only where the plan has no environments for a private repository" },
  { name: "Variables", access: "write", why: "only where the plan has no environments for a private repository" },
  { name: "Workflows", access: "write", why: "push `.github/workflows/`" },
];

/** The permissions as part of a sentence. */
export const permissionNames = (): string => {
  const named = (access: Permission["access"]) =>
    permissions
      .filter((one) => one.access === access)
      .map(({ name }) => name)
      .join(", ");
  return `${named("write")}: write, and ${named("read")}: read`;
};
