import { Bt as rollback, w as runRelease } from "./shared.js";
// action/commands/rollback.ts
/** Goes back to a former release. */
function rollbackCommand(inputs, job) {
	const { release, hooks, dryRun } = inputs;
	const request = {
		...job.request,
		hooks,
		dryRun,
		...release && { release }
	};
	return runRelease("rollback", inputs, job, () => rollback(request, job.effects));
}
export { rollbackCommand };
