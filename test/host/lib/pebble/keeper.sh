#!/bin/sh
# Keeps one CA: takes a free address, starts Pebble and the name server of its names there, and waits on stdin. When stdin
# ends - the test is over, or was killed - the processes, the folder and the address are gone.
# usage: keeper.sh LAB PROGRAMS VALIDITY_SECONDS ; says "ca ADDRESS FOLDER"
set -u
lab=$1 programs=$2 validity=$3

mkdir -p "$lab/ca"
slot=1
while :; do
  [ $slot -le 99 ] || { echo "error all 99 addresses of CAs are taken: see $lab/ca"; exit 1; }
  exec 9>"$lab/ca/$slot"
  flock -n 9 && break
  slot=$((slot + 1))
done
here=$lab/ca/$slot.ca address=10.98.1.$slot pids=

# Should this script be killed, what it started goes with it.
start() {
  setpriv --pdeathsig KILL env "$@" >>"$here/log" 2>&1 </dev/null 9>&- &
  pids="$pids $!"
}
gone() {
  trap '' TERM INT HUP
  # shellcheck disable=SC2086
  [ -z "$pids" ] || { kill -KILL $pids 2>/dev/null; wait; }
  ip addr delete "$address/32" dev lo 2>/dev/null
  rm -rf "$here"
  exit "${1:-0}"
}
fail() { echo "error $*: $(tail -5 "$here/log" | tr '\n' ' ')"; gone 1; }
trap gone TERM INT HUP

# Whoever had this address before may have been killed with no chance to tidy.
rm -rf "$here"
mkdir -m 700 "$here"
# Hosts reach it by way of the bridge, whose address is their gateway; this way it needs no bridge to be there yet.
ip addr replace "$address/32" dev lo >"$here/log" 2>&1 || fail "no address $address"

pair() {
  name=$1; shift
  openssl req -x509 -days 30 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes \
    -keyout "$here/$name.key" -out "$here/$name.pem" "$@" >>"$here/log" 2>&1 || fail "no certificate for the CA's own HTTPS"
}
pair trust -subj "/CN=Who vouches for $address" -addext keyUsage=critical,keyCertSign
pair front -subj "/CN=$address" -CA "$here/trust.pem" -CAkey "$here/trust.key" \
  -extensions usr_cert -addext "subjectAltName=IP:$address"
cat >"$here/config.json" <<EOF
{ "pebble": {
  "listenAddress": "$address:14001", "managementListenAddress": "$address:15000",
  "certificate": "$here/front.pem", "privateKey": "$here/front.key",
  "httpPort": 80, "tlsPort": 443, "keyAlgorithm": "ecdsa", "retryAfter": { "authz": 1, "order": 1 },
  "profiles": { "default": { "description": "the only one", "validityPeriod": $validity } } } }
EOF
# The front rejects nonces, in a way that certbot survives. An authorization that is used again asks no host.
start PEBBLE_VA_NOSLEEP=1 PEBBLE_WFE_NONCEREJECT=0 PEBBLE_AUTHZREUSE=0 \
  "$programs/pebble" -strict -config "$here/config.json" -dnsserver "$address:8053"
start "$programs/pebble-challtestsrv" -dnsserver "$address:8053" -management "$address:8055" \
  -defaultIPv4 "" -defaultIPv6 "" -http01 "" -https01 "" -tlsalpn01 "" -doh ""
echo "ca $address $here"
while read -r _; do :; done
gone
