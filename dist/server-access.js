import { E as driverSettings, Ht as onDisk, Kt as storeCredentials, O as readNginx, S as packDriver, Ut as DeployError, _ as Session, b as staged, v as offered, x as outcome, y as resumed, yn as runProcess } from "./shared.js";
import { createReadStream, readFileSync, readlinkSync } from "node:fs";
import { lookup } from "node:dns/promises";
// action/engine/targets/server/upload.ts
const SMALL = 262144;
/** The bytes of a parcel in the order in which the driver takes them: environment, files, wheels. Never all in memory. */
async function* bytesOf({ env, files, root, wheels }) {
	if (env) yield Buffer.from(env);
	let batch = [];
	let held = 0;
	for (const [path, mode, , size] of files) {
		const place = onDisk(root, path);
		if (size > SMALL) {
			if (held) yield Buffer.concat(batch);
			batch = [];
			held = 0;
			yield* exactly(createReadStream(place, {
				end: size - 1,
				highWaterMark: SMALL
			}), size, path);
			continue;
		}
		const content = mode === "120000" ? readlinkSync(place, { encoding: "buffer" }) : readFileSync(place);
		if (content.length !== size) throw changed(path);
		batch.push(content);
		held += size;
		if (held > SMALL) {
			yield Buffer.concat(batch);
			batch = [];
			held = 0;
		}
	}
	if (held) yield Buffer.concat(batch);
	for (const wheel of wheels) yield* exactly(createReadStream(wheel.path), wheel.size, wheel.name);
}
async function* exactly(stream, size, path) {
	let sent = 0;
	for await (const chunk of stream) {
		sent += chunk.length;
		yield chunk;
	}
	if (sent !== size) throw changed(path);
}
const changed = (path) => new DeployError("usage", "send", `${Buffer.from(path, "latin1")} changed while it was being sent`, "Deploy again.");
// action/engine/targets/server/server.ts
/** A server behind sshd, as a target. */
const openServer = (request, effects, progress) => {
	const { app, root, login, runUrl, by, lockSeconds = 600, probeSeconds, hold } = request;
	const session = new Session(login, effects, progress, packDriver());
	/** Seen from here the server may have one more address: a name of its own, behind a router. */
	const seenFromHere = async (at) => at.t === "smoked" ? {
		...at,
		addresses: [...at.addresses, ...await effects.resolve(login.host)]
	} : at;
	return {
		async offer(offer) {
			const settings = driverSettings(app, readNginx(root), probeSeconds);
			const about = {
				app: app.name,
				login: `${login.user}@${login.host}`,
				settings
			};
			session.say({
				...offer,
				...about,
				run: runUrl,
				by,
				lockSeconds,
				hold
			});
			const offered$1 = await session.next(offered);
			login.key?.remove();
			return offered$1;
		},
		async stage(upload, stops) {
			const wheels = upload.wheels.map(({ name, size, sha256 }) => ({
				name,
				size,
				sha256
			}));
			const env = upload.env === void 0 ? null : Buffer.byteLength(upload.env);
			session.say({
				t: "go",
				release: upload.release,
				wheels,
				env,
				waits: stops
			});
			await session.send(bytesOf(upload));
			return seenFromHere(await session.next(staged));
		},
		async resume() {
			session.say({ t: "resume" });
			return seenFromHere(await session.next(resumed));
		},
		async undo(reason) {
			session.say({
				t: "undo",
				...reason
			});
			return session.next(outcome);
		},
		leave: () => session.close(),
		get cost() {
			return {
				roundTrips: session.roundTrips,
				bytesSent: session.bytesSent
			};
		}
	};
};
// action/engine/targets/effects.ts
/** The effects of a real machine; what only the caller can know comes from it. */
function realEffects(given) {
	return {
		...given,
		run: runProcess,
		openTarget: openServer,
		now: () => performance.now(),
		clock: () => Date.now(),
		fetch: globalThis.fetch,
		resolve: (name) => lookup(name, { all: true }).then((found) => found.map(({ address }) => address), () => [])
	};
}
// action/inputs/server-access.ts
/** With the way in to the server; the key lies in a file while ssh needs it, and at the latest the post step removes it. */
function withServer({ access, app, directory }, job) {
	const { runner, env, log, signal } = job;
	const files = storeCredentials(runner.temp, access, (folder) => job.remember("folder", folder));
	const { host, user, port } = access;
	return {
		...job,
		request: {
			app,
			root: directory,
			login: {
				host,
				user,
				port,
				...files
			},
			...runner.runUrl && { runUrl: runner.runUrl },
			...runner.actor && { by: runner.actor }
		},
		effects: realEffects({
			cacheDir: runner.cache,
			env,
			log,
			signal
		})
	};
}
export { withServer };
