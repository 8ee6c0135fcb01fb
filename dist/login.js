import { createHash } from "node:crypto";
// action/engine/app/login.ts
/** The longest name that useradd takes. */
const longest = 32;
/**
* The account that deploys an app where flask-deploy.yml names none: one for each app, so that a key opens one app and no
* other. A name that would be too long for Linux ends in eight signs that are its own.
*/
function loginOf(app) {
	const login = `deploy-${app}`;
	if (login.length <= longest) return login;
	return `${login.slice(0, 23)}-${createHash("sha256").update(app).digest("hex").slice(0, 8)}`;
}
export { loginOf as t };
