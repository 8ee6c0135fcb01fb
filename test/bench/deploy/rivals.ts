import { execFile } from "node:child_process";
import { cpSync, globSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import type { Site } from "../../host/lib/site.ts";
import { cacheHome } from "./cache.ts";
import { withPackages } from "./packages.ts";

/** Another way to bring the same app to the same host: a unit of its own, the same packages and uWSGI. */
export interface Rival {
  readonly name: string;
  /** How much of its time a deploy of ours may take. */
  readonly most: number;
  deploy(): Promise<unknown>;
  /** What its app answers on /. */
  page(): Promise<string>;
}

const run = promisify(execFile);

/** Where the host has every wheel that the app may need, for those who install there. */
export const wheels = "/opt/wheels";

/** Has the rivals measured, ready to deploy; the packages they need on this machine go again, if they were not there. */
export async function withRivals<T>(site: Site, measure: (rivals: readonly Rival[]) => Promise<T>): Promise<T> {
  const takeOff = withPackages(["rsync", "capistrano", "ansible"]);
  const folder = mkdtempSync(join(tmpdir(), "bench-rivals-"));
  try {
    return await measure(await rivals(site, folder));
  } finally {
    rmSync(folder, { recursive: true, force: true });
    takeOff();
  }
}

async function rivals(site: Site, folder: string): Promise<readonly Rival[]> {
  const { host, shop } = site;
  const ssh = `ssh -F none -i ${host.identityFile} -o UserKnownHostsFile=${host.knownHostsFile} -o StrictHostKeyChecking=yes`;
  const root = `root@${host.address}`;
  const page = (port: number) => async () => (await fetch(`http://${host.address}:${port}/`)).text();

  mkdirSync(join(host.root, wheels), { recursive: true });
  for (const wheel of globSync("**/*.whl", { cwd: cacheHome }))
    cpSync(join(cacheHome, wheel), join(host.root, wheels, basename(wheel)));
  await host.must(
    `python3 -m venv /opt/venv && /opt/venv/bin/pip install -q --no-index --find-links ${wheels} -r /srv/shop/current/requirements.txt`,
  );

  await serve(site, "rsync", "/srv/rsync", 9001);
  const rsync: Rival = {
    name: "rsync + systemctl restart",
    most: 0.6,
    deploy: async () => {
      await run("rsync", ["-az", "--delete", "--exclude=.git", "-e", ssh, `${shop.root}/`, `${root}:/srv/rsync/`]);
      await run("sh", ["-c", `${ssh} ${root} systemctl restart rsync-app`]);
    },
    page: page(9001),
  };

  await serve(site, "cap", "/srv/cap/current", 9002);
  await host.must("apt-get install -y -q git >/dev/null 2>&1; git init -q --bare /srv/cap.git");
  const cap = join(folder, "cap");
  mkdirSync(join(cap, "config/deploy"), { recursive: true });
  writeFileSync(
    join(cap, "Capfile"),
    'require "capistrano/setup"\nrequire "capistrano/deploy"\nrequire "capistrano/scm/git"\ninstall_plugin Capistrano::SCM::Git\n',
  );
  writeFileSync(
    join(cap, "config/deploy.rb"),
    `set :application, "cap"
set :repo_url, "/srv/cap.git"
set :branch, "main"
set :deploy_to, "/srv/cap"
set :keep_releases, 3
set :ssh_options, { keys: ["${host.identityFile}"], keys_only: true, config: false, verify_host_key: :always,
                    user_known_hosts_file: "${host.knownHostsFile}", auth_methods: ["publickey"] }
namespace :deploy do
  after :publishing, :restart do
    on(roles(:app)) do
      execute "/opt/venv/bin/pip", "install", "-q", "--no-index", "--find-links", "${wheels}", "-r", release_path.join("requirements.txt")
      execute :systemctl, "restart", "cap-app"
      execute :curl, "-fso", "/dev/null", "http://127.0.0.1:9002/"
    end
  end
end
`,
  );
  writeFileSync(join(cap, "config/deploy/production.rb"), `server "${host.address}", user: "root", roles: %w[app]\n`);
  const capistrano: Rival = {
    name: "Capistrano",
    most: 1 / 3,
    deploy: async () => {
      await run("git", ["push", "-q", "-f", `ssh://${root}/srv/cap.git`, "HEAD:main"], {
        cwd: shop.root,
        env: { ...process.env, GIT_SSH_COMMAND: ssh },
      });
      await run("cap", ["production", "deploy"], { cwd: cap });
    },
    page: page(9002),
  };

  await serve(site, "ansible", "/srv/ansible", 9003);
  const book = join(folder, "ansible");
  mkdirSync(book);
  writeFileSync(
    join(book, "ansible.cfg"),
    `[defaults]\ngathering = explicit\ninterpreter_python = /usr/bin/python3\n[ssh_connection]\npipelining = True\nssh_args = -F none -o ControlMaster=auto -o ControlPersist=60s -o UserKnownHostsFile=${host.knownHostsFile} -o StrictHostKeyChecking=yes\n`,
  );
  writeFileSync(
    join(book, "hosts"),
    `${host.address} ansible_user=root ansible_ssh_private_key_file=${host.identityFile}\n`,
  );
  writeFileSync(
    join(book, "play.yml"),
    `- hosts: all
  gather_facts: false
  tasks:
    - name: the code
      ansible.posix.synchronize:
        src: ${shop.root}/
        dest: /srv/ansible/
        delete: true
        rsync_opts: ["--exclude=.git"]
    - name: the requirements
      ansible.builtin.pip:
        requirements: /srv/ansible/requirements.txt
        virtualenv: /opt/venv
        extra_args: --no-index --find-links ${wheels}
    - name: the service
      ansible.builtin.systemd:
        name: ansible-app
        state: restarted
    - name: the check
      ansible.builtin.uri:
        url: http://127.0.0.1:9003/
`,
  );
  const ansible: Rival = {
    name: "Ansible, pipelining and ControlPersist",
    most: 1 / 5,
    deploy: () => run("ansible-playbook", ["-i", "hosts", "play.yml"], { cwd: book }),
    page: page(9003),
  };
  return [rsync, capistrano, ansible];
}

/** A unit as a careful person writes it by hand: the same uWSGI as ours, on a port of its own. */
async function serve({ host }: Site, name: string, directory: string, port: number): Promise<void> {
  const unit = `[Unit]
Description=${name}
[Service]
Type=notify
WorkingDirectory=${directory}
Environment=RELEASE=${name}
ExecStart=/opt/venv/bin/uwsgi --master --need-app --die-on-term --enable-threads --processes 2 --module wsgi:app --http-socket 0.0.0.0:${port}
`;
  await host.must(
    `mkdir -p ${directory.replace(/\/current$/, "")} && cat >/etc/systemd/system/${name}-app.service && systemctl daemon-reload`,
    { stdin: unit },
  );
}
