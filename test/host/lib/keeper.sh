#!/bin/sh
# Keeps one test host: takes a free slot, boots a tree over a throwaway layer in memory, and takes orders on stdin.
# When stdin ends - the test is over, or was killed - the host, its mounts and its slot are gone.
# usage: keeper.sh LAB TREE SIZE INODES ; says "slot N PID" once booting and "done PID" after each order
set -u
lab=$1 tree=$2 size=$3 inodes=$4
bridge=br-fdlab net=10.98.0

say() { printf '%s\n' "$*"; }
fail() { say "error $*"; [ -z "${here-}" ] || clear_slot; exit 1; }

mkdir -p "$lab/slots"
slot=10
while :; do
  [ $slot -le 99 ] || fail "all 90 addresses are taken: are there hosts left over? see $lab/slots"
  exec 9>"$lab/slots/$slot"
  flock -n 9 && break
  slot=$((slot + 1))
done
here=$lab/slots/$slot.host name=fd$slot address=$net.$slot init=

# Whoever had this slot before may have been killed with no chance to tidy: its mounts would still be there.
clear_slot() {
  # A host can outlive its nspawn; known by its name, since its number may be somebody else's by now.
  if left=$(cat "$lab/slots/$slot.init" 2>/dev/null) && [ "$(nsenter -t "$left" -u hostname 2>/dev/null)" = "$name" ]; then
    kill -KILL "$left" 2>/dev/null
    tries=0
    while [ -e "/proc/$left" ] && [ $tries -lt 100 ]; do sleep 0.02; tries=$((tries + 1)); done
  fi
  rm -f "$lab/slots/$slot.init"
  ip link delete "vb-$name" 2>/dev/null
  nft delete element ip fdlab cut "{ $address }" 2>/dev/null
  umount -R -l "$here/root" 2>/dev/null
  umount -l "$here" 2>/dev/null
  rmdir "$here" 2>/dev/null
}
# Kept short: a network made twice at once would fail, so one at a time.
make_network() (
  flock 8
  ip link show $bridge >/dev/null 2>&1 || { ip link add $bridge type bridge && ip addr add $net.1/24 dev $bridge && ip link set $bridge up; } || exit 1
  sysctl -qw net.ipv4.ip_forward=1
  nft list table ip fdlab >/dev/null 2>&1 || nft -f - <<EOF
table ip fdlab {
  set cut { type ipv4_addr; }
  chain nat { type nat hook postrouting priority 100; ip saddr $net.0/24 oifname != "$bridge" masquerade; }
  chain in { type filter hook input priority -10; ip saddr @cut drop; }
  chain out { type filter hook output priority -10; ip daddr @cut drop; }
  chain through { type filter hook forward priority -10; ip saddr @cut drop; ip daddr @cut drop; }
}
EOF
) 8>"$lab/network.lock"

start() {
  cp --remove-destination /etc/resolv.conf "$here/root/etc/resolv.conf"
  # setpriv: should this script be killed, its host goes with it.
  setpriv --pdeathsig KILL systemd-nspawn --keep-unit --register=no --quiet --directory="$here/root" --boot \
    --network-bridge=$bridge --machine="$name" --resolv-conf=off --link-journal=no \
    >"$here/console" 2>&1 </dev/null 9>&- &
  nspawn=$!
  # The host's process 1 is nspawn's only child, once the one that prepared its namespaces is gone.
  tries=0
  while init=$(tr -d ' ' 2>/dev/null <"/proc/$nspawn/task/$nspawn/children") &&
    ! grep -qs '^NSpid:.*[[:space:]]1$' "/proc/$init/status"; do
    if ! kill -0 $nspawn 2>/dev/null || [ $tries -ge 300 ]; then
      fail "systemd-nspawn ended: $(tail -5 "$here/console" | tr '\n' ' ')"
    fi
    tries=$((tries + 1)); sleep 0.02
  done
  [ -n "$init" ] || fail "systemd-nspawn ended: $(tail -5 "$here/console" | tr '\n' ' ')"
  echo "$init" >"$lab/slots/$slot.init"
}
stop() {
  # nspawn ends with its host, and tidies.
  kill -KILL "$init" 2>/dev/null || kill -KILL "$nspawn" 2>/dev/null
  wait "$nspawn" 2>/dev/null
  init=
}
gone() { trap '' TERM INT HUP; [ -z "$init" ] || stop; clear_slot; exit; }

clear_slot
make_network || fail "the bridge $bridge could not be made"
mkdir -p "$here"
trap gone TERM INT HUP
# Mode 0755, or nobody but root could enter the root directory.
mount -t tmpfs -o "mode=0755,size=64m" fdlab "$here" || fail "no tmpfs on $here"
mkdir "$here/layer" "$here/root"
mount -t tmpfs -o "mode=0755,size=$size,nr_inodes=$inodes" fdlab "$here/layer" || fail "no tmpfs of $size"
mkdir "$here/layer/upper" "$here/layer/work"
mount -t overlay -o "lowerdir=$tree,upperdir=$here/layer/upper,workdir=$here/layer/work" fdlab "$here/root" || fail "no overlay on $here/root"
printf '[Match]\nName=host0\n[Network]\nAddress=%s/24\nGateway=%s.1\n' "$address" "$net" >"$here/root/etc/systemd/network/10-host0.network"
echo "$name" >"$here/root/etc/hostname"
printf '127.0.0.1 localhost %s\n' "$name" >"$here/root/etc/hosts"
[ ! -f /etc/pip.conf ] || cp /etc/pip.conf "$here/root/etc/"
start
say "slot $slot $init"

while read -r order; do
  worked=yes
  case $order in
  cut) nft add element ip fdlab cut "{ $address }" || worked=no ;;
  heal) nft delete element ip fdlab cut "{ $address }" || worked=no ;;
  pull-plug) stop; start ;;
  restart)
    # SIGRTMIN+5: systemd takes it as `reboot`, and stops everything in order.
    if kill -39 "$init"; then wait $nspawn; start; else worked=no; fi
    ;;
  *) worked=no ;;
  esac
  if [ $worked = yes ]; then say "done $init"; else say "error order $order failed"; fi
done
gone
