import { spawn } from "node:child_process";
import { StringDecoder } from "node:string_decoder";
// action/engine/process/run.ts
/** How long a pipe may stay open after its program has ended: something it left behind (an ssh master) may hold it. */
const LINGER_MS = 250;
/** The {@link ProcessRunner} of a real machine. */
const runProcess = (argv, options = {}) => new Promise((resolve, reject) => {
	const [program, ...args] = argv;
	if (program === void 0) throw new Error("no program to run: the argument vector is empty");
	const child = spawn(program, args, {
		cwd: options.cwd,
		env: options.env,
		stdio: "pipe"
	});
	let timedOut = false;
	let killer;
	const end = () => {
		child.kill("SIGTERM");
		killer = setTimeout(() => child.kill("SIGKILL"), 1e3);
	};
	const clock = options.timeoutMs ? setTimeout(() => {
		timedOut = true;
		end();
	}, options.timeoutMs) : void 0;
	if (options.signal?.aborted) end();
	options.signal?.addEventListener("abort", end, { once: true });
	const out = collect(child.stdout, (line) => options.onLine?.(line, "stdout"));
	const err = collect(child.stderr, (line) => options.onLine?.(line, "stderr"));
	const tidy = () => {
		clearTimeout(clock);
		clearTimeout(killer);
		options.signal?.removeEventListener("abort", end);
	};
	child.on("error", (error) => {
		tidy();
		reject(error);
	});
	child.on("exit", async (code, signal) => {
		tidy();
		await Promise.race([
			Promise.all([out.ended, err.ended]),
			out.ended.then(linger),
			...signal ? [linger()] : []
		]);
		child.stdout.destroy();
		child.stderr.destroy();
		resolve({
			code,
			signal,
			stdout: out.text(),
			stderr: err.text(),
			timedOut
		});
	});
	child.stdin.on("error", () => {});
	const { stdin } = options;
	if (stdin === void 0) child.stdin.end();
	else if (typeof stdin === "string" || stdin instanceof Uint8Array) child.stdin.end(stdin);
	else stdin.pipe(child.stdin);
});
function collect(stream, onLine) {
	const decoder = new StringDecoder("utf8");
	const parts = [];
	let rest = "";
	const take = (text) => {
		parts.push(text);
		const lines = (rest + text).split("\n");
		rest = lines.pop();
		for (const line of lines) onLine(line);
	};
	stream.on("data", (chunk) => take(decoder.write(chunk)));
	return {
		ended: new Promise((done) => {
			stream.on("end", () => {
				take(decoder.end());
				if (rest) onLine(rest);
				rest = "";
				done();
			});
		}),
		text: () => parts.join("")
	};
}
/** Does not keep this process: a pipe that is still open does, and without one there is nothing to wait for. */
const linger = () => new Promise((done) => setTimeout(done, LINGER_MS).unref());
export { runProcess as t };
