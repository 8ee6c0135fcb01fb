/** The files of the page in the order of their tabs; `path` is their path for the linter. */
export const files = [
  { id: "nginx", title: "nginx", path: "deploy/nginx.conf" },
  { id: "ini", title: "uWSGI ini", path: "deploy/uwsgi.ini" },
  { id: "unit", title: "systemd unit", path: "deploy/shop.service" },
  { id: "gunicorn", title: "gunicorn conf", path: "deploy/gunicorn.conf.py" },
  { id: "requirements", title: "requirements", path: "requirements.txt" },
] as const;

export type FileId = (typeof files)[number]["id"];

/** The text of each tab. */
export type Texts = Readonly<Record<FileId, string>>;

export const empty: Texts = { nginx: "", ini: "", unit: "", gunicorn: "", requirements: "" };

/** The files of a rule's example that have a tab. */
export const textsOf = (given: readonly { readonly path: string; readonly content: string }[]): Texts => ({
  ...empty,
  ...Object.fromEntries(files.map(({ id, path }) => [id, given.find((file) => file.path === path)?.content ?? ""])),
});

/** Looks correct but is broken: the kind of file that the linter is for. */
export const example: Texts = {
  ...empty,
  nginx: `server {
    listen 80;
    server_name tea-shop.org;

    location /static {
        alias /srv/shop/static/;
    }

    location / {
        include uwsgi_params;
        uwsgi_pass unix:/run/shop/shop.sock;
    }
}
`,
  ini: `[uwsgi]
module = wsgi:app
master = true
processes = 4
socket = /run/shop/app.sock
chmod-socket = 660
vacuum = true
die-on-term = true
`,
  unit: `[Unit]
Description=shop
After=network.target

[Service]
User=shop
Group=www-data
WorkingDirectory=/srv/shop
RuntimeDirectory=shop
ExecStart=/srv/shop/.venv/bin/uwsgi --ini deploy/uwsgi.ini && echo started
Restart=on-failure

[Install]
WantedBy=multi-user.target
`,
  requirements: "flask==3.1.2\nuwsgi==2.0.31\n",
};
