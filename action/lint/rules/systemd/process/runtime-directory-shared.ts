import { dirname } from "../../../files/paths.ts";
import { lineBelow, suggested } from "../../../fix/edit.ts";
import { defineRule } from "../../../rule.ts";
import { entries, entry, type UnitEntry, type UnitFile } from "../../../systemd/tree.ts";
import { unit } from "../units.ts";

export const runtimeDirectoryShared = defineRule({
  id: "systemd/runtime-directory-shared",
  severity: "warning",
  summary: "A folder of /run that is removed when another service stops",
  why: `systemd removes RuntimeDirectory= when the unit stops, also if other units have files there. Tried with systemd 252: of shop@1 and shop@2 with \`RuntimeDirectory=shop\`, stopping shop@2 removes /run/shop
with the socket of shop@1, which runs on and is no longer reached: 502. A .socket unit's socket in the folder is
gone after the service's first restart. A worker with the web server's RuntimeDirectory= does the same at each restart. Give each its own (\`RuntimeDirectory=shop/%i\`), or write
\`RuntimeDirectoryPreserve=yes\` in all of them; \`restart\` keeps the folder at a restart only.`,
  bad: { "deploy/shop@.service": unit("RuntimeDirectory=shop", "Environment=RELEASE=%i") },
  good: { "deploy/shop@.service": unit("RuntimeDirectory=shop-%i", "Environment=RELEASE=%i") },
  check({ project, model, report }) {
    for (const { file, name, entry: said, folder } of owners(project.units)) {
      const preserve = entry(file, "Service", "RuntimeDirectoryPreserve")?.value;
      if (preserve?.text === "yes") continue;
      const other = model.servers.find(
        ({ starter, listeners }) =>
          starter?.file.kind === "systemd" &&
          starter.file !== file &&
          starter.name !== name &&
          dirname(starter.file.path) === dirname(file.path) &&
          !model.servers.some((server) => server.starter?.file === file) &&
          runtimeFolders(starter.file).some((one) => one.folder === folder) &&
          listeners.some(({ address }) => address.kind === "unix" && address.path.startsWith(`/run/${folder}/`)),
      )?.starter;
      const handed = model.sockets.find(
        ({ service, listeners: [first] }) =>
          service?.file === file && first?.address.kind === "unix" && first.address.path.startsWith(`/run/${folder}/`),
      );
      if (handed && !/@\.service/.test(file.path))
        report(
          said,
          `/run/${folder} is removed when ${name} stops, with the socket that ${handed.name} has opened in it: systemd still listens, and nobody can connect.`,
          { related: [{ at: handed.listeners[0]!.at, message: "the socket" }] },
        );
      const shared = /@\.service/.test(file.path) && !/%[iIjJnN]/.test(folder);
      if (!shared && !other) continue;
      report(
        said,
        `/run/${folder} is removed when ${shared ? "any instance" : name} stops, with the socket of ${shared ? "every other one" : other?.name} in it: nginx answers 502.`,
        {
          related: other ? [{ at: runtimeFolders(other.file as UnitFile)[0]!.entry, message: "the same folder" }] : [],
          fix: preserve ? undefined : suggested("keep the folder", lineBelow(said, "RuntimeDirectoryPreserve=yes")),
        },
      );
    }
  },
});

const runtimeFolders = (file: UnitFile): { readonly entry: UnitEntry; readonly folder: string }[] =>
  entries(file, "Service", "RuntimeDirectory").flatMap((entry) =>
    entry.value.text.split(/\s+/).map((folder) => ({ entry, folder: folder.replace(/:.*$/, "") })),
  );

const owners = (units: readonly UnitFile[]) =>
  units.flatMap((file) => {
    const name = file.path.replace(/^.*\/|@?\.service.*$/g, "");
    return runtimeFolders(file).map((one) => ({ file, name, ...one }));
  });
