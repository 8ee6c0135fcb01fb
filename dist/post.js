import { a as info, f as warning, i as getState } from "./actions-core.js";
import { t as removeCredentials } from "./credentials.js";
import { t as readRunner } from "./runner.js";
import { tmpdir } from "node:os";
// action/clean-up.ts
/**
* What is left after the main step, however it ended: the folder with the key. The connection is a child of the main
* step and the lock is the server's side of it, so both end with that step, also when it is killed.
*/
function cleanUp() {
	const folder = getState("folder");
	const { temp } = readRunner(process.env, process.platform, {
		temp: tmpdir(),
		home: ""
	});
	if (folder !== "") removeCredentials(temp, folder);
	info(folder === "" ? "Nothing to remove" : "Removed the ssh key");
}
// action/post.ts
try {
	cleanUp();
} catch (error) {
	warning(error instanceof Error ? error : String(error));
}
export {};
