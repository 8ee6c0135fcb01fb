import { maintenance } from "../../action/engine/console/maintenance/maintenance.ts";
import type { AskRequest } from "../../action/engine/deploy/contract.ts";
import { effects, type Site } from "./lib/site.ts";

/** Something that breaks a server, or the way to it, for real. */
export interface Fault {
  readonly name: string;
  /** Checks that must find it, and no other may. */
  readonly finds: readonly string[];
  /** Run as root on the host; $ID is the current release. */
  readonly plant?: string;
  readonly mend?: string;
  /** The same for what takes more than a command there. */
  readonly act?: (site: Site) => Promise<(() => Promise<unknown>) | undefined>;
  /** How the question differs. */
  readonly ask?: (request: AskRequest, site: Site) => AskRequest;
  /** Seconds that this machine's clock is off. */
  readonly clockOff?: number;
}

const again = "systemctl reload nginx; sleep 0.3";
const site = "/etc/nginx/sites-available/shop.conf";
const other = "/etc/nginx/conf.d/other.conf";
const helper = "/usr/local/lib/flask-deploy/shop";
const sudoers = "/etc/sudoers.d/flask-deploy-shop";
const unit = "/etc/systemd/system/shop@.service";
/** Keeps the file beside, changes it, and puts it back with all its times. */
const edit = (path: string, how: string, after = ":") => ({
  plant: `cp -a ${path} /root/kept; ${how}; ${after}`,
  mend: `rm -f ${path}; cp -a /root/kept ${path}; ${after}`,
});
const foreign = (text: string) => ({
  plant: `echo '${text}' >${other}; systemctl reload nginx || :; sleep 0.3`,
  mend: `rm ${other}; ${again}`,
});
const sshd = (...lines: string[]) => ({
  plant: `printf '%s\\n' ${lines.map((line) => `'${line}'`).join(" ")} >/etc/ssh/sshd_config.d/odd.conf; systemctl reload ssh; sleep 0.7`,
  mend: "rm /etc/ssh/sshd_config.d/odd.conf; systemctl reload ssh; sleep 0.7",
});

export const faultsThere: readonly Fault[] = [
  // Setup.
  { name: "no helper", finds: ["setup"], plant: `mv ${helper} /root/helper`, mend: `mv /root/helper ${helper}` },
  {
    name: "a helper of an older version",
    finds: ["helper"],
    ...edit(helper, `sed -i 's/^PROTOCOL=.*/PROTOCOL=1/; s/ | facts)/)/' ${helper}`),
  },
  { name: "a helper that was edited", finds: ["helper-file"], ...edit(helper, `echo '# mine' >>${helper}`) },
  { name: "a helper that others may write", finds: ["helper-file"], ...edit(helper, `chmod 775 ${helper}`) },
  { name: "no sudo rule", finds: ["sudo"], plant: `mv ${sudoers} /root/rule`, mend: `mv /root/rule ${sudoers}` },
  {
    name: "a sudo rule that allows more",
    finds: ["sudoers"],
    ...edit(sudoers, `echo 'deploy-shop ALL=(root) NOPASSWD: /usr/bin/id' >>${sudoers}`),
  },
  {
    name: "a login in the app's group",
    finds: ["app-group"],
    plant: "usermod -aG shop deploy-shop",
    mend: "gpasswd -d deploy-shop shop >/dev/null",
  },
  {
    name: "a folder with another mode",
    finds: ["folders"],
    plant: "chmod 2777 /srv/shop/venvs",
    mend: "chmod 2750 /srv/shop/venvs",
  },
  {
    name: "a file of the release that anyone may write",
    finds: ["world-writable"],
    plant: "chmod o+w /srv/shop/current/app.py",
    mend: "chmod o-w /srv/shop/current/app.py",
  },
  {
    name: "an environment that anyone may read",
    finds: ["env-file"],
    plant: "install -m 644 /dev/null /etc/flask-deploy/shop.env",
    mend: "rm /etc/flask-deploy/shop.env",
  },
  {
    name: "a boot unit that is disabled",
    finds: ["boot"],
    plant: "systemctl disable -q shop-current",
    mend: "systemctl enable -q shop-current",
  },
  {
    name: "no rule for the sockets' folder",
    finds: ["tmpfiles"],
    plant: "mv /etc/tmpfiles.d/flask-deploy-shop.conf /root/tmpfiles",
    mend: "mv /root/tmpfiles /etc/tmpfiles.d/flask-deploy-shop.conf",
  },
  {
    name: "a unit that was edited on the server",
    finds: ["unit-drift"],
    ...edit(unit, `echo '# faster' >>${unit}`, "systemctl daemon-reload"),
  },
  {
    name: "a unit that systemd has not read",
    finds: ["daemon-reload"],
    plant: `touch ${unit}`,
    mend: "systemctl daemon-reload",
  },

  // The machine.
  {
    name: "a full disk",
    finds: ["disk"],
    act: async ({ host }) => {
      await host.fillDisk(20_000);
      return () => host.freeDisk();
    },
  },
  {
    name: "no room for files",
    finds: ["inodes"],
    act: async ({ host }) => {
      await host.fillInodes(200);
      return () => host.freeDisk();
    },
  },
  {
    name: "updates that nobody installs",
    finds: ["updates"],
    ...edit("/var/lib/dpkg/status", "touch -d '90 days ago' /var/lib/dpkg/status"),
  },
  {
    name: "a kernel that waits for a reboot",
    finds: ["reboot"],
    plant: "touch /run/reboot-required",
    mend: "rm /run/reboot-required",
  },
  {
    name: "logs that are not turned over",
    finds: ["logs"],
    plant: "systemctl stop logrotate.timer",
    mend: "systemctl start logrotate.timer",
  },
  { name: "passwords for root", finds: ["sshd"], ...sshd("PermitRootLogin yes", "PasswordAuthentication yes") },
  { name: "an sshd that takes few at once", finds: ["sshd"], ...sshd("MaxStartups 2:30:4") },
  {
    // A limit of its own would not hold in every container, so the journal gets an entry of process 1 as it writes one.
    name: "a process that was ended for want of memory",
    finds: ["oom"],
    plant: `mkdir -p /var/log/journal/$(cat /etc/machine-id)
      printf '%s\\n' "__REALTIME_TIMESTAMP=$(date +%s)000000" __MONOTONIC_TIMESTAMP=1000000 "_BOOT_ID=$(tr -d - </proc/sys/kernel/random/boot_id)" \\
        _PID=1 MESSAGE_ID=fe6faa94e7774663a0da52717891d8ef 'MESSAGE=nightly.service: killed by the OOM killer.' PRIORITY=4 '' |
      /lib/systemd/systemd-journal-remote -o /var/log/journal/$(cat /etc/machine-id)/planted.journal -`,
    mend: "rm -f /var/log/journal/*/planted*.journal",
  },
  {
    name: "a Python that makes no environments",
    finds: ["venv"],
    plant: "mv /usr/lib/python3.11/ensurepip /root/",
    mend: "mv /root/ensurepip /usr/lib/python3.11/",
  },
  {
    name: "a service that failed",
    finds: ["failed-units"],
    plant: "systemd-run -q --unit=nightly false; sleep 0.3",
    mend: "systemctl reset-failed nightly",
  },
  {
    name: "a cache that grew",
    finds: ["caches"],
    plant: "cd /home/deploy-shop; runuser -u deploy-shop -- mkdir -p .cache/pip; fallocate -l 1100M .cache/pip/wheels",
    mend: "rm -r /home/deploy-shop/.cache",
  },

  // nginx.
  // With colours, which must not come as far as a terminal.
  { name: "another site that nginx refuses", finds: ["nginx-config"], ...foreign("\u001b[31mnonsense\u0007;") },
  {
    name: "another site for every name",
    finds: ["nginx-config"],
    ...foreign("server { listen 80 default_server; return 404; }"),
  },
  { name: "another site of the same name", finds: ["server-name"], ...foreign("server { listen 80; server_name _; }") },
  {
    name: "another site that takes the requests",
    finds: ["through-nginx"],
    ...foreign("server { listen 80; server_name localhost; return 404; }"),
  },
  {
    name: "an nginx that does not run",
    finds: ["nginx"],
    plant: "systemctl stop nginx",
    mend: "systemctl start nginx",
  },
  {
    name: "an nginx that will not come back",
    finds: ["nginx"],
    plant: "systemctl disable -q nginx",
    mend: "systemctl enable -q nginx",
  },
  {
    name: "a site that is not enabled",
    finds: ["site-enabled"],
    plant: `rm /etc/nginx/sites-enabled/shop.conf; ${again}`,
    mend: `ln -s ../sites-available/shop.conf /etc/nginx/sites-enabled/shop.conf; ${again}`,
  },
  {
    name: "a site that was edited on the server",
    finds: ["site-drift"],
    ...edit(site, `echo '# mine' >>${site}`, again),
  },
  {
    name: "an nginx in the app's group",
    finds: ["app-group"],
    plant: "usermod -aG shop www-data",
    mend: "gpasswd -d www-data shop >/dev/null",
  },
  {
    name: "a login that deploys another app as well",
    finds: ["login-alone"],
    plant: "mkdir -p /srv/blog/releases; chown deploy-shop /srv/blog/releases",
    mend: "rm -r /srv/blog",
  },

  // The release.
  {
    name: "a journal that is torn",
    finds: ["journal"],
    ...edit("/srv/shop/deploys/journal.jsonl", `printf '{"half' >>/srv/shop/deploys/journal.jsonl`),
  },
  {
    name: "a deploy that was cut short",
    finds: ["journal"],
    ...edit(
      "/srv/shop/deploys/journal.jsonl",
      `echo '{"event": "begin", "release": "x"}' >>/srv/shop/deploys/journal.jsonl`,
    ),
  },
  {
    name: "what an interrupted install left",
    finds: ["leftovers"],
    plant: `touch ${site}.flask-deploy-old`,
    mend: `rm ${site}.flask-deploy-old`,
  },
  {
    name: "a current that leads nowhere",
    finds: ["release"],
    plant: "ln -sfn releases/20200101T000000Z-aaaaaaa /srv/shop/current",
    // Its owner too: nginx follows no link of another owner than what it leads to.
    mend: "ln -sfn releases/$ID /srv/shop/current; chown -h --reference=/srv/shop/releases /srv/shop/current",
  },
  {
    name: "a Python that is gone",
    finds: ["release-python"],
    plant: "mv $(readlink -f /srv/shop/current/.venv)/bin/python /root/",
    mend: "mv /root/python $(readlink -f /srv/shop/current/.venv)/bin/",
  },
  {
    name: "static files that nginx does not find",
    finds: ["static-files"],
    plant: "mv /srv/shop/releases/$ID/static /root/kept-static",
    mend: "mv /root/kept-static /srv/shop/releases/$ID/static",
  },
  {
    name: "a release that does not run",
    finds: ["instance"],
    plant: "systemctl stop shop@$ID.socket shop@$ID.service",
    mend: "systemctl start shop@$ID.socket shop@$ID.service",
  },
  {
    name: "a release that dies again and again",
    finds: ["instance"],
    plant: `for n in 1 2 3; do systemctl kill -s KILL shop@$ID; sleep 0.5
      until [ $(systemctl is-active shop@$ID) = active ]; do sleep 0.2; done; done`,
    mend: "systemctl restart shop@$ID",
  },
  {
    name: "a socket that is gone",
    finds: ["socket"],
    plant: "rm /run/shop/current.sock",
    mend: "ln -s $ID.sock /run/shop/current.sock",
  },
  {
    name: "a socket that nginx may not use",
    finds: ["socket"],
    plant: "chmod 600 /run/shop/$ID.sock",
    mend: "chmod 660 /run/shop/$ID.sock",
  },
  {
    name: "a folder of sockets that the app may write",
    finds: ["folders"],
    plant: "chown shop /run/shop",
    mend: "chown root /run/shop",
  },
  {
    name: "an app that hangs",
    finds: ["app"],
    plant: "pkill -STOP -u shop",
    mend: "pkill -CONT -u shop",
  },

  // The site.
  {
    name: "another site for those who come by this address",
    finds: ["site"],
    act: async ({ host }) => {
      const { plant, mend } = foreign(`server { listen 80; server_name ${host.address}; return 404; }`);
      await host.inside(plant);
      return () => host.inside(mend);
    },
  },
  {
    name: "a site that is in maintenance",
    finds: ["maintenance"],
    act: async (shop) => {
      await maintenance({ ...shop.request(), want: "on" }, effects());
      return () => maintenance({ ...shop.request(), want: "off" }, effects());
    },
  },
  {
    name: "maintenance that was switched on by hand",
    finds: ["maintenance"],
    plant: "echo >/srv/shop/maintenance/on",
    mend: "rm /srv/shop/maintenance/on",
  },
];
