import { replace, safe } from "../../../fix/edit.ts";
import { holding } from "../../../nginx/includes.ts";
import { speaksTls } from "../../../nginx/listen.ts";
import { placeNamed } from "../../../nginx/location.ts";
import { children, type Directive, named } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

const site = (modifier: string) =>
  server(
    `location ${modifier}/.well-known/acme-challenge/ { root /srv/shop/tls; }`,
    "location ~ /\\. { deny all; }",
    "location / { return 204; }",
  );
/** What a CA asks for; a token is made of these characters. */
const asked = "/.well-known/acme-challenge/k3-_Zq9";

export const challengeUnreachable = nginxRule({
  id: "nginx/challenge-unreachable",
  severity: "warning",
  summary: "A location for the CA's challenge that nginx never uses",
  why: `Let's Encrypt and other CAs ask for a file below /.well-known/acme-challenge/ before they issue or renew a certificate. nginx uses the location for it only if nothing comes before: a
\`return\` in the server answers everything, and a regular expression such as \`location ~ /\\.\` takes precedence over a prefix without \`^~\`. The renewal fails, and the certificate expires.
Write \`location ^~ /.well-known/acme-challenge/\`, and put a \`return\` for everything else into \`location /\`.`,
  bad: site(""),
  good: site("^~ "),
  on: ["server"],
  check(site, { project, report }) {
    if (!site.block) return;
    const locations = holding(project, site.block, "location").directives;
    const own = used(locations);
    if (!own) return;
    const answer = children(site.block, "return", "rewrite").find(isForAll);
    if (answer) {
      if (children(site.block, "if").some((test) => leavesOut(test, answer))) return;
      // The CA follows a redirect to a server that has the file.
      const follows = answer.args.some(({ text }) => text.startsWith("https://")) && !speaksTls(site);
      const there = project.nginx.some((file) =>
        named(file, "server").some((one) => speaksTls(one) && used(children(one.block, "location"))),
      );
      if (follows && there) return;
      return report(answer, "nginx answers every request here, so the CA never gets the file of its challenge.", {
        related: [{ at: own, message: "this location is never used" }],
      });
    }
    const place = placeNamed(own);
    if (!place || place.modifier?.text === "^~" || place.path.text.startsWith("^~")) return;
    const first = locations.find((one) => one !== own && comesBefore(one, own));
    if (!first) return;
    report(
      own,
      `\`location ${first.args.map(({ text }) => text).join(" ")}\` answers the CA's request before this location: no certificate is issued or renewed.`,
      {
        related: [{ at: first, message: "this regular expression matches /.well-known/acme-challenge/" }],
        fix:
          place.match === "prefix"
            ? safe("write `^~`", replace(own.source.range(place.path.start, place.path.start), "^~ "))
            : undefined,
      },
    );
  },
});

/** A redirect or an answer to every request, which nginx gives before it looks for a location. */
const isForAll = ({ name, args: [what, to] }: Directive) =>
  name.text === "return" ||
  (/^\^?\(?\/?(\.\*)?\)?\$?$/.test(what?.text ?? "") && /^(https?|\$scheme):/.test(to?.text ?? ""));

/** Whether a condition before the answer breaks off for the challenge, so that nginx looks for a location after all. */
const leavesOut = (test: Directive, answer: Directive) =>
  (test.source !== answer.source || test.start < answer.start) &&
  children(test.block, "break", "rewrite").length > 0 &&
  /well-known|acme/.test(test.source.slice(test));

/** The location that is meant for the challenge: of several prefixes nginx takes the longest. */
function used(locations: readonly Directive[]): Directive | undefined {
  const meant = locations.filter((one) => {
    const place = placeNamed(one);
    if (!place?.path.text.includes(".well-known")) return false;
    return place.match === "prefix"
      ? asked.startsWith(place.path.text.replace(/^\^~/, ""))
      : place.match === "regex" && /acme-challenge/.test(place.path.text);
  });
  return meant.toSorted((a, b) => (b.args.at(-1)?.text.length ?? 0) - (a.args.at(-1)?.text.length ?? 0))[0];
}

/** A regular expression that matches the challenge and is not meant for it; of two, the first in the text is used. */
function comesBefore(one: Directive, own: Directive): boolean {
  const place = placeNamed(one);
  if (place?.match !== "regex" || /well-known|acme/.test(place.path.text)) return false;
  if (placeNamed(own)?.match === "regex" && (one.source !== own.source || one.start > own.start)) return false;
  return matches(place.path.text.replace(/^~\*?/, ""), /^~\*/.test(place.modifier?.text ?? place.path.text));
}

/** Whether a short expression matches; false for what could take long or is not JavaScript's. */
function matches(pattern: string, anyCase: boolean): boolean {
  if (pattern.length > 200 || /\)[*+{]/.test(pattern) || (pattern.match(/[*+{]/g)?.length ?? 0) > 4) return false;
  try {
    return new RegExp(pattern, anyCase ? "i" : "").test(asked);
  } catch {
    return false;
  }
}
