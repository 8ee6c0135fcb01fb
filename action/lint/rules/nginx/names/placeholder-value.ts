import { isTemplated } from "../../../files/template.ts";
import { nginxRule } from "../../../rule.ts";
import { server } from "../../examples.ts";

/** Placeholders in tutorials for a name of the reader's own. */
const anywhere =
  /\/path\/to\/|\bCHANGE_?ME\b|\[?\byour[ _-](?:domain|server|app|project|site|ip|name|user|host)|^@?\[(?:YOUR|MY)\b|(?<!\?P?)<(?:your|my|domain|server|app|project|user|name|ip|path)[\w .-]*>/i;
const names =
  /^(?:server_domain_or_ip|(?:[\w-]+\.)*example\.(?:com|org|net)|(?:[\w-]+\.)*your[-_.]?(?:domain|site|server|website|ip)(?:[-_]?name)?(?:\.\w+)*|domain\.(?:com|tld)|(?:www\.)?mydomain\.\w+|(?:server|public)[-_]ip(?:[-_]address)?|ip_address(?:_or_domain)?|domain_name)$/i;

export const placeholderValue = nginxRule({
  id: "nginx/placeholder-value",
  severity: "warning",
  summary: "A placeholder value",
  why: `A \`server_name\` of "your_domain" matches no request: nginx answers with whichever server comes first, often the
distribution's welcome page. A path of "/path/to/" is a 404 or keeps nginx from starting. Replace it by the real one;
\`server_name _;\` on a sole server answers to any name.`,
  bad: server("server_name your_domain;", "return 204;"),
  good: server("server_name shop.test;", "return 204;"),
  check(directive, { report }) {
    const { name, args } = directive;
    // nginx/bad-arguments reports extra arguments of a location.
    if (name.text === "location" || name.text === "log_format" || directive.block) return;
    const named = name.text === "server_name";
    const arg = args.find(({ text }) => !isTemplated(text) && (anywhere.test(text) || (named && names.test(text))));
    if (!arg) return;
    const all = args.slice(args.indexOf(arg)).map((word) => word.text);
    if (name.text === "try_files") {
      report(
        arg,
        `\`${all.join(" ")}\` is still a placeholder: nginx uses \`${args.at(-1)?.text}\` for the fallback and answers 500 or 404.`,
        {
          severity: "error",
        },
      );
    } else if (named) {
      report(
        arg,
        `\`${all.join(" ")}\` is a placeholder for your domain: no browser requests it, so nginx uses this server only as the default one of its port.`,
      );
    } else {
      report(arg, `\`${arg.text}\` is a placeholder: the server has nothing of that name.`);
    }
  },
});
