import { hash } from "node:crypto";

/** The longest user name that useradd accepts. */
const longest = 32;

/**
 * The deploy user of an app whose flask-deploy.yml names none: one account for each app, so that a key gives access to
 * one app only. A name that is too long for Linux is shortened and ends in eight digits of its hash.
 */
export function loginOf(app: string): string {
  const login = `deploy-${app}`;
  if (login.length <= longest) return login;
  return `${login.slice(0, longest - 9)}-${hash("sha256", app).slice(0, 8)}`;
}
