import { readFileSync } from "node:fs";
import { runProcess } from "../../../action/engine/process/run.ts";
import { desiredStateOf } from "../../../action/engine/targets/server/setup/desired-state-of-app.ts";
import { setUp } from "../../../action/engine/targets/server/setup/setup.ts";
import { connect } from "../../../action/engine/targets/server/ssh.ts";
import type { Host } from "./host.ts";
import type { Shop } from "./shop.ts";

/** Sets a `ready` host up for deploys of `shop`; its login accepts the key of the host's root. */
export async function prepare(host: Host, shop: Shop, allowConfig = true): Promise<void> {
  const { address, identityFile, knownHostsFile } = host;
  const connection = await connect({ host: address, user: "root", identityFile, knownHostsFile, run: runProcess });
  try {
    const keys = [readFileSync(`${identityFile}.pub`, "utf8").trim()];
    await setUp(desiredStateOf(shop.app(), shop.root, { keys, allowConfig }), connection);
  } finally {
    await connection.close();
  }
}
