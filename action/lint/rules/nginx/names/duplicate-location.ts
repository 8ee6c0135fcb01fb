import { isTemplated } from "../../../files/template.ts";
import { placeNamed } from "../../../nginx/location.ts";
import { type Directive, walk } from "../../../nginx/tree.ts";
import { nginxFileRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const duplicateLocation = nginxFileRule({
  id: "nginx/duplicate-location",
  severity: "error",
  summary: "Two locations of one server for the same path",
  why: `nginx rejects a server with two locations of the same path ('duplicate location "/"') and does not start. Where both were
written on purpose, one of them was usually meant for another path, such as /static/.`,
  bad: server("location / { root /srv/shop/static; }", "location / { return 204; }"),
  good: server("location /static/ { root /srv/shop; }", "location / { return 204; }"),
  check(file, { report }) {
    const seen = new Map<unknown, Map<string, Directive>>();
    for (const location of walk(file)) {
      const place = placeNamed(location);
      // nginx allows two equal regexes; the second one is never reached.
      if (!place || place.match === "regex" || isTemplated(place.path.text)) continue;
      const here = seen.get(location.parent) ?? new Map<string, Directive>();
      seen.set(location.parent, here);
      const key = `${place.match} ${place.path.text}`;
      const first = here.get(key);
      if (first) {
        report(
          place.path,
          `There already is a location for \`${place.path.text}\`: nginx reports a duplicate and does not start.`,
          {
            related: [{ at: first.args.at(-1)!, message: "the first" }],
          },
        );
      } else here.set(key, location);
    }
  },
});
