import { placeNamed } from "../../../nginx/location.ts";
import { enclosing } from "../../../nginx/tree.ts";
import { server } from "../../examples.ts";
import { proxyRule } from "./proxied.ts";

export const proxyPassUriStrip = proxyRule({
  id: "nginx/proxy-pass-uri-strip",
  severity: "info",
  summary: "A proxy_pass that ends in / strips the location's path",
  why: `\`location /api/\` with \`proxy_pass http://127.0.0.1:8000/;\` sends /api/users as /users. That may be meant; but then the app's
own links miss the prefix, unless it is told by X-Forwarded-Prefix (ProxyFix x_prefix=1) or SCRIPT_NAME. With \`location /api\` the app gets
//users, which Werkzeug redirects to a path that the location does not have.`,
  bad: server("location /api/ { include proxy_params; proxy_pass http://127.0.0.1:8000/; }"),
  good: server("location /api/ { include proxy_params; proxy_pass http://127.0.0.1:8000; }"),
  check(pass, { report }) {
    const place = placeNamed(enclosing(pass, "location"));
    const target = pass.args[0]!;
    if (place?.match !== "prefix" || place.path.text === "/") return;
    if (!/^http:\/\/(?:unix:[^:]+:|[^/]+)\/$/.test(target.text)) return;
    const path = place.path.text;
    const double = !path.endsWith("/");
    report(
      target,
      double
        ? `${path} becomes / and the rest stays: ${path}/users reaches the app as //users. Write \`location ${path}/\`, or leave the final / out.`
        : `The final / strips ${path}: ${path}users reaches the app as /users, and the app's own links are missing ${path}.`,
      {
        severity: double ? "warning" : "info",
        related: [{ at: place.path, message: "the path that is stripped" }],
      },
    );
  },
});
