import { isTemplated } from "../../../files/template.ts";
import { unitRule } from "../../../rule.ts";
import { entries, entry, type UnitFile } from "../../../systemd/tree.ts";
import { isDropIn, isUserUnit, unit } from "../units.ts";

/** Settings that make systemd create a folder for the service's user, and where it is. */
const made = {
  StateDirectory: "/var/lib",
  CacheDirectory: "/var/cache",
  LogsDirectory: "/var/log",
  RuntimeDirectory: "/run",
};

export const environmentFileWritable = unitRule({
  id: "systemd/environment-file-writable",
  severity: "warning",
  summary: "An EnvironmentFile in a folder that the service's own user may write to",
  why: `systemd reads EnvironmentFile= as root at every start and follows links. An attacker who runs code in the app replaces the file by a link to a file of root's, such as the .env of another site, and has its lines
in the app's environment after the next restart: tried with systemd 252, a file of mode 600 of root's was read so. Put the file into a folder of root's: /etc/shop/env, mode 600.`,
  bad: unit("EnvironmentFile=/home/shop/app/.env"),
  good: unit("EnvironmentFile=/etc/shop/env"),
  check(file, { report }) {
    const user = entry(file, "Service", "User")?.value.text;
    if (!user || /^(root|0)$/.test(user) || isTemplated(user) || isDropIn(file.path) || isUserUnit(file)) return;
    const folders = [`/home/${user}`, ...writableFolders(file)];
    for (const { value } of entries(file, "Service", "EnvironmentFile")) {
      const path = value.text.replace(/^-/, "");
      const folder = folders.find((one) => path.startsWith(`${one}/`));
      if (folder && !path.includes("/../"))
        report(
          value,
          `root reads this file at every start and follows links, and ${user} may write to ${folder}: a link there brings any file of root's into the app's environment.`,
        );
    }
  },
});

const words = (file: UnitFile, key: string) =>
  entries(file, "Service", key).flatMap(({ value }) => value.text.split(/\s+/));

const writableFolders = (file: UnitFile) => [
  ...Object.entries(made).flatMap(([key, below]) => words(file, key).map((name) => `${below}/${name}`)),
  ...["ReadWritePaths", "ReadWriteDirectories"]
    .flatMap((key) => words(file, key))
    .map((path) => path.replace(/^[-+]+/, "").replace(/\/$/, ""))
    .filter((path) => /^\/[^/]+\/[^/]/.test(path)),
];
