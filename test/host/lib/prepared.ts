import { readFileSync } from "node:fs";
import { helperText } from "../../../action/deploy/setup/root-program.ts";
import type { Host } from "./host.ts";
import type { Shop } from "./shop.ts";

/** Makes a `ready` host fit for deploys of `shop`, in the way setup does. */
export async function prepare(host: Host, shop: Shop, allowConfig = true): Promise<void> {
  const { name, processManager, socket } = shop.app();
  const site = "/etc/nginx/sites-enabled/shop.conf";
  const helper = helperText({ name, processManager, socket, site, allowConfig });
  const put = async (path: string, content: string, mode = "644") => {
    await host.must(`cat > ${path} && chmod ${mode} ${path}`, { stdin: content });
  };
  await host.must(`
    set -e
    groupadd --system shop; useradd --system --gid shop --home-dir /srv/shop --shell /usr/sbin/nologin shop
    useradd --create-home --shell /bin/bash --groups shop deploy
    usermod -aG shop www-data
    install -d -o deploy -g shop -m 2750 /srv/shop /srv/shop/releases /srv/shop/venvs
    install -d -o deploy -g shop -m 2770 /srv/shop/shared
    install -d -o shop -g shop -m 0750 /run/shop
    install -d -m 0755 /usr/local/lib/flask-deploy
    install -d -o deploy -g deploy -m 0700 /home/deploy/.ssh
    install -o deploy -g deploy -m 0600 /root/.ssh/authorized_keys /home/deploy/.ssh/authorized_keys
    echo 'deploy ALL=(root) NOPASSWD: /usr/local/lib/flask-deploy/shop' > /etc/sudoers.d/flask-deploy-shop
    rm -f /etc/nginx/sites-enabled/default
  `);
  await put("/usr/local/lib/flask-deploy/shop", helper, "755");
  await put("/etc/nginx/sites-enabled/shop.conf", readFileSync(`${shop.root}/deploy/nginx.conf`, "utf8"));
  await put("/etc/systemd/system/shop@.service", readFileSync(`${shop.root}/deploy/shop@.service`, "utf8"));
  await put(
    "/etc/systemd/system/shop-current.service",
    "[Unit]\nDescription=shop current\n[Service]\nType=oneshot\nRemainAfterExit=yes\nExecStart=/usr/local/lib/flask-deploy/shop boot\n[Install]\nWantedBy=multi-user.target\n",
  );
  await host.must("systemctl daemon-reload; systemctl enable -q shop-current; systemctl restart nginx");
}
