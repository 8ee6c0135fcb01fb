import { readFileSync } from "node:fs";
import { runProcess } from "../../../action/deploy/process.ts";
import { setUp } from "../../../action/deploy/setup/setup.ts";
import { wishOf } from "../../../action/deploy/setup/wish-of-app.ts";
import { connect } from "../../../action/deploy/ssh.ts";
import type { Host } from "./host.ts";
import type { Shop } from "./shop.ts";

/** Sets a `ready` host up for deploys of `shop`; its login accepts the key of the host's root. */
export async function prepare(host: Host, shop: Shop, allowConfig = true): Promise<void> {
  const { address, identityFile, knownHostsFile } = host;
  const connection = await connect({ host: address, user: "root", identityFile, knownHostsFile, run: runProcess });
  try {
    const keys = [readFileSync(`${identityFile}.pub`, "utf8").trim()];
    await setUp(wishOf(shop.app(), shop.root, { keys, allowConfig }), connection);
  } finally {
    await connection.close();
  }
}
