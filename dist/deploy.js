import { n as deploy, t as onServer } from "./server.js";
// action/commands/deploy.ts
/** Lints, then deploys what the linter lets pass. */
async function deployCommand(inputs, job) {
	const findings = inputs.lintLevel === "off" ? void 0 : await lintFirst(inputs, job);
	if (findings?.failure !== void 0) return {
		...findings,
		failure: `Not deployed: ${findings.failure}. \`lint-level: off\` deploys in spite of it.`
	};
	const { app, directory, env, force, dryRun } = inputs;
	const report = await onServer("deploy", inputs, job, (login, effects) => deploy({
		app,
		root: directory,
		login,
		force,
		dryRun,
		...job.runner.runUrl && { runUrl: job.runner.runUrl },
		...env && { env }
	}, effects));
	return {
		...report,
		outputs: {
			...report.outputs,
			findings: findings?.outputs.findings ?? ""
		},
		annotations: [...report.annotations, ...findings?.annotations ?? []]
	};
}
/** The linter is loaded here only. */
async function lintFirst(inputs, job) {
	const { lintCommand } = await import("./lint.js");
	return lintCommand(inputs, job);
}
export { deployCommand };
