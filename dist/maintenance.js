import { C as number, N as string, c as array, l as boolean, w as object } from "./packages.js";
import { $t as inline, O as readNginx, Ut as DeployError, Wt as unusable, Xt as code, an as maintenanceLines, en as page, g as runQuery, in as knowsMaintenance, ln as spellOut, r as flagModule, s as runQuery$1, sn as maintenancePage, tn as table } from "./shared.js";
// action/engine/console/maintenance/maintenance.ts
/** What visitors get, as the server reports it. */
const answer = object({
	on: boolean(),
	/** ISO 8601, UTC; "" when it is off, or was switched on by hand. */
	since: string(),
	by: string(),
	/** As they were passed. */
	allow: array(string()),
	changed: boolean(),
	/** HTTP status that nginx returns to an address that is on no list; 0 if it returns none. */
	answers: number(),
	ignored: boolean()
});
const query = {
	name: "maintenance",
	modules: {
		...flagModule,
		maintenance: "\"\"\"Serves visitors the maintenance page, or the site again, by files that nginx checks at every request.\"\"\"\nfrom __future__ import annotations\n\nimport json\nimport os\nimport socket\nimport time\n\nfrom http_probe import Answer, http_request, over_tls, parse\nfrom maintenance_flag import read\nfrom host import Host, remove\nfrom journal import stamp\nfrom channel import Channel, Failed\n\nTYPE_CHECKING = False\nif TYPE_CHECKING:\n    from typing import Sequence\n    from answers import Flag, Maintenance, MaintenanceAsk\n    from messages import Settings\n\nOWN = [\"127.0.0.1\", \"::1\"]  # deploys keep requesting the site from here\nSTRANGER = \"127.0.0.2\"  # an address of this server that is never on the list\n\n\ndef maintenance(channel: Channel, host: Host, ask: MaintenanceAsk) -> Maintenance:\n    host.check()\n    folder, want = host.maintenance, ask[\"want\"]\n    before = read(folder)\n    if want == \"status\" or ask[\"dryRun\"]:\n        return told(before, changed=False, answers=stranger_sees(ask[\"settings\"]).status)\n    if want == \"off\":\n        remove(folder + \"/on\")\n        remove(folder + \"/allow\")\n        return told(None, changed=before is not None, answers=stranger_sees(ask[\"settings\"]).status)\n    now: Flag = {\"since\": (before or {}).get(\"since\") or stamp(), \"by\": ask[\"by\"], \"allow\": ask[\"allow\"]}\n    close(folder, now, ask[\"addresses\"])\n    seen = stranger_sees(ask[\"settings\"])\n    if seen.status != 503 or \"retry-after\" not in seen.headers:\n        if not before:\n            remove(folder + \"/on\")\n            remove(folder + \"/allow\")\n        if seen.error:\n            raise Failed(\"infrastructure\", \"nginx on the server does not answer: %s. Nothing was changed\" % seen.error,\n                         \"`npx create-flask-deploy doctor` tells why.\")\n        return told(None, changed=False, answers=seen.status, ignored=True)\n    return told(now, changed=not before or before != now, answers=seen.status)\n\n\ndef told(now: Flag | None, changed: bool, answers: int, ignored: bool = False) -> Maintenance:\n    flag: Flag = now or {}\n    return {\"on\": bool(flag), \"since\": flag.get(\"since\", \"\"), \"by\": flag.get(\"by\", \"\"), \"allow\": flag.get(\"allow\", []),\n            \"changed\": changed, \"answers\": answers, \"ignored\": ignored}\n\n\ndef close(folder: str, now: Flag, addresses: Sequence[str]) -> None:\n    \"\"\"Writes the allow list first, so that no allowed visitor ever gets the page.\"\"\"\n    os.makedirs(folder + \"/allow\", 0o755, exist_ok=True)\n    wanted = {*OWN, *addresses}\n    for name in wanted - set(os.listdir(folder + \"/allow\")):\n        os.close(os.open(\"%s/allow/%s\" % (folder, name), os.O_WRONLY | os.O_CREAT, 0o644))\n    with open(folder + \"/on.new\", \"w\") as file:\n        json.dump(now, file)\n    os.rename(folder + \"/on.new\", folder + \"/on\")\n    for name in set(os.listdir(folder + \"/allow\")) - wanted:\n        remove(\"%s/allow/%s\" % (folder, name))\n\n\ndef stranger_sees(settings: Settings) -> Answer:\n    \"\"\"nginx's response to an address that is on no list; over TLS if the site redirects to it.\"\"\"\n    site = settings[\"site\"]\n    answer = once(site[\"host\"], site[\"port\"], site[\"protocol\"] == \"https\")\n    # A site whose HTTPS somebody added by hand.\n    if answer.status in (301, 302, 307, 308) and answer.headers.get(\"location\", \"\").startswith(\"https://\"):\n        return once(site[\"host\"], 443, True)\n    return answer\n\n\ndef once(name: str, port: int, tls: bool) -> Answer:\n    deadline, raw = time.monotonic() + 5, b\"\"\n    channel: socket.socket | None = None\n    try:\n        channel = socket.create_connection((\"127.0.0.1\", port), 5, (STRANGER, 0))\n        if tls:\n            channel = over_tls(channel, name)\n        channel.sendall(http_request(\"/\", name))\n        while len(raw) < 1 << 20 and time.monotonic() < deadline:\n            chunk = channel.recv(65536)\n            if not chunk:\n                break\n            raw += chunk\n        return parse(raw)\n    except OSError as error:\n        return Answer(error=error.strerror or str(error))\n    finally:\n        if channel:\n            channel.close()\n"
	},
	answer
};
/**
* Serves visitors the live release's maintenance page with 503 and Retry-After, or the site again. It outlasts deploys
* and reboots.
*
* @throws DeployError if the server cannot be queried, an address is invalid, or the server's site has no maintenance
* lines
*/
async function maintenance({ want, allow = [], by = "", dryRun = false, ...request }, effects) {
	const list = spellOut(allow);
	if ("problems" in list) throw unusable(`the allow list cannot be used: ${list.problems.join("; ")}`);
	const ask = {
		want,
		allow,
		by,
		dryRun,
		addresses: list.addresses
	};
	const { ignored, ...told } = await runQuery(query, request, effects, { ask });
	if (ignored) throw siteIgnores(request, told.answers);
	return told;
}
function siteIgnores({ app, root, login }, answers) {
	const next = knowsMaintenance(readNginx(root), app.name) ? `deploy/nginx.conf supports it, but the site on the server does not yet. Run: npx create-flask-deploy setup ${login.host}` : [`Put these lines into the \`server { }\` of deploy/nginx.conf, a page into ${maintenancePage}, deploy, and run: npx create-flask-deploy setup ${login.host}`, ...maintenanceLines(app.name).map((line) => `    ${line}`)].join("\n");
	return new DeployError("setup", "check", `visitors would not get the page: the site on the server still answers ${answers}. Nothing was changed`, next);
}
// action/engine/console/maintenance/rows.ts
/**
* What visitors get, as names and texts.
*
* @param would what a dry run would have done; "status" when nothing was to be done, or it was done
*/
function maintenanceRows({ on, since, by, allow, answers }, would) {
	return [
		["maintenance", on ? "on" : "off"],
		...since ? [["since", `${since}${by && `, by ${by}`}`]] : [],
		...on ? [["allowed", allow.join(", ") || "only the server itself"]] : [],
		["visitors get", answers ? String(answers) : "no response: nginx is not running, or a firewall blocks it"],
		...would === "status" ? [] : [["dry run", `would be switched ${would}`]]
	];
}
// action/report/maintenance.ts
/** The maintenance mode, for a job. */
function maintenanceReport(seen, { app, would }) {
	const { on, changed } = seen;
	const rows = maintenanceRows(seen, would);
	const what = on ? "visitors get the maintenance page" : "visitors get the site";
	return {
		failure: void 0,
		outputs: {
			status: on ? "maintenance-on" : "maintenance-off",
			json: JSON.stringify(seen)
		},
		annotations: [],
		summary: page(`### ${on ? "🚧" : "✅"} ${code(app)}: ${what}${changed || would !== "status" ? "" : ", as before"}`, table(["", ""], rows.map(([name, text]) => [name, inline(text)]))),
		lines: rows.map(([name, text]) => `${name.padEnd(14)} ${text}`)
	};
}
// action/commands/maintenance.ts
/** Serves visitors the maintenance page, or the site again. */
function maintenanceCommand(inputs, job) {
	const { consoleInputs, dryRun, app } = inputs;
	const { actor, runUrl } = job.runner;
	const { maintenance: want, allow } = consoleInputs;
	const by = [actor, runUrl].filter(Boolean).join(", ");
	return runQuery$1(inputs, job, (request, effects) => maintenance({
		...request,
		want,
		allow,
		by,
		dryRun
	}, effects), (seen) => maintenanceReport(seen, {
		app: app.name,
		would: dryRun ? want : "status"
	}));
}
export { maintenanceCommand };
