import { nginxRule } from "../../../rule.ts";
import { nginx } from "../../examples.ts";

const site = (ciphers: string) =>
  nginx(
    `server { listen 443 ssl; ssl_certificate /etc/ssl/shop.pem; ssl_certificate_key /etc/ssl/shop.key; ssl_ciphers ${ciphers}; return 204; }`,
  );

/** Names that enable broken ciphers, unless a `!NAME` removes them again. */
const broken =
  /^(ALL|COMPLEMENTOFDEFAULT|COMPLEMENTOFALL|e?NULL|aNULL|ADH|AECDH|EXP(ORT)?\d*|LOW|R?C?DES|DES|RC4|MD5|SSLv2)$|-(RC4|DES|MD5|NULL)(-|$)|^(EXP|NULL|RC4|DES|ADH|AECDH)-/;

export const weakCiphers = nginxRule({
  id: "nginx/weak-ciphers",
  severity: "warning",
  summary: "Broken ciphers allowed",
  why: `RC4, DES, 3DES, MD5, export ciphers and those without encryption or authentication are broken; \`ALL\` and \`LOW\` bring them along where OpenSSL still has them.
nginx's default (HIGH:!aNULL:!MD5) is good, and the line can go.`,
  bad: site("ALL:!aNULL:RC4-SHA"),
  good: site("HIGH:!aNULL:!MD5"),
  on: ["ssl_ciphers"],
  check({ args: [list] }, { report }) {
    const words = list?.text.split(/[:, ]+/) ?? [];
    const out = new Set(words.filter((word) => /^[!-]/.test(word)).map((word) => word.slice(1)));
    const plain = words.filter(
      (word) => /^[A-Za-z]/.test(word) && broken.test(word) && !/CBC3/.test(word) && !out.has(word),
    );
    // ALL with the broken ciphers removed by name is as good as HIGH.
    const bad = plain.find((word) => word !== "ALL" || !(out.has("RC4") || out.has("LOW")));
    if (list && bad)
      return report(list, `\`${bad}\` allows broken ciphers: an eavesdropper can read the traffic, or change it.`);
    const triple = words.find((word) => /^3DES$|(^|-)DES-CBC3-/.test(word) && !out.has(word));
    if (list && triple && !out.has("3DES"))
      report(
        list,
        `\`${triple}\` allows 3DES, which is broken (Sweet32) and fails audits; OpenSSL 1.1.0 and later have none.`,
        {
          severity: "info",
        },
      );
  },
});
