#!/bin/sh
# Makes one root tree to boot test hosts from. This file is the recipe: its hash is in the folder's name, so a change
# here builds anew. usage: base.sh bare|ready TARGET PUBLIC_KEY_FILE [BARE_TREE]
#   bare   what a provider hands out: sshd, sudo, no nginx, no Python. The .debs of `ready` lie in its apt cache.
#   ready  bare plus what setup would install, so that a test of something else need not wait for apt
set -eu
variant=$1 root=$2 public=$3
export DEBIAN_FRONTEND=noninteractive LC_ALL=C

inside() { chroot "$root" env PATH=/usr/sbin:/usr/bin:/sbin:/bin "$@"; }
packages() {
  inside apt-get install -y -q --no-install-recommends "$@" \
    nginx python3 python3-venv certbot supervisor logrotate curl rsync systemd-journal-remote
}
# The tree is built with this machine's name service; each host gets it anew when it boots.
network() {
  cp --remove-destination /etc/resolv.conf "$root/etc/resolv.conf"
  mkdir -p "$root/etc/ssl/certs"
  cp /etc/ssl/certs/ca-certificates.crt "$root/etc/ssl/certs/"
}
# Nothing may start in a chroot.
still() { printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"; chmod 755 "$root/usr/sbin/policy-rc.d"; }

case $variant in
bare)
  debootstrap --variant=minbase \
    --include=systemd,systemd-sysv,dbus,openssh-server,sudo,iproute2,ca-certificates,less bookworm "$root"
  network
  install -d -m 700 "$root/root/.ssh"
  install -m 600 "$public" "$root/root/.ssh/authorized_keys"
  inside ssh-keygen -A
  inside systemctl enable ssh systemd-networkd
  # Timers that take dpkg's lock a while after boot would make times differ from run to run.
  inside systemctl mask apt-daily.timer apt-daily-upgrade.timer systemd-networkd-wait-online.service console-getty.service
  rm -f "$root/var/cache/apt/archives/"*.deb
  inside apt-get update -q
  still
  packages --download-only
  rm "$root/usr/sbin/policy-rc.d"
  ;;
ready)
  cp -a --reflink=auto "$4/." "$root/"
  network
  still
  packages
  rm "$root/usr/sbin/policy-rc.d"
  rm -f "$root/var/cache/apt/archives/"*.deb
  ;;
*)
  echo "base.sh: bare or ready, not $variant" >&2
  exit 2
  ;;
esac
