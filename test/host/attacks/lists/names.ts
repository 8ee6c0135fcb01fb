import type { Attack } from "../attack.ts";

const group = "names";
/** `setup` of an app of that name, from a copy of the shop's repository. */
const named = (name: string, took: string, more: Partial<Attack> = {}): Attack => ({
  ...{ group, name: `set up an app called ${name}`, who: "visitor", do: "true", took },
  commands: [["setup", "as", name]],
  ...more,
});
const untouched = (path: string) => `[ -e "${path}" ] && [ "$(stat -c %U "${path}")" != root ]`;

/** Names that belong to the system, or to another app. */
export const names: readonly Attack[] = [
  named("user", "test -e /usr/local/lib/flask-deploy/user"),
  named("getty", "test -e /usr/local/lib/flask-deploy/getty"),
  named("lock", `${untouched("/run/lock")} || test -e /etc/tmpfiles.d/flask-deploy-lock.conf`),
  named("systemd", `${untouched("/run/systemd")} || test -e /etc/tmpfiles.d/flask-deploy-systemd.conf`),
  named("udev", `${untouched("/run/udev")} || test -e /etc/tmpfiles.d/flask-deploy-udev.conf`),
  named("mallory", "test -e /usr/local/lib/flask-deploy/mallory"),
  named("docker", "test -e /usr/local/lib/flask-deploy/docker", { before: "groupadd docker; mkdir -p /run/docker" }),
  named("flask-deploy", "test -e /etc/tmpfiles.d/flask-deploy-flask-deploy.conf"),
  named("cash", "grep -q deploy-cash /etc/sudoers.d/flask-deploy-cash", {
    before: "useradd --system --home-dir /srv/deploy-cash --no-create-home --shell /bin/sh deploy-cash",
    after: "userdel deploy-cash",
  }),
];
