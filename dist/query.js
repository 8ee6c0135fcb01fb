import { E as string, d as looseObject, k as unknown, v as object } from "./valibot.js";
import { i as inline, n as fenced } from "./markdown.js";
import { T as DeployError, a as outcome, c as driverSettings, n as serverAccess, o as understood, r as Session, s as packDriver, t as connectionLost, u as readNginx } from "./connection-lost.js";
// action/engine/console/query.ts
const anything = looseObject({ t: string() });
const answered = object({ answer: unknown() });
const refused = object({ cause: outcome.entries.cause });
/**
* Asks the server once, by one ssh command, and gives the answer, without what would steer a terminal.
*
* @throws DeployError when it cannot be asked, or says that it cannot be done.
*/
async function runQuery$1(query, { app, root, login }, effects, { ask = {}, onMessage, onLine = () => {} } = {}) {
	const nothing = () => {};
	const session = new Session(login, effects, {
		begin: nothing,
		end: nothing,
		line: onLine,
		warning: onLine
	}, packDriver(query.name, query.modules));
	try {
		const settings = driverSettings(app, readNginx(root));
		session.say({
			...ask,
			op: query.name,
			app: app.name,
			login: `${login.user}@${login.host}`,
			settings
		});
		for (;;) {
			const said = await session.next(anything);
			if (said.t === "answer") return understood(query.answer, understood(answered, said, "connect").answer, "connect");
			if (said.t === "outcome") throw errorOf(understood(refused, said, "connect").cause);
			if (query.message) onMessage?.(understood(query.message, said, "connect"));
		}
	} finally {
		await session.close();
	}
}
const errorOf = (cause) => new DeployError(cause?.kind ?? "infrastructure", "connect", cause?.message ?? "the server gave no answer", cause?.next);
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
