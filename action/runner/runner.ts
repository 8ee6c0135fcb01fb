import { join } from "node:path";

/** The runner's variables for this job, read from its environment once. */
export interface Runner {
  readonly windows: boolean;
  /** A folder that the runner empties after the job. */
  readonly temp: string;
  /** A folder that outlasts the job if the runner does, or that actions/cache keeps. */
  readonly cache: string;
  /** Where the repository is checked out. */
  readonly workspace: string;
  /** Name of the event: push, pull_request … */
  readonly event: string;
  /** File with the event's payload; "" outside a workflow. */
  readonly eventFile: string;
  /** OWNER/NAME. */
  readonly repository: string;
  readonly sha: string;
  readonly actor: string;
  /** https://github.com, or a GitHub Enterprise Server. */
  readonly serverUrl: string;
  readonly apiUrl: string;
  /** Where this run can be watched; "" outside a workflow. */
  readonly runUrl: string;
}

/** @param folders defaults for what the environment does not set */
export function readRunner(
  env: Readonly<Record<string, string | undefined>>,
  platform: string,
  folders: { readonly temp: string; readonly home: string },
): Runner {
  const get = (name: string, otherwise = "") => env[name] || otherwise;
  const serverUrl = get("GITHUB_SERVER_URL", "https://github.com");
  const repository = get("GITHUB_REPOSITORY");
  const run = get("GITHUB_RUN_ID");
  const attempt = get("GITHUB_RUN_ATTEMPT", "1");
  return {
    windows: platform === "win32" || get("RUNNER_OS") === "Windows",
    temp: get("RUNNER_TEMP", folders.temp),
    cache: join(get("XDG_CACHE_HOME", join(folders.home, ".cache")), "flask-deploy"),
    workspace: get("GITHUB_WORKSPACE", "."),
    event: get("GITHUB_EVENT_NAME"),
    eventFile: get("GITHUB_EVENT_PATH"),
    repository,
    sha: get("GITHUB_SHA"),
    actor: get("GITHUB_ACTOR"),
    serverUrl,
    apiUrl: get("GITHUB_API_URL", "https://api.github.com"),
    runUrl: repository && run ? `${serverUrl}/${repository}/actions/runs/${run}/attempts/${attempt}` : "",
  };
}
