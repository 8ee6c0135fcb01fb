import { join } from "node:path";
// action/runner.ts
/** @param folders what the machine has where the environment names none */
function readRunner(env, platform, folders) {
	const get = (name, otherwise = "") => env[name] || otherwise;
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
		runUrl: repository && run ? `${serverUrl}/${repository}/actions/runs/${run}/attempts/${attempt}` : ""
	};
}
export { readRunner as t };
