import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { openSite, type Site } from "../host/lib/site.ts";
import { inTurns, median, type Table } from "./table.ts";

const run = promisify(execFile);
const turns = 5;
const seconds = 4;

/** What HTTPS costs beside plain HTTP: the same app, on the same machine, in one run. */
const table: Table = {
  needs: "host",
  title: `The scaffolded app by HTTPS and by HTTP (medians of ${turns} turns of ${seconds} s, 16 connections that are kept)`,
  async measure() {
    // nginx serves the pair of setup, an ECDSA key as certbot makes it: whoever signed it costs nothing here.
    const [secure, plain] = await Promise.all([openSite({ domain: "shop.example.org", tls: "files" }), openSite()]);
    try {
      await Promise.all([secure.deploy(), plain.deploy()]);
      const rates = { https: [] as number[], http: [] as number[] };
      for (let turn = 0; turn < turns; turn++)
        for (const scheme of ["https", "http"] as const)
          rates[scheme].push(await rate(`${scheme}://${secure.host.address}/`));
      const served = { https: median(rates.https), http: median(rates.http) };
      const shakes = { fresh: await handshakes(secure, "-new"), resumed: await handshakes(secure, "-reuse") };
      let change = 0;
      const warm = (site: Site) => async () => {
        site.change(`turn ${change++}`);
        await site.deploy();
      };
      const deploys = await inTurns(7, { secure: warm(secure), plain: warm(plain) });
      const row = (what: string, ours: number, beside: number, unit: string) => [
        what,
        `${ours.toFixed(0)} ${unit}`,
        `${beside.toFixed(0)} ${unit}`,
        (ours / beside).toFixed(2),
      ];
      return {
        head: ["", "HTTPS", "HTTP", "ratio"],
        rows: [
          row("requests", served.https, served.http, "/s"),
          row("a warm deploy", deploys.secure, deploys.plain, "ms"),
          ["handshakes", `${shakes.fresh.toFixed(0)} /s`, "", ""],
          ["handshakes resumed", `${shakes.resumed.toFixed(0)} /s`, "", (shakes.resumed / shakes.fresh).toFixed(2)],
        ],
        bounds: [
          { what: "requests by HTTP beside HTTPS:", value: served.http / served.https, most: 1 / 0.85 },
          { what: "a warm deploy with HTTPS beside one without:", value: deploys.secure / deploys.plain, most: 1.1 },
        ],
      };
    } finally {
      await Promise.all([secure.close(), plain.close()]);
    }
  },
};
export default table;

/** Requests a second; a request that fails is an error. */
async function rate(url: string): Promise<number> {
  const { stdout } = await run("wrk", [
    "-t",
    "1",
    "-c",
    "16",
    "-d",
    `${seconds}s`,
    "-H",
    "Host: shop.example.org",
    url,
  ]);
  const [, requests] = /^Requests\/sec:\s+([\d.]+)$/m.exec(stdout) ?? [];
  if (!requests || /Non-2xx|Socket errors/.test(stdout)) throw new Error(`wrk said:\n${stdout}`);
  return Number(requests);
}

/** TLS handshakes a second, each on a connection of its own that asks for nothing. */
async function handshakes({ host }: Site, how: "-new" | "-reuse"): Promise<number> {
  const { stdout } = await run("openssl", ["s_time", "-connect", `${host.address}:443`, how, "-time", String(seconds)]);
  const [, connections, real] = /^(\d+) connections in (\d+) real seconds/m.exec(stdout) ?? [];
  if (!connections || !real) throw new Error(`openssl s_time said:\n${stdout}`);
  return Number(connections) / Number(real);
}
