import { replace, suggested } from "../../fix/edit.ts";
import { defineRule } from "../../rule.ts";
import { outboundCalls } from "./outbound.ts";

const view = (call: string) => `import requests
from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    return ${call}.text
`;

export const outboundCallWithoutTimeout = defineRule({
  id: "python/outbound-call-without-timeout",
  severity: "warning",
  summary: "A request handler that calls another server without a timeout",
  why: `requests and urllib wait indefinitely unless a timeout is set. When the other server hangs, each visitor blocks a worker until gunicorn kills
it after 30 seconds (uWSGI: until harakiri, if there is one), and a handful of visitors is enough to take the whole site down.`,
  bad: view('requests.get("https://quotes.example.org/random")'),
  good: view('requests.get("https://quotes.example.org/random", timeout=3)'),
  check({ project, report }) {
    for (const { call } of outboundCalls(project)) {
      const text = call.source.text.slice(call.start, call.end);
      if (call.args.some((a) => a.keyword === "timeout") || /\*\*/.test(text) || /\btimeout\s*=/.test(text)) continue;
      if (/urlopen$/.test(call.callee.text) && call.args.filter((a) => a.keyword === undefined).length >= 3) continue;
      report(
        call.callee,
        `\`${call.callee.text}\` has no timeout: while the other server hangs, the worker hangs with it, and is killed at its own timeout.`,
        text.endsWith(")") && call.args.length > 0
          ? suggested("give it 5 seconds", replace(call.source.range(call.end - 1, call.end - 1), ", timeout=5"))
          : {},
      );
    }
  },
});
