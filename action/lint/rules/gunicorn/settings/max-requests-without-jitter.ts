import { lineBelow } from "../../../edit.ts";
import { defineRule } from "../../../rule.ts";

export const maxRequestsWithoutJitter = defineRule({
  id: "gunicorn/max-requests-without-jitter",
  severity: "info",
  summary: "Workers that all start anew at the same moment",
  why: `Requests are spread evenly over the workers, so they all come to \`max_requests\` at about the same time and start anew together. With
\`max_requests_jitter\` each gets a limit of its own.`,
  bad: `bind = "unix:/run/shop/shop.sock"
max_requests = 1000
`,
  good: `bind = "unix:/run/shop/shop.sock"
max_requests = 1000
max_requests_jitter = 100
`,
  check({ model, report }) {
    for (const { program, settings, conf } of model.servers) {
      const said = settings.get("max_requests");
      const value = said?.value;
      if (program !== "gunicorn" || !said || !value || settings.has("max_requests_jitter")) continue;
      const count = "text" in value ? Number(value.text) : value.kind === "int" ? value.value : 0;
      if (!(count > 0) || settings.get("workers")?.value?.source.slice(settings.get("workers")!.value!) === "1")
        continue;
      const jitter = Math.max(1, Math.round(count / 10));
      const inConf = conf && said.at.source === conf.source;
      report(
        said.at,
        "Without `max_requests_jitter` all workers come to their last request together, and start anew together.",
        {
          fix: {
            kind: "safe",
            title: `add a jitter of ${jitter}`,
            edits: inConf
              ? [lineBelow(said.at, `max_requests_jitter = ${jitter}`)]
              : [
                  {
                    at: { source: said.at.source, start: said.at.end, end: said.at.end },
                    text: ` --max-requests-jitter ${jitter}`,
                  },
                ],
          },
        },
      );
    }
  },
});
