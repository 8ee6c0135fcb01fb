import { lineBelow, replace, safe } from "../../../fix/edit.ts";
import { serverRule } from "../../../rule.ts";

export const maxRequestsWithoutJitter = serverRule({
  id: "gunicorn/max-requests-without-jitter",
  severity: "info",
  summary: "Workers that all restart at the same moment",
  why: `Requests are spread evenly over the workers, so they all come to \`max_requests\` at about the same time and restart together. With
\`max_requests_jitter\` each gets a limit of its own.`,
  bad: `bind = "unix:/run/shop/shop.sock"
max_requests = 1000
`,
  good: `bind = "unix:/run/shop/shop.sock"
max_requests = 1000
max_requests_jitter = 100
`,
  check({ program, settings, conf }, { report }) {
    const said = settings.get("max_requests");
    const value = said?.value;
    if (program !== "gunicorn" || !said || !value || settings.has("max_requests_jitter")) return;
    const count = "text" in value ? Number(value.text) : value.kind === "int" ? value.value : 0;
    if (!(count > 0) || settings.get("workers")?.value?.source.slice(settings.get("workers")!.value!) === "1") return;
    const jitter = Math.max(1, Math.round(count / 10));
    const inConf = conf && said.at.source === conf.source;
    report(
      said.at,
      "Without `max_requests_jitter` all workers reach their last request, and restart, at the same time.",
      safe(
        `add a jitter of ${jitter}`,
        ...(inConf
          ? [lineBelow(said.at, `max_requests_jitter = ${jitter}`)]
          : [replace(said.at.source.range(said.at.end, said.at.end), ` --max-requests-jitter ${jitter}`)]),
      ),
    );
  },
});
