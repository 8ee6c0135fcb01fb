import { lint } from "../../../action/lint/engine.ts";

/** A piece of each kind of file, which is repeated until the file is as large as wanted. */
const kinds: Readonly<Record<string, { path: string; head: string; piece: (i: number) => string }>> = {
  nginx: {
    path: "nginx.conf",
    head: "",
    piece: (i) =>
      `server {\n    listen 80;\n    server_name s${i}.org;\n    location / {\n        proxy_pass http://127.0.0.1:${1024 + (i % 60_000)};\n    }\n}\n`,
  },
  ini: {
    path: "uwsgi.ini",
    head: "[uwsgi]\nmaster = true\nneed-app = true\nmodule = wsgi:app\n",
    piece: (i) => `env = NAME${i}=a value of usual length\nroute = ^/old/${i}$ redirect:/new/${i}\n`,
  },
  unit: {
    path: "shop.service",
    head: "[Service]\nExecStart=/srv/shop/.venv/bin/gunicorn wsgi:app\n",
    piece: (i) => `Environment=NAME${i}=value\nReadWritePaths=/srv/shop/${i}\n`,
  },
  "a line of semicolons": { path: "nginx.conf", head: "server { listen 80", piece: () => ";".repeat(50) },
  "blocks that never close": { path: "nginx.conf", head: "", piece: () => "location / {\n" },
};

/** Milliseconds a megabyte for a file of each kind and size. */
export function growth(megabytes: readonly number[]): Record<string, number[]> {
  return Object.fromEntries(
    Object.entries(kinds).map(([name, { path, head, piece }]) => {
      const time = (size: number) => {
        const pieces = [head];
        for (let i = 0, length = 0; length < size * 1e6; i++) length += pieces[pieces.push(piece(i)) - 1]!.length;
        const content = pieces.join("");
        const start = performance.now();
        lint([{ path, content }], { whole: false });
        return (performance.now() - start) / size;
      };
      time(0.5);
      return [name, megabytes.map(time)];
    }),
  );
}
