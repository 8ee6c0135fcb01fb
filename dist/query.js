import { i as inline, n as fenced } from "./markdown.js";
import { _ as readNginx, h as driverSettings, m as DeployError, n as serverAccess, r as Session, t as connectionLost, u as packDriver } from "./connection-lost.js";
// action/engine/console/query.ts
/**
* Asks the server once, by one ssh command, and gives the answer, without what would steer a terminal.
*
* @throws {@link Fault} when it cannot be asked, or says that it cannot be done.
*/
async function runQuery$1(op, { app, root, login }, effects, { ask = {}, onMessage, onLine = () => {} } = {}) {
	const nothing = () => {};
	const session = new Session(login, effects, {
		begin: nothing,
		end: nothing,
		line: onLine,
		warning: onLine
	}, packDriver(op.name, op.modules));
	try {
		const settings = driverSettings(app, readNginx(root));
		session.say({
			...ask,
			op: op.name,
			app: app.name,
			login: `${login.user}@${login.host}`,
			settings
		});
		for (;;) {
			const message = await session.next();
			if (message.t === "answer") return message.answer;
			if (message.t === "outcome") throw faultOf(message);
			onMessage?.(message);
		}
	} finally {
		await session.close();
	}
}
const faultOf = ({ cause }) => new DeployError(cause?.kind ?? "infrastructure", "connect", cause?.message ?? "the server gave no answer", cause?.next);
// action/commands/query.ts
/** Puts a question to the server; one that cannot be asked fails the job, and says why and what to do. */
async function runQuery(inputs, job, put, report) {
	const { request, effects } = serverAccess(inputs, job);
	request.login.key?.put();
	try {
		return report(await put(request, effects));
	} catch (error) {
		if (error instanceof DeployError) return unanswered(error, inputs);
		throw error;
	}
}
/** The report of a question that got no answer. */
function unanswered(fault, { command, app, access }) {
	const { message, next } = connectionLost(fault.ssh, fault.message, access) ?? fault;
	const advice = next.includes("\n") ? fenced(next) : next && `**What to do:** ${inline(next)}`;
	const [headline = "", ...more] = message.split("\n");
	const parts = [
		`### ❌ ${inline(app.name)}, ${command}: ${inline(headline)}`,
		more.length > 0 && fenced(more.join("\n")),
		advice
	];
	return {
		failure: [message, next].filter(Boolean).join("\n"),
		outputs: { status: "failed" },
		annotations: [],
		summary: `${parts.filter(Boolean).join("\n\n")}\n`
	};
}
export { runQuery$1 as n, runQuery as t };
