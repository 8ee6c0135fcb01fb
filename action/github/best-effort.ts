import { RequestError } from "octokit";
import type { DeployLog } from "../engine/deploy/contract.ts";

/**
 * Tries something optional. A rejection by GitHub never fails the job: a permission that the workflow does not grant is
 * a line in the log, since most workflows rightly grant none; everything else is a warning of one sentence.
 *
 * @param permission what the workflow would have to grant, "checks: write"
 * @returns undefined if it failed
 */
export async function bestEffort<T>(
  what: string,
  permission: string,
  log: DeployLog,
  act: () => Promise<T>,
): Promise<T | undefined> {
  try {
    return await act();
  } catch (error) {
    const { message, isPermission } = read(error);
    if (isPermission) log.line(`No ${what}: the workflow does not give \`permissions: ${permission}\`.`);
    else log.warning(`No ${what}: ${message}.`);
    return undefined;
  }
}

function read(error: unknown): { message: string; isPermission: boolean } {
  if (!(error instanceof RequestError)) return { message: (error as Error).message, isPermission: false };
  const { status, response } = error;
  const said = error.message.replace(/ - https?:.*$/s, "");
  if (status === 401)
    return { message: "GitHub rejected github-token: it is expired, revoked or truncated", isPermission: false };
  const limited = status === 429 || response?.headers["x-ratelimit-remaining"] === "0" || /rate limit/i.test(said);
  if (limited) return { message: "GitHub's rate limit is used up", isPermission: false };
  const isPermission = status === 403 || status === 404;
  return {
    message: status >= 500 ? `GitHub cannot be reached (${status} ${said})` : `GitHub responded ${status} ${said}`,
    isPermission,
  };
}
