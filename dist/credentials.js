import { basename, dirname, join } from "node:path";
import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
// action/inputs/credentials.ts
const prefix = "flask-deploy-";
/**
* Writes the pins, and the key as soon as it is put there.
* @param remember is told the folder before anything secret is in it, so that it is removed whatever happens next
*/
function storeCredentials(temp, access, remember) {
	mkdirSync(temp, { recursive: true });
	const folder = mkdtempSync(join(realpathSync(temp), prefix));
	remember(folder);
	const identityFile = join(folder, "key");
	const knownHostsFile = join(folder, "known_hosts");
	writeFileSync(knownHostsFile, access.knownHosts, {
		mode: 384,
		flag: "wx"
	});
	return {
		folder,
		identityFile,
		knownHostsFile,
		key: {
			put: () => existsSync(identityFile) || writeFileSync(identityFile, access.sshKey, {
				mode: 384,
				flag: "wx"
			}),
			remove: () => rmSync(identityFile, { force: true })
		}
	};
}
/** Removes what {@link storeCredentials} wrote; refuses any other folder. Twice is as good as once. */
function removeCredentials(temp, folder) {
	if (!(basename(folder).startsWith(prefix) && dirname(folder) === realpathSync(temp))) throw new Error(`${folder} is not a folder of this Action in ${temp}: it was left as it is`);
	rmSync(folder, {
		recursive: true,
		force: true
	});
}
export { storeCredentials as n, removeCredentials as t };
