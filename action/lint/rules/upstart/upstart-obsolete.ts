import { defineRule } from "../../rule.ts";

export const upstartObsolete = defineRule({
  id: "common/upstart-obsolete",
  severity: "warning",
  summary: "An Upstart job, which current systems no longer read",
  why: `Upstart was Ubuntu's init up to 14.10. Every distribution of today runs systemd, which does not read /etc/init/*.conf: the job is never started
and no error is reported. Write a unit: \`exec\` becomes ExecStart= with the full path, \`setuid\` and \`setgid\` become User= and Group=, \`chdir\` becomes
WorkingDirectory=, \`env\` becomes Environment=, \`respawn\` becomes Restart=, and \`start on runlevel [2345]\` becomes WantedBy=multi-user.target.`,
  bad: {
    "deploy/shop.conf": `description "shop"

start on runlevel [2345]
stop on runlevel [!2345]

setuid shop
exec /srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini
`,
  },
  good: {
    "deploy/shop.service": `[Unit]
Description=shop

[Service]
User=shop
ExecStart=/srv/shop/.venv/bin/uwsgi --ini /srv/shop/deploy/uwsgi.ini

[Install]
WantedBy=multi-user.target
`,
  },
  check({ project, report }) {
    for (const file of project.upstart) {
      const first = file.stanzas[0] ?? file.source.line(0);
      report(
        first,
        `This is an Upstart job: Upstart is gone since Ubuntu 15.04, so it is never read and the application is never started. It has to be a systemd unit.`,
      );
    }
  },
});
