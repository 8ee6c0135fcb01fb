import { isTemplated } from "../../../files/template.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { placeNamed } from "../../../nginx/location.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const locationWithoutSlash = nginxRule({
  id: "nginx/location-without-slash",
  severity: "error",
  summary: "A location that does not start with / and so matches nothing",
  why: `Every path that a browser requests starts with a slash. \`location static/\` is accepted by nginx and matches no request ever;
what was meant for it goes to \`location /\` and most often to the app, which answers 404.`,
  bad: server("location static/ { root /srv/shop; }"),
  good: server("location /static/ { root /srv/shop; }"),
  on: ["location"],
  check(location, { report }) {
    const place = placeNamed(location);
    if (!place || (place.match !== "prefix" && place.match !== "exact") || !location.block) return;
    const { path } = place;
    const bare = path.text.replace(/^(?:\^~|=)/, "");
    if (bare.startsWith("/") || bare.includes("$") || isTemplated(bare) || !/^[\w.]/.test(bare)) return;
    const start = path.end - (path.quote ? 1 : 0) - bare.length;
    report(
      path,
      `No path starts with \`${bare}\`: they all start with \`/\`, so this location is never used.`,
      suggested("add the slash", replace(path.source.range(start, start), "/")),
    );
  },
});
