import { replace, suggested } from "../../fix/edit.ts";
import type { PythonFile } from "../../python/read.ts";
import { evaluate, type PyValue } from "../../python/value.ts";
import { defineRule } from "../../rule.ts";
import { outboundCalls } from "./outbound.ts";

const view = (scheme: string) => `import requests
from flask import Flask

app = Flask(__name__)


@app.route("/")
def index():
    return requests.get("${scheme}://quotes.example.org/random", timeout=3).text
`;

export const httpUrl = defineRule({
  id: "python/http-url",
  severity: "warning",
  summary: "A call to another server over plain HTTP",
  why: `What comes back over plain http can be read and changed on the way, and goes straight into the page. Most servers have redirected
to https for years; those that do not are often gone.`,
  bad: view("http"),
  good: view("https"),
  check({ project, report }) {
    for (const { file, call } of outboundCalls(project)) {
      const index = call.callee.text.endsWith(".request") && !call.callee.text.includes("urllib") ? 1 : 0;
      const given =
        call.args.find((a) => a.keyword === "url") ?? call.args.filter((a) => a.keyword === undefined)[index];
      const value = given?.value.kind === "name" ? assigned(file, given.value.name) : given?.value;
      if (value?.kind !== "str") continue;
      const host = /^http:\/\/([^/:?#]+)/i.exec(value.value)?.[1];
      if (!host || !isForeign(host)) continue;
      const scheme = file.source.text.slice(value.start, value.end).search(/http:/i);
      report(
        value,
        `${host} is requested over plain HTTP: an attacker on the way can read and change the response.`,
        scheme >= 0
          ? suggested(
              "use https",
              replace({ ...value, start: value.start + scheme + 4, end: value.start + scheme + 4 }, "s"),
            )
          : undefined,
      );
    }
  },
});

/** Whether a host is on the public internet: not this machine, not a container, not a private network. */
const isForeign = (host: string) =>
  /^[\w-]+(\.[\w-]+)+$/.test(host) &&
  !/^\d+(\.\d+){3}$|(^|\.)(localhost|local|internal|lan|home|test|intranet|svc|consul)$/i.test(host);

/** The only value that is assigned to a name anywhere in the file. */
function assigned(file: PythonFile, name: string): PyValue | undefined {
  const values: PyValue[] = [];
  file.tree.iterate({
    enter({ name: kind, node }) {
      if (kind !== "AssignStatement") return;
      const [target, operator, value] = [node.firstChild, node.firstChild?.nextSibling, node.lastChild];
      if (target?.name !== "VariableName" || operator?.name !== "AssignOp" || !value) return;
      if (file.source.text.slice(target.from, target.to) === name) values.push(evaluate(file.source, value));
    },
  });
  return values.length === 1 ? values[0] : undefined;
}
