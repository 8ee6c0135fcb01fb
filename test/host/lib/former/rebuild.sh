#!/bin/sh
# Makes a server that was just deployed to into what version 1.0.0 had made of it, with the release of 1.0.0 serving.
# usage: rebuild.sh ARCHIVE KIND   (KIND is a folder of the archive: the files that 1.0.0 had written, with their owners)
set -eu
archive=$1
kind=$2

systemctl stop 'shop*'
! systemctl is-active -q supervisor || { rm -f /etc/supervisor/conf.d/shop*; supervisorctl update; }
for unit in /etc/systemd/system/shop*.service /etc/systemd/system/shop*.socket; do
  case $unit in *@*) ;; *) systemctl disable -q "${unit##*/}" 2>/dev/null || : ;; esac
done
mv /srv/shop/venvs /root/venvs
rm -rf /usr/local/lib/flask-deploy /etc/flask-deploy /etc/sudoers.d/flask-deploy-shop /etc/tmpfiles.d/flask-deploy-shop.conf \
  /etc/systemd/system/shop* /etc/nginx/sites-*/shop.conf /run/shop /srv/shop /var/lib/flask-deploy

usermod -l deploy -d /home/deploy -m deploy-shop
groupmod -n deploy deploy-shop
gpasswd -a deploy shop
gpasswd -a www-data shop
cp /root/.ssh/authorized_keys /home/deploy/.ssh/authorized_keys

python3 -c 'import sys, tarfile; tarfile.open(sys.argv[1]).extractall("/root/record")' "$archive"
tar -C "/root/record/$kind" -cf - . | tar -C / -xpf -
venv=$(ls /srv/shop/venvs)
made=$(ls /root/venvs)
rmdir "/srv/shop/venvs/$venv"
mv "/root/venvs/$made" "/srv/shop/venvs/$venv"
grep -rlI "$made" "/srv/shop/venvs/$venv/bin" "/srv/shop/venvs/$venv/pyvenv.cfg" | xargs -r sed -i "s/$made/$venv/g"
chown -R deploy:shop "/srv/shop/venvs/$venv"
printf "GREETING='kept'\n" >/srv/shop/shared/.env
mkdir -p /srv/shop/shared/instance
echo data >/srv/shop/shared/instance/data.txt
chown -R shop:shop /srv/shop/shared/.env /srv/shop/shared/instance
chmod 600 /srv/shop/shared/.env
chmod 2770 /srv/shop/shared/instance

systemd-tmpfiles --create /etc/tmpfiles.d/flask-deploy-shop.conf
systemctl daemon-reload
for unit in shop-current.service shop-emperor.service shop.socket; do
  [ ! -e "/etc/systemd/system/$unit" ] || systemctl enable -q "$unit"
done
for unit in shop-emperor.service shop.socket; do
  [ ! -e "/etc/systemd/system/$unit" ] || systemctl start "$unit"
done
# nginx gets a group when it starts.
systemctl restart nginx
release=$(basename "$(readlink /srv/shop/current)")
/usr/local/lib/flask-deploy/shop start "$release"
/usr/local/lib/flask-deploy/shop switch "$release"
