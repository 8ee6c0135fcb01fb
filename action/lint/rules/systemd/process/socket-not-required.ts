import { lineBelow, suggested } from "../../../fix/edit.ts";
import { requiresSocket } from "../../../model/sockets.ts";
import { rulesOver } from "../../../rule.ts";
import { unit } from "../units.ts";

const socket = "[Socket]\nListenStream=/run/shop/%i.sock\nSocketGroup=www-data\nSocketMode=0660\n";

export const socketNotRequired = rulesOver(({ model }) => model.sockets)({
  id: "systemd/socket-not-required",
  severity: "warning",
  summary: "A template service that starts without the socket of its instance",
  why: `The sockets of a template's instances are not enabled. \`systemctl start shop@7.service\` starts the service alone unless it requires shop@7.socket: LISTEN_FDS is empty, the server opens
an address of its own or none, and \`systemctl start shop@7.socket\` then fails for as long as the service runs. With \`Requires=shop@%i.socket\` systemd opens the socket first (it orders the two by itself).`,
  bad: { "deploy/shop@.socket": socket, "deploy/shop@.service": unit() },
  good: {
    "deploy/shop@.socket": socket,
    "deploy/shop@.service": unit().replace("Description=", "Requires=shop@%i.socket\nDescription="),
  },
  check({ name, service, listeners }, { report }) {
    if (!name.includes("@.") || service?.file.kind !== "systemd" || requiresSocket(service.file, name)) return;
    const section = service.file.sections.find((part) => part.name.text === "Unit");
    const required = name.replace("@.", "@%i.");
    report(
      section?.name ?? service.invocations[0] ?? listeners[0]!.at,
      `Nothing here requires ${required}: \`systemctl start\` of an instance starts the server without its socket, and the socket cannot be opened while the server runs.`,
      {
        related: [{ at: listeners[0]!.at, message: "the socket of an instance" }],
        fix: section && suggested("require it", lineBelow(section.name, `Requires=${required}`)),
      },
    );
  },
});
