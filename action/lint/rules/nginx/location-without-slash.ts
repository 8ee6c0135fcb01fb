import { placeNamed } from "../../nginx/location.ts";
import { walk } from "../../nginx/tree.ts";
import { defineRule } from "../../rule.ts";
import { isTemplated } from "../../template.ts";

export const locationWithoutSlash = defineRule({
  id: "nginx/location-without-slash",
  severity: "error",
  summary: "A location that does not start with / and so matches nothing",
  why: `Every path that a browser asks for starts with a slash. \`location static/\` is accepted by nginx and matches no request ever;
what was meant for it goes to \`location /\` and most often to the app, which answers 404.`,
  bad: `server {
    listen 80;
    location static/ {
        root /srv/shop;
    }
}
`,
  good: `server {
    listen 80;
    location /static/ {
        root /srv/shop;
    }
}
`,
  check({ project, report }) {
    for (const file of project.nginx) {
      for (const location of walk(file)) {
        const place = placeNamed(location);
        if (!place || (place.match !== "prefix" && place.match !== "exact") || !location.block) continue;
        const { path } = place;
        const bare = path.text.replace(/^(?:\^~|=)/, "");
        if (bare.startsWith("/") || bare.includes("$") || isTemplated(bare) || !/^[\w.]/.test(bare)) continue;
        const start = path.end - (path.quote ? 1 : 0) - bare.length;
        report(path, `No path starts with \`${bare}\`: they all start with \`/\`, so this location is never used.`, {
          fix: {
            kind: "safe",
            title: "add the slash",
            edits: [{ at: { source: path.source, start, end: start }, text: "/" }],
          },
        });
      }
    }
  },
});
