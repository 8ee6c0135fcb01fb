import { i as inline, n as fenced } from "./markdown.js";
import { c as packDriver, d as driverSettings, n as wayIn, p as readNginx, r as Session, t as wayLost, w as Fault } from "./way-lost.js";
// action/console/inquire.ts
/**
* Asks the server once, by one ssh command, and gives the answer, without what would steer a terminal.
*
* @throws {@link Fault} when it cannot be asked, or says that it cannot be done.
*/
async function inquire(op, { app, root, login }, effects, { ask = {}, onMessage, onLine = () => {} } = {}) {
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
const faultOf = ({ cause }) => new Fault(cause?.kind ?? "infrastructure", "connect", cause?.message ?? "the server gave no answer", cause?.next);
// action/commands/ask.ts
/** Puts a question to the server; one that cannot be asked fails the job, and says why and what to do. */
async function ask(inputs, job, put, report) {
	const { request, effects } = wayIn(inputs, job);
	request.login.key?.put();
	try {
		return report(await put(request, effects));
	} catch (error) {
		if (error instanceof Fault) return unanswered(error, inputs);
		throw error;
	}
}
/** The report of a question that got no answer. */
function unanswered(fault, { command, app, access }) {
	const { message, next } = wayLost(fault.ssh, fault.message, access) ?? fault;
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
export { inquire as n, ask as t };
