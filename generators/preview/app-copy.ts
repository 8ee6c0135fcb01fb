import { Source } from "../../action/lint/source.ts";
import { parseUwsgi } from "../../action/lint/uwsgi/parse.ts";
import { optionsOf } from "../../action/lint/uwsgi/tree.ts";
import type { Throwaway } from "./throwaway.ts";

/** Needs root, leaves the foreground, or (`listen`) asks for more than an ordinary machine's kernel allows. */
const serverOnly = /^(uid|gid|chown-socket|daemonize2?|logto2?|listen)$/;

/**
 * The repository's uwsgi.ini as it can run here: paths into the throwaway folder, and what only a server can do as a
 * comment. Every option stays on its line.
 *
 * @param logsRequests false where nginx logs the requests, as the ini says
 */
export function uwsgiCopy(text: string, place: Throwaway, logsRequests: boolean): string {
  const dropped = optionsOf(parseUwsgi(new Source("deploy/uwsgi.ini", text))).filter(({ name }) => {
    const option = name.text.replaceAll("_", "-");
    return serverOnly.test(option) || (logsRequests && option === "disable-logging");
  });
  let copy = text;
  for (const { start } of dropped.reverse()) copy = `${copy.slice(0, start)}# ${copy.slice(start)}`;
  return place.inside(copy);
}

/** The repository's gunicorn.conf.py as it can run here. It is Python, so only plain assignments are looked at. */
export function gunicornCopy(text: string, place: Throwaway): string {
  return place.inside(text.replace(/^(?=(?:user|group|daemon|initgroups)\s*=)/gm, "# "));
}
