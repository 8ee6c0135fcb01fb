import type { HelperConstants } from "../../../../../../action/engine/targets/server/setup/helper.ts";

export const shop: HelperConstants = {
  name: "shop",
  processManager: "systemd",
  socket: "unix",
  site: "/etc/nginx/sites-available/shop.conf",
  allowConfig: false,
};
