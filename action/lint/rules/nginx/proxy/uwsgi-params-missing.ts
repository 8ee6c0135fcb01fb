import { lineAbove, safe } from "../../../fix/edit.ts";
import { holding } from "../../../nginx/includes.ts";
import { enclosing } from "../../../nginx/tree.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const uwsgiParamsMissing = nginxRule({
  id: "nginx/uwsgi-params-missing",
  severity: "error",
  summary: "uwsgi_pass without include uwsgi_params",
  why: `With uwsgi_pass nginx sends none of the request's variables by itself. Without \`include uwsgi_params;\` the app gets no REQUEST_METHOD
and no PATH_INFO, and every request ends in a 500 (KeyError).`,
  bad: server("location / { uwsgi_pass unix:/run/shop/shop.sock; }"),
  good: server("location / { include uwsgi_params; uwsgi_pass unix:/run/shop/shop.sock; }"),
  on: ["uwsgi_pass"],
  check(pass, { project, file, report }) {
    if (!enclosing(pass, "server") && file.context === undefined) return;
    const { directives, shipped, unknown } = holding(project, pass.parent, "uwsgi_param");
    if (unknown || shipped) return;
    const names = new Set(directives.map((directive) => directive.args[0]?.text));
    if (names.has("REQUEST_METHOD") || names.has("PATH_INFO")) return;
    report(
      pass,
      directives.length > 0
        ? "A `uwsgi_param` here replaces all outer ones, and REQUEST_METHOD is not among them: every request is a 500."
        : "Nothing of the request reaches the app without `include uwsgi_params;`: every request is a 500 (KeyError: REQUEST_METHOD).",
      safe("include uwsgi_params", lineAbove(pass, "include uwsgi_params;")),
    );
  },
});
