import { distance } from "../../../distance.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { placeNamed } from "../../../nginx/location.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

/** Paths that browsers and robots request by themselves. */
const asked = ["/favicon.ico", "/robots.txt"];

export const faviconTypo = nginxRule({
  id: "nginx/favicon-typo",
  severity: "warning",
  summary: "A misspelled location of /favicon.ico or /robots.txt",
  why: `Browsers ask for /favicon.ico and robots for /robots.txt, always spelled so. A location for another spelling is never requested;
the requests go to the app, which answers 404 and logs each of them.`,
  bad: server("location = /favcion.ico { alias /srv/shop/favicon.ico; }"),
  good: server("location = /favicon.ico { alias /srv/shop/favicon.ico; }"),
  on: ["location"],
  check(location, { report }) {
    const place = placeNamed(location);
    if (!place || place.match === "regex" || place.match === "named" || !place.path.text.startsWith("/")) return;
    const meant = asked.find((path) => path !== place.path.text && distance(place.path.text, path, 2) <= 2);
    if (!meant) return;
    report(
      place.path,
      `No client requests ${place.path.text}: browsers request ${meant}.`,
      suggested(`write \`${meant}\``, replace(place.path, meant)),
    );
  },
});
