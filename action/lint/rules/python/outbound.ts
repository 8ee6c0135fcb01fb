import type { Project } from "../../files/project.ts";
import type { PyCall, PythonFile } from "../../python/read.ts";
import { pythonWith } from "../../python/sources.ts";

/** Network calls that a request to the application waits for. */
export interface Outbound {
  readonly file: PythonFile;
  readonly call: PyCall;
}

const requests = /^requests\.(get|post|put|delete|patch|head|options|request)$/;
const urlopen = /^(urllib\.request\.)?urlopen$/;

/** Calls in functions of files with views: elsewhere no visitor waits for them. */
export function* outboundCalls(project: Project): Generator<Outbound> {
  for (const file of pythonWith(project, /\brequests\.\w+\(|\burlopen\(/)) {
    if (
      !/\bflask\b/i.test(file.source.text) ||
      !/\bFlask\(|\bBlueprint\(|^\s*@[\w.]+\.(route|get|post)\(/m.test(file.source.text)
    )
      continue;
    for (const call of file.calls) {
      if (call.main || !isInFunction(call)) continue;
      if (requests.test(call.callee.text) || urlopen.test(call.callee.text)) yield { file, call };
    }
  }
}

function isInFunction(call: PyCall): boolean {
  for (let node = call.node.parent; node; node = node.parent) if (node.name === "FunctionDefinition") return true;
  return false;
}
