/** Parts of a small valid repository, for the examples of the cross-file rules. */

export const uwsgiSite = (address: string, more = "") => `server {
    listen 80;
    location / {
        include uwsgi_params;
        uwsgi_param HTTP_X_FORWARDED_PROTO $scheme;
        uwsgi_pass ${address};
${more}    }
}
`;

export const gunicornSite = (address: string, more = "") => `server {
    listen 80;
    location / {
        proxy_set_header Host $host;
        proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
        proxy_set_header X-Forwarded-Proto $scheme;
        proxy_pass ${address};
${more}    }
}
`;

export const uwsgiIni = (...lines: string[]) => `[uwsgi]
${["module = wsgi:app", "master = true", "die-on-term = true"].filter((line) => !lines.some((l) => l.startsWith(line.replace(/=.*/, "=")))).join("\n")}
${lines.join("\n")}
`;

export const unit = (...lines: string[]) => `[Unit]
Description=shop
After=network.target

[Service]
${["User=shop", "Group=www-data", "WorkingDirectory=/srv/shop"].filter((line) => !lines.some((l) => l.startsWith(line.replace(/=.*/, "=")))).join("\n")}
${lines.filter((line) => !/^(User|Group|WorkingDirectory)=$/.test(line)).join("\n")}

[Install]
WantedBy=multi-user.target
`;

export const flaskApp = `from flask import Flask

app = Flask(__name__)
`;
