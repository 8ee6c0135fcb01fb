import { i as inline, n as fenced } from "./markdown.js";
import { f as readNginx, h as Fault, l as driverSettings, n as Session, o as packDriver, t as wayIn } from "./way-in.js";
// action/console/plain.ts
const ESC = "\\u001b";
const END = `(?:\\u0007|${ESC}\\\\|\\u009c)`;
/** As a terminal reads them: OSC, CSI, DCS and its kin, and the short ones. An unfinished one goes as far as it came. */
const sequences = new RegExp([
	`(?:${ESC}\\]|\\u009d)[^\\u0007\\u001b\\u009c]*${END}?`,
	`(?:${ESC}\\[|\\u009b)[0-?]*[ -/]*[@-~]?`,
	`(?:${ESC}[PX^_]|[\\u0090\\u0098\\u009e\\u009f])[^\\u001b\\u009c]*${END}?`,
	`${ESC}[ -/]*[0-~]?`
].join("|"), "g");
/** Control characters but tab and newline, and the marks that turn the direction of writing. */
const controls = /[^\P{Cc}\t\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;
/** Text of the server without what would steer a terminal. */
const plain = (text) => text.replace(sequences, "").replace(controls, "");
/** The same for every string of an answer, keys included. */
function plainDeep(value) {
	if (typeof value === "string") return plain(value);
	if (Array.isArray(value)) return value.map(plainDeep);
	if (typeof value !== "object" || value === null) return value;
	return Object.fromEntries(Object.entries(value).map(([key, one]) => [plain(key), plainDeep(one)]));
}
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
			const message = plainDeep(await session.next());
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
	try {
		return report(await put(request, effects));
	} catch (error) {
		if (error instanceof Fault) return unanswered(error, inputs);
		throw error;
	}
}
/** The report of a question that got no answer. */
function unanswered({ message, next }, { command, app }) {
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
export { inquire as n, plainDeep as r, ask as t };
