import { isIP } from "node:net";
// action/engine/console/maintenance/addresses.ts
/** How many addresses one allow list may come to: each is a file on the server. */
const most = 1024;
/** @param list addresses of IPv4 or IPv6, and small blocks of them such as `192.0.2.0/28` */
function spellOut(list) {
	const found = /* @__PURE__ */ new Set();
	const problems = [];
	for (const entry of list) {
		const read = range(entry);
		if ("problem" in read) problems.push(`${JSON.stringify(entry)} ${read.problem}`);
		else if (read.size > most) problems.push(`${entry} holds ${read.size} addresses: nginx looks for a file of each visitor's address, so a list may come to ${most}. Name the addresses, or a block from /${read.bits - 10} on.`);
		else for (let i = 0n; i < read.size; i++) found.add(text(read.first + i, read.bits));
	}
	if (found.size > most) problems.push(`the list comes to ${found.size} addresses, and may come to ${most}`);
	return problems.length > 0 ? { problems } : { addresses: [...found] };
}
function range(entry) {
	const [address = "", length, ...more] = entry.split("/");
	const family = isIP(address);
	if (family === 0 || address.includes("%") || more.length > 0) return { problem: "is no address such as 192.0.2.7 or 2001:db8::7, nor a block such as 192.0.2.0/28" };
	const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
	if (mapped && length === void 0) return range(mapped);
	const bits = family === 4 ? 32 : 128;
	if (length !== void 0 && !(/^\d{1,3}$/.test(length) && Number(length) <= bits)) return { problem: `has no length of a block from 0 to ${bits} behind its slash` };
	const size = 1n << BigInt(bits - Number(length ?? bits));
	return {
		first: number(address, family) / size * size,
		size,
		bits
	};
}
function number(address, family) {
	if (family === 4) return address.split(".").reduce((sum, part) => sum * 256n + BigInt(part), 0n);
	const [head = "", tail] = new URL(`http://[${address}]`).hostname.slice(1, -1).split("::");
	const groups = (part) => part ? part.split(":") : [];
	const zeros = 8 - groups(head).length - groups(tail).length;
	return (tail === void 0 ? groups(head) : [
		...groups(head),
		...Array(zeros).fill("0"),
		...groups(tail)
	]).reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n);
}
function text(value, bits) {
	const parts = (count, base) => Array.from({ length: count }, (_, i) => value / base ** BigInt(count - 1 - i) % base);
	if (bits === 32) return parts(4, 256n).join(".");
	const groups = parts(8, 65536n).map((group) => group.toString(16));
	return new URL(`http://[${groups.join(":")}]`).hostname.slice(1, -1);
}
// action/engine/console/maintenance/site.ts
/** What can be asked of maintenance. */
const maintenanceWants = [
	"on",
	"off",
	"status"
];
/** In it `on` while visitors get the page, and a file for each address that still gets the app. */
const maintenanceFolder = (name) => `/srv/${name}/maintenance`;
/** The page that visitors get, in the repository. */
const maintenancePage = "deploy/maintenance.html";
/**
* What a site needs inside `server { }` for `maintenance`, with no indentation. nginx looks for the files at every
* request, so nothing is reloaded; a return at the server's level comes before every location, static files too.
*/
function maintenanceLines(name) {
	const folder = maintenanceFolder(name);
	return [
		`# \`create-flask-deploy maintenance on\` makes the first file; an address that has a file of its own below allow/ passes.`,
		"set $closed 0;",
		`if (-f ${folder}/on) { set $closed 1; }`,
		`if (-f ${folder}/allow/$remote_addr) { set $closed 0; }`,
		`if ($uri ~ "^/(maintenance\\.html$|\\.well-known/acme-challenge/)") { set $closed 0; }`,
		"if ($closed) { return 503; }",
		"error_page 503 /maintenance.html;",
		"location = /maintenance.html {",
		"    internal;",
		`    root /srv/${name}/current/deploy;`,
		"    # A release without the page: nginx's own.",
		"    try_files /maintenance.html =503;",
		"    add_header Retry-After 300 always;",
		"    add_header Cache-Control no-store always;",
		"}"
	];
}
/** Whether a site's text has them, in whatever form. */
const knowsMaintenance = (nginxConfig, name) => nginxConfig.includes(`${maintenanceFolder(name)}/on`);
export { spellOut as a, maintenanceWants as i, maintenanceLines as n, maintenancePage as r, knowsMaintenance as t };
