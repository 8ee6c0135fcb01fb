import type { Attack } from "../attack.ts";

const group = "exec and hooks";
const whole =
  'rm -f "$ENV"; printf "SECRET=shop-secret-5d1f0e7a93\\n" | "$TOOL" env; "$TOOL" settle; systemctl restart "$APP@$ID"';
const replacing = "FLASK_DEPLOY_EXEC=echo replaced\\nFLASK_DEPLOY_HOOK=echo replaced\\n";

/** What `exec` and hooks run, and how much of the server it sees. */
export const execution: readonly Attack[] = [
  {
    ...{ group, name: "replace the command of `exec` by a variable in .env", who: "app" },
    do: `rm -f /srv/$APP/shared/.env; printf '${replacing}' >/srv/$APP/shared/.env`,
    commands: [["exec", "--", "echo", "mine"]],
    took: 'grep -q replaced "$TOLD"',
    after: whole,
  },
  {
    ...{ group, name: "replace a hook by a variable in .env", who: "app" },
    do: `rm -f /srv/$APP/shared/.env; printf '${replacing}' >/srv/$APP/shared/.env`,
    took: 'echo echo mine | "$TOOL" run "$ID" 5 | grep -q replaced',
    after: whole,
  },
  {
    ...{ group, name: "replace `exec` and hooks by the key's own .env", who: "key" },
    do: `printf '${replacing}' | tool env; echo echo mine | tool run "$ID" 5; tool exec current pipe 'echo mine'`,
    took: 'grep -q replaced "$SAID"',
    after: whole,
  },
  {
    ...{ group, name: "see the machine's processes from a hook", who: "key" },
    do: `echo 'cat /proc/1/comm; ls /proc' | tool run "$ID" 5`,
    took: 'grep -q systemd "$SAID"',
  },
  {
    ...{ group, name: "see the machine's processes from `exec`", who: "key" },
    do: `tool exec current pipe 'cat /proc/1/comm; ls /proc'`,
    took: 'grep -q systemd "$SAID"',
  },
  {
    ...{ group, name: "make a namespace in a hook, and be root in it", who: "key" },
    do: `echo 'unshare -Ur id -u' | tool run "$ID" 5`,
    took: 'grep -qx 0 "$SAID"',
  },
  {
    ...{ group, name: "leave a process behind that outlives a hook", who: "key" },
    do: `echo 'setsid sleep 987 </dev/null >/dev/null 2>&1 & sleep 0.2' | tool run "$ID" 5`,
    took: "pgrep -f '^sleep 98[7]'",
    after: "pkill -f '^sleep 98[7]'",
  },
];
