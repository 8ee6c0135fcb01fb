import { replace, suggested } from "../../../fix/edit.ts";
import { type Said, saidRule, shown } from "../said.ts";

export const umaskConfusedWithMode = saidRule({
  id: "gunicorn/umask-confused-with-mode",
  severity: "error",
  summary: "A file mode, or decimal digits, given as the umask",
  why: `A umask takes permissions away, and without a leading 0 gunicorn reads it as a decimal number. \`-m 777\` is 0o1411: the socket
gets the mode 0366, which not even its owner may read, and nginx usually cannot connect. \`umask = 0o755\` takes from the owner
all that it should leave. For a socket that the group may use (0770) write 0o007 in a conf.py and 007 on a command line.`,
  bad: `bind = "unix:/run/shop/shop.sock"
umask = 777
`,
  good: `bind = "unix:/run/shop/shop.sock"
umask = 0o007
`,
  check(said, { report }) {
    if (said.name !== "umask" || (said.kind !== "int" && said.kind !== "str")) return;
    const wrong = judge(said);
    if (!wrong) return;
    const text = said.conf ? `0o${wrong.meant}` : wrong.meant;
    report(
      said.valueAt,
      `${wrong.message} A umask takes permissions away: 007 gives a socket of mode 0770.`,
      suggested(`write \`${text}\``, replace(said.valueAt, text)),
    );
  },
});

/** Decimal numbers that happen to be a sensible umask: 0o27, 0o77. */
const sensible = new Set([23, 63]);

function judge(said: Said): { message: string; meant: string } | undefined {
  const text = said.text.trim();
  if (/^[1-7][0-7]{1,3}$/.test(text) && !sensible.has(Number(text))) {
    const octal = Number(text).toString(8);
    const mode = (0o777 & ~Number(text)).toString(8).padStart(3, "0");
    return {
      message: `\`${shown(said)}\` is read as a decimal number, 0o${octal}: the socket gets the mode 0${mode}.`,
      meant: text.length < 3 ? text.padStart(3, "0") : "007",
    };
  }
  const octal = /^0o?([0-7]{1,4})$/i.exec(text)?.[1];
  const value = octal && Number.parseInt(octal, 8);
  // 0o117 for a socket of mode 0660 is as good as 0o007; removing read or write from the owner is not.
  if (!value || (value & 0o600) === 0) return undefined;
  const mode = (0o777 & ~value).toString(8).padStart(3, "0");
  return { message: `\`${shown(said)}\` leaves the socket the mode 0${mode}: its owner cannot use it.`, meant: "007" };
}
