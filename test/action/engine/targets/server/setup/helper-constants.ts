import type { HelperConstants, TlsAnswers } from "../../../../../../action/engine/targets/server/setup/helper.ts";

/** A site without HTTPS, for any name. */
export const plainHttp = {
  ...{ domain: "_", tls: "none", tlsEmail: "", tlsServer: "https://acme-v02.api.letsencrypt.org/directory" },
  ...{ tlsCertificate: "/etc/ssl/shop/fullchain.pem", tlsKey: "/etc/ssl/shop/privkey.pem" },
} as const satisfies Pick<HelperConstants, TlsAnswers>;

export const shop: HelperConstants = {
  name: "shop",
  processManager: "systemd",
  socket: "unix",
  site: "/etc/nginx/sites-available/shop.conf",
  allowConfig: false,
  ...plainHttp,
};
