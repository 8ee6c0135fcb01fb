#!/bin/sh
# What the login that deploys may do as root, and nothing else. Installed by `create-flask-deploy setup` as
# /usr/local/lib/flask-deploy/APP (root:root 0755), called through one sudoers line. Every argument is checked by its
# shape; paths are made here, never taken. Each change to a file is a rename, so being killed at any point is safe.
# It reads a release by descriptors, as somebody less trusted owns it, and nothing at all below what the app may write.
#
#   start ID [SECONDS]   start the instance of a release; ends when it is up (1: it is not, with its last lines)
#   stop ID [SECONDS]    stop it gracefully, now or in SECONDS (then only if it has no traffic); tidy what it left
#   switch ID|none       all new requests go to it, and /srv/APP/current leads to it
#   run ID SECONDS       the command on stdin, as the app's user in the release (124: it took too long)
#   install ID           unit, site and socket files of the release, all or none (3: not allowed, 4: nginx was broken, 5: one is missing)
#   env [ID]             stdin becomes the app's environment, for that release
#   share                folders named on stdin, one a line, made in /srv/APP/shared for the app to write
#   restore | settle     put back what `install` and `env` replaced | keep it for good
#   tidy                 forget instances that failed, and what they left
#   tail ID [SINCE]      state of the instance, then its last log lines, since so many seconds after 1970
#   report SECONDS       instances, certificate, and the traffic of so many seconds, for `status`
#   logs LINES SINCE FOLLOW ID NGINX   what the app and the site have written, without the values of the environment
#   exec ID|current pty|pipe COMMAND   as the app's user in the release, with the caller's stdin and stdout
#   facts ADDRESS        what `doctor` needs root to see
#   tls renew [now]      a certificate when it is due, and nginx told; now: without the wait behind a try that failed
#   tls look             what a renewal would meet
#   tls status           what `status` and `doctor` say of HTTPS
#   boot                 bring back what /srv/APP/current names
#   version              number of this protocol
set -eu
PATH=/usr/sbin:/usr/bin:/sbin:/bin LC_ALL=C
export PATH LC_ALL
umask 022

# Written by setup.
APP='@APP@'
HANDS_SOCKET='@HANDS_SOCKET@'   # 1: the process manager hands the release's socket to the app server
READS_ENV='@READS_ENV@'       # who reads the environment's file: root or app
SITE='@SITE@'                 # where deploy/nginx.conf goes
FILES='@FILES@'               # SOURCE:TARGET of each other file of deploy/ that lives in /etc, a blank between two
ALLOW_CONFIG='@ALLOW_CONFIG@' # 1: `install` may replace unit, site and socket files within what setup approved
TLS='@TLS@'                   # where the certificate comes from: letsencrypt, files or none
NAMES='@NAMES@'               # the site's names, a blank between two
ACME='@ACME@'                 # directory of the CA
EMAIL='@EMAIL@'               # whom it may write to; - for nobody
CERTIFICATE='@CERTIFICATE@'   # of `files`
KEY='@KEY@'

PROTOCOL=4
BASE=/srv/$APP
RUN=/run/$APP
UNITS=/etc/systemd/system
LIB=/usr/local/lib/flask-deploy
ENV=/etc/flask-deploy/$APP.env
APPROVED=/etc/flask-deploy/$APP   # unit, site and socket files as setup last installed them
SAVED=/var/lib/flask-deploy/$APP  # what `install` and `env` replaced, until `restore` or `settle`

refuse() { echo "flask-deploy: $*" >&2; exit 2; }
fail() { echo "flask-deploy: $*" >&2; exit 1; }
quietly() { "$@" >/dev/null 2>&1; }

# A newline would make grep see two lines, so odd characters go first.
checked_id() {
  case ${1-} in '' | *[!0-9TZa-f-]*) refuse "not the id of a release" ;; esac
  echo "$1" | grep -Eqx '[0-9]{8}T[0-9]{6}Z-[0-9a-f]{7,12}' || refuse "not the id of a release: $1"
  id=$1 release=$BASE/releases/$1
}
checked_release() {
  checked_id "${1-}"
  if [ ! -d "$release" ] || [ -L "$release" ]; then fail "there is no release $id in $BASE/releases"; fi
}
checked_seconds() {
  case ${1-} in '' | *[!0-9]* | ??????*) refuse "not a number of seconds" ;; esac
}
current() { now=$(readlink "$BASE/current") && checked_release "${now#releases/}"; }

# Until this process ends, nobody else does the same to the app, or to one of its releases.
one_at_a_time() { exec 9>"/run/flask-deploy-$APP$1.lock"; flock 9; }
