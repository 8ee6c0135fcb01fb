// action/runner/changed-lines.ts
/** Reads a unified diff. Lines within a hunk are counted off, so that none of them can pass for a header. */
function readDiff(diff) {
	const files = /* @__PURE__ */ new Map();
	let ranges = [];
	let [oldLeft, newLeft, at] = [
		0,
		0,
		0
	];
	for (const line of diff.split("\n")) {
		if (oldLeft > 0 || newLeft > 0) {
			if (line.startsWith("\\")) continue;
			if (line.startsWith("+")) add(ranges, at);
			if (!line.startsWith("+")) oldLeft--;
			if (!line.startsWith("-")) newLeft--;
			if (!line.startsWith("-")) at++;
			continue;
		}
		const file = /^\+\+\+ b\/(.*)$/.exec(line.replace(/\t$/, ""))?.[1];
		if (file !== void 0) {
			ranges = [];
			files.set(file, ranges);
		}
		const hunk = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line);
		if (hunk) [oldLeft, at, newLeft] = [
			Number(hunk[1] ?? 1),
			Number(hunk[2]),
			Number(hunk[3] ?? 1)
		];
	}
	return files;
}
function add(ranges, line) {
	const last = ranges.at(-1);
	if (last && last[1] === line - 1) last[1] = line;
	else ranges.push([line, line]);
}
const isChanged = (changed, file, from, to) => (changed.get(file) ?? []).some(([first, last]) => from <= last && to >= first);
/** What changed since a commit; undefined when it is not in this checkout, as with actions/checkout's default depth. */
async function changedSince(run, root, base) {
	if (base === "") return void 0;
	const git = [
		"git",
		"-C",
		root,
		"-c",
		"core.quotePath=false",
		"diff",
		"--unified=0",
		"--no-color",
		"--no-ext-diff"
	];
	const shape = [
		"--no-textconv",
		"--no-renames",
		"--src-prefix=a/",
		"--dst-prefix=b/",
		"--diff-filter=d"
	];
	const done = await run([
		...git,
		...shape,
		base,
		"HEAD"
	], { timeoutMs: 2e4 }).catch(() => void 0);
	return done?.code === 0 ? readDiff(done.stdout) : void 0;
}
export { isChanged as n, readDiff as r, changedSince as t };
