import { inContainer } from "../../../files/containers.ts";
import type { Project } from "../../../files/project.ts";
import { suggested } from "../../../fix/edit.ts";
import { behindProxy, holding, writesHeader } from "../../../nginx/includes.ts";
import { type Directive, inherited, named } from "../../../nginx/tree.ts";
import { defineRule } from "../../../rule.ts";
import { setHeaders } from "../../nginx/proxy/proxied.ts";
import { uwsgiIni, uwsgiSite } from "../examples.ts";

const files = (site: string) => ({
  "deploy/nginx.conf": site,
  "deploy/uwsgi.ini": uwsgiIni("socket = /run/shop/shop.sock"),
});
const site = uwsgiSite("unix:/run/shop/shop.sock");

export const schemeFromVisitor = defineRule({
  id: "cross/scheme-from-visitor",
  severity: "warning",
  summary: "uWSGI takes the URL's scheme from a header that the visitor sends",
  why: `uWSGI trusts X-Forwarded-Proto and X-Forwarded-Ssl from whoever connects, and uwsgi_pass forwards both from the visitor. Measured with uWSGI 2.0.30: \`X-Forwarded-Proto: javascript\`
makes Flask's request.url \`javascript://shop.example/\`, and \`X-Forwarded-Ssl: on\` makes request.is_secure true over plain HTTP. Links in mails and redirects that a cache keeps carry that scheme to others.
\`uwsgi_param HTTP_X_FORWARDED_PROTO $scheme;\` replaces the visitor's header, and uWSGI prefers it to X-Forwarded-Ssl. UWSGI_SCHEME does not help: the header overrides it. Behind another proxy that ends TLS, forward the header of that proxy.`,
  bad: files(site.replace(/.*HTTP_X_FORWARDED_PROTO.*\n/, "")),
  good: files(site),
  check({ project, model, report }) {
    if (behindProxy(project)) return;
    for (const file of project.nginx) {
      const open = [...named(file, "uwsgi_pass")].filter((pass) => isOpen(project, pass));
      const [pass] = open;
      if (!pass) continue;
      const [reached] = model.connections
        .filter((one) => open.includes(one.directive))
        .flatMap((one) => model.reached(one));
      const edits = open.flatMap((one) => setHeaders(project, one, "suggested", header).fix?.edits ?? []);
      report(
        pass,
        "uWSGI trusts the visitor's X-Forwarded-Proto: a request with `X-Forwarded-Proto: javascript` makes that the scheme of the URLs that the app builds.",
        {
          // A container's nginx is rarely the first proxy; without `reached`, the app server may be another program.
          severity: reached && !inContainer(project) ? "warning" : "info",
          related: [
            ...(reached ? [{ at: reached.server.at, message: "the uWSGI that trusts it" }] : []),
            ...open.slice(1, 4).map((at) => ({ at, message: "the same here" })),
          ],
          fix: edits.length > 0 ? suggested("set HTTP_X_FORWARDED_PROTO", ...edits) : undefined,
        },
      );
    }
  },
});

const header = "HTTP_X_FORWARDED_PROTO $scheme";

/** Whether the visitor's headers reach uWSGI there; without any uwsgi_param the request itself does not. */
function isOpen(project: Project, pass: Directive): boolean {
  const { directives, shipped } = holding(project, pass.parent, "uwsgi_param");
  return (
    (directives.length > 0 || shipped !== undefined) &&
    inherited(pass.parent, "uwsgi_pass_request_headers").at(-1)?.args[0]?.text !== "off" &&
    writesHeader(project, pass, "X-Forwarded-Proto") === false
  );
}
