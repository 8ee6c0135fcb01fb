import { i as inline, o as table } from "./markdown.js";
// action/report/deploy/timeline.ts
/**
* The steps as a diagram that GitHub draws (Mermaid), and as a table under it. Names of steps are ours, details are not.
*
* @param totalMs where it ends: what comes after the last step closes the connection
*/
function timeline(steps, totalMs) {
	if (steps.length === 0) return "";
	const ended = Math.max(...steps.map((step) => step.startedMs + step.durationMs));
	const left = Math.round(totalMs) - Math.round(ended);
	const shown = [...steps, ...left > 0 ? [{
		name: "close",
		startedMs: ended,
		durationMs: left,
		detail: "the connection"
	}] : []];
	const bars = shown.map(({ name, startedMs, durationMs }) => {
		const start = Math.round(startedMs);
		return `  ${name} ${milliseconds(durationMs)} :${start}, ${start + Math.max(1, Math.round(durationMs))}`;
	});
	const axis = Math.max(ended, totalMs) < 6e4 ? "%S.%L s" : "%M min %S s";
	const rows = shown.map((step) => [
		step.name,
		milliseconds(step.durationMs),
		inline(step.detail)
	]);
	return [[
		"```mermaid",
		"gantt",
		"  dateFormat x",
		`  axisFormat ${axis}`,
		...bars,
		"```"
	].join("\n"), table([
		"step",
		"took",
		""
	], rows)].join("\n\n");
}
/** A duration as people say it. */
function milliseconds(ms) {
	if (ms < 1e3) return `${Math.round(ms)} ms`;
	if (ms < 6e4) return `${(ms / 1e3).toFixed(ms < 1e4 ? 2 : 1)} s`;
	return `${Math.floor(ms / 6e4)} min ${Math.round(ms % 6e4 / 1e3)} s`;
}
export { timeline as n, milliseconds as t };
