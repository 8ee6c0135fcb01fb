import { replace, suggested } from "../../../fix/edit.ts";
import { serverRule } from "../../../rule.ts";
import { unit } from "../examples.ts";

export const badAddress = serverRule({
  id: "cross/bad-address",
  severity: "error",
  summary: "An address that gunicorn or uWSGI reads as something else",
  why: `gunicorn reads a path without \`unix:\` in front as a host name, and \`http\` of a URL too: it fails to start with "Invalid address".
uWSGI takes an address without a port for the name of a file: it makes a socket called "0.0.0.0" in its folder, and listens on no port.`,
  bad: { "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind /srv/shop/shop.sock wsgi:app") },
  good: {
    "deploy/shop.service": unit("ExecStart=/srv/shop/.venv/bin/gunicorn --bind unix:/srv/shop/shop.sock wsgi:app"),
  },
  check({ program, listeners, invocation }, { report }) {
    for (const { at, option, address, handed } of listeners) {
      // A listener of its own accord has no address of anybody's.
      if (handed || address.at === invocation?.executable) continue;
      const said = address.at.text.trim();
      const [message, right] = (program === "gunicorn" ? ofGunicorn(said) : ofUwsgi(said, option)) ?? [];
      if (!message || !right) continue;
      const start = at.source.text.indexOf(said, at.start);
      const fix = suggested(`write \`${right}\``, replace(at.source.range(start, start + said.length), right));
      report(at, message, start >= at.start && start < at.end ? { fix } : {});
    }
  },
});

type Wrong = readonly [message: string, right: string] | undefined;

function ofGunicorn(said: string): Wrong {
  if (/^\.{0,2}\/[\w./-]+$/.test(said))
    return [
      `gunicorn reads \`${said}\` as a host name and does not start: a socket is written \`unix:${said}\`.`,
      `unix:${said}`,
    ];
  const url = /^https?:\/\/([\w.-]+:\d+)\/?$/.exec(said)?.[1];
  return url
    ? [`gunicorn reads \`http\` as the host name and does not start: an address is not a URL.`, url]
    : undefined;
}

/** A bare number is uwsgi/bad-number's. */
const ofUwsgi = (said: string, option: string | undefined): Wrong =>
  (option === "socket" || option === "http-socket") && /^(?:localhost|\d+(?:\.\d+){3})$/.test(said)
    ? [`uWSGI creates a unix socket in a file named \`${said}\` and listens on no port.`, `${said}:8000`]
    : undefined;
