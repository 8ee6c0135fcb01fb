import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { openSite, type Site } from "../host/lib/site.ts";
import { inTurns, type Table } from "./table.ts";

const program = join(import.meta.dirname, "../../dist/cli.js");
const times = 15;

/** Questions to a server, each with how often `ssh host true` it may cost; undefined where nothing is promised. */
const questions: readonly { readonly words: readonly string[]; readonly most?: number }[] = [
  { words: ["status"], most: 3 },
  { words: ["doctor"], most: 6 },
  { words: ["releases"] },
  { words: ["logs", "--nginx"] },
  { words: ["exec", "true"] },
];

/** What it costs to ask about a running site, in processes of their own as a person starts them. */
const table: Table = {
  needs: "host",
  title: `Asking about a running site (medians of ${times}, in turns, one host)`,
  async measure() {
    const site = await openSite();
    try {
      await site.deploy();
      for (let n = 0; n < 50; n++) await site.page();
      const things: Record<string, () => Promise<unknown>> = { "ssh host true": () => sshTrue(site) };
      for (const { words } of questions) things[words.join(" ")] = () => ours(site, words);
      const took = await inTurns(times, things);
      const ssh = took["ssh host true"] as number;
      const ratio = (what: string) => (took[what] as number) / ssh;
      return {
        head: ["", "takes", "of ssh"],
        rows: Object.entries(took).map(([what, ms]) => [what, `${ms.toFixed(0)} ms`, ratio(what).toFixed(2)]),
        bounds: questions.flatMap(({ words, most }) =>
          most === undefined
            ? []
            : [{ what: `${words[0]} beside ssh host true:`, value: ratio(words.join(" ")), most }],
        ),
      };
    } finally {
      await site.close();
    }
  },
};
export default table;

function ours({ host, shop }: Site, [command = "", ...more]: readonly string[]): Promise<unknown> {
  const login = [
    "--host",
    host.address,
    "--user",
    "deploy-shop",
    "-i",
    host.identityFile,
    "--known-hosts",
    host.knownHostsFile,
  ];
  return promisify(execFile)(process.execPath, [program, command, ...login, ...more], { cwd: shop.root });
}

const sshTrue = ({ host }: Site) =>
  promisify(execFile)("ssh", [
    ...["-F", "none", "-i", host.identityFile, "-o", `UserKnownHostsFile=${host.knownHostsFile}`],
    ...["-o", "StrictHostKeyChecking=yes", `deploy-shop@${host.address}`, "true"],
  ]);
