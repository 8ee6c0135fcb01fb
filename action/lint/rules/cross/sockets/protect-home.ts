import { normalPath } from "../../../files/address.ts";
import type { Range } from "../../../files/source.ts";
import type { Server } from "../../../model/types.ts";
import { unitRule } from "../../../rule.ts";
import { entries, entry, isYes, type UnitFile } from "../../../systemd/tree.ts";
import { gunicornSite, unit } from "../examples.ts";

export const protectHome = unitRule({
  id: "cross/protect-home",
  severity: "error",
  summary: "A sandbox that hides or locks paths that the service uses",
  why: `\`ProtectHome=true\` makes /home, /root and /run/user empty for the service: a WorkingDirectory, a virtualenv or a socket there fails with
"status=200/CHDIR" or "203/EXEC" before the application is even loaded. \`ProtectSystem=strict\` makes everything but /dev, /proc and /sys read-only,
so a log file or a socket needs its folder in \`ReadWritePaths=\`, \`RuntimeDirectory=\`, \`StateDirectory=\` or \`LogsDirectory=\`.`,
  bad: {
    "deploy/shop.service": unit(
      "WorkingDirectory=/home/shop/app",
      "ProtectHome=true",
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind 127.0.0.1:8000 wsgi:app",
    ),
  },
  good: {
    "deploy/shop.service": unit(
      "ProtectHome=true",
      "ProtectSystem=strict",
      "RuntimeDirectory=shop",
      "LogsDirectory=shop",
      "ExecStart=/srv/shop/.venv/bin/gunicorn --bind unix:/run/shop/shop.sock --error-logfile /var/log/shop/error.log wsgi:app",
    ),
    "deploy/nginx.conf": gunicornSite("http://unix:/run/shop/shop.sock"),
  },
  check(file, { model, report }) {
    const home = entry(file, "Service", "ProtectHome");
    const system = entry(file, "Service", "ProtectSystem");
    const servers = model.servers.filter((server) => server.starter?.file === file);
    if (home && (isYes(home.value.text) || home.value.text === "tmpfs")) {
      const used = usedPaths(file, servers).find(
        ({ path }) => /^\/(home|root|run\/user)(\/|$)/.test(path) && !bound(file, path),
      );
      if (used) {
        report(
          home,
          `ProtectHome=${home.value.text} leaves ${/^\/[^/]+/.exec(used.path)?.[0]} empty for this service, and ${used.what} is ${used.path}: the unit fails to start.`,
          { related: [{ at: used.at, message: used.what }] },
        );
      }
    }
    const level = system?.value.text ?? "";
    if (!system) return;
    for (const { path, what, at } of writtenPaths(servers)) {
      if (!isLocked(path, level) || writable(file, path)) continue;
      report(
        system,
        `ProtectSystem=${system.value.text} makes ${path} read-only for this service, and ${what} is there: "Read-only file system", and the server does not start.`,
        { related: [{ at, message: what }] },
      );
      break;
    }
  },
});

/** What ProtectSystem= makes read-only. Folders in /run have their own check. */
function isLocked(path: string, level: string): boolean {
  if (level === "strict") return !/^\/(dev|proc|sys|run)\//.test(path);
  if (level === "full") return /^\/(usr|boot|efi|etc)\//.test(path);
  return isYes(level) && /^\/(usr|boot|efi)\//.test(path);
}

interface Used {
  readonly path: string;
  readonly what: string;
  readonly at: Range;
}

function usedPaths(file: UnitFile, servers: readonly Server[]): Used[] {
  const out: Used[] = [];
  const add = (what: string, at: Range, text: string | undefined) => {
    if (text?.startsWith("/")) out.push({ path: normalPath(text), what, at });
  };
  const directory = entry(file, "Service", "WorkingDirectory");
  if (directory && !directory.value.text.startsWith("-"))
    add("its WorkingDirectory", directory, directory.value.text.replace(/^!/, ""));
  for (const exec of entries(file, "Service", "ExecStart"))
    add("its program", exec, exec.value.text.replace(/^[-@:+!|]+/, "").split(/\s/)[0]);
  for (const server of servers) {
    for (const { address, at, handed } of server.listeners)
      if (address.kind === "unix" && !address.abstract && !handed) add("its socket", at, address.path);
    const config = server.options.find((o) => o.name.text === "ini")?.value ?? undefined;
    if (config) add("its ini", config, config.text);
  }
  return out;
}

function writtenPaths(servers: readonly Server[]): Used[] {
  const out: Used[] = [];
  for (const server of servers) {
    if (server.partial) continue;
    const directory = server.directory?.text;
    const add = (what: string, at: Range, text: string | undefined) => {
      if (!text || /[%$:{]/.test(text)) return;
      const path = text.startsWith("/")
        ? text
        : directory?.startsWith("/") && /\w\.\w|\//.test(text)
          ? `${directory}/${text}`
          : undefined;
      if (path && !/[%$]/.test(path)) out.push({ path: normalPath(path), what, at });
    };
    for (const { address, at, handed } of server.listeners)
      if (address.kind === "unix" && !address.abstract && !handed) add("its socket", at, address.path);
    const [who, files] =
      server.program === "uwsgi"
        ? ["uWSGI", ["logto", "logto2", "daemonize", "pidfile"]]
        : ["gunicorn", ["accesslog", "errorlog", "pidfile"]];
    for (const name of files) {
      const { at, text } = server.settings.get(name) ?? {};
      if (at) add(`${who}'s ${name}`, at, text);
    }
  }
  return out;
}

const listed = (file: UnitFile, key: string) => entries(file, "Service", key).flatMap((e) => e.value.text.split(/\s+/));

const inside = (path: string, folder: string) => path === folder || path.startsWith(`${folder.replace(/\/$/, "")}/`);

const bound = (file: UnitFile, path: string) =>
  ["BindPaths", "BindReadOnlyPaths"].some((key) =>
    listed(file, key).some((p) =>
      inside(
        path,
        normalPath(
          p
            .replace(/^[-+]+/, "")
            .split(":")
            .at(-1) ?? "",
        ),
      ),
    ),
  );

function writable(file: UnitFile, path: string): boolean {
  if (/^\/(var\/)?tmp\//.test(path) && isYes(entry(file, "Service", "PrivateTmp")?.value.text)) return true;
  const open = [...listed(file, "ReadWritePaths"), ...listed(file, "ReadWriteDirectories")].map((p) =>
    p.replace(/^[-+]+/, ""),
  );
  const made = (key: string, root: string) => listed(file, key).map((name) => `${root}/${name.replace(/:.*$/, "")}`);
  const folders = [
    ...open,
    ...made("RuntimeDirectory", "/run"),
    ...made("StateDirectory", "/var/lib"),
    ...made("LogsDirectory", "/var/log"),
    ...made("CacheDirectory", "/var/cache"),
  ];
  return bound(file, path) || folders.some((folder) => /[%$]/.test(folder) || inside(path, normalPath(folder)));
}
