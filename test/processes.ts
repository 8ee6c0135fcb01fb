/** Test files beside the units' that start programs: git, Python, node, ssh-keygen, the built Action. They need nothing else. */
export const withProcesses: readonly string[] = [];
