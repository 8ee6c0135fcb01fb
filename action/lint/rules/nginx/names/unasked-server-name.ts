import { isTemplated } from "../../../files/template.ts";
import { replace, suggested } from "../../../fix/edit.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

export const unaskedServerName = nginxRule({
  id: "nginx/unasked-server-name",
  severity: "warning",
  summary: "A server_name with a scheme, a port, a path or a comma",
  why: `A browser asks for a host by its bare name, "shop.test": \`https://shop.test\`, \`shop.test:8000\`, \`shop.test/\` and \`shop.test,\` are never requested. nginx then uses
the first server of the port, which is the right one only while there is no other.`,
  bad: server("server_name http://shop.test;", "return 204;"),
  good: server("server_name shop.test;", "return 204;"),
  on: ["server_name"],
  check({ args }, { report }) {
    for (const arg of args) {
      if (arg.text.startsWith("~") || isTemplated(arg.text) || /[<>$[\]]/.test(arg.text)) continue;
      const bare = arg.text.replace(/^https?:\/\//, "").replace(/(?::\d+)?(?:\/.*)?,?$/, "");
      if (bare === arg.text || !/^[\w*.-]+$/.test(bare)) continue;
      report(
        arg,
        `No browser requests a host named \`${arg.text}\`: the name is \`${bare}\`.`,
        suggested(`write \`${bare}\``, replace(arg, bare)),
      );
    }
  },
});
