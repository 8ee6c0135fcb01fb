import { u as runRelease, wt as rollback } from "./shared.js";
// action/commands/rollback.ts
/** Goes back to a former release. */
function rollbackCommand(inputs, job) {
	const { app, directory, release, hooks, dryRun } = inputs;
	return runRelease("rollback", inputs, job, (login, effects) => rollback({
		app,
		root: directory,
		login,
		hooks,
		dryRun,
		...job.runner.runUrl && { runUrl: job.runner.runUrl },
		...job.runner.actor && { by: job.runner.actor },
		...release && { release }
	}, effects));
}
export { rollbackCommand };
