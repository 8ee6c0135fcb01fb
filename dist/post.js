import { B as getInput, H as info, J as startGroup, R as endGroup, V as getState, Y as warning } from "./packages.js";
import { Gt as removeCredentials, Jt as readRunner, Yt as groupLog, qt as keepSecret } from "./shared.js";
import { tmpdir } from "node:os";
// action/commands/clean-up.ts
/**
* Removes what the main step left behind, however it ended: the folder with the key, and a deployment in progress. The
* connection is a child process of the main step and the lock is held by its server-side script, so both end with that
* step, even if it is killed.
*/
async function cleanUp() {
	const runner = readRunner(process.env, process.platform, {
		temp: tmpdir(),
		home: ""
	});
	const folder = getState("folder");
	if (folder !== "") removeCredentials(runner.temp, folder);
	info(folder === "" ? "Nothing to remove" : "Removed the ssh key");
	const deployment = getState("deployment");
	if (deployment === "") return;
	const log = groupLog({
		info,
		startGroup,
		endGroup
	}, keepSecret([], () => {}));
	const { closeLeftBehind } = await import("./follow-deploy.js");
	await closeLeftBehind(deployment, getInput("github-token"), {
		runner,
		log
	});
}
// action/post.ts
try {
	await cleanUp();
} catch (error) {
	warning(error instanceof Error ? error : String(error));
}
export {};
