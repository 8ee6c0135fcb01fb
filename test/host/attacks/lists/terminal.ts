import type { Attack } from "../attack.ts";

const group = "terminal and limits";
/** What the app's own process writes to its log. */
const said = (text: string, times = 1) =>
  `printf '${text}' | curl -s -H "Host: $APP.example.org" --data-binary @- "http://127.0.0.1/say?times=${times}"`;
const steers = "grep -qP '\\x1b\\]0;|\\x1b\\[31m' \"$TOLD\"";
/** What the app does when it is started the next time, until the file is gone. */
const atStart = (python: string) => `cat >"/srv/$APP/shared/instance/evil.py" <<'E'\n${python}\nE`;
const after = 'rm -f "/srv/$APP/shared/instance/evil.py"';
const journal = (fields: string) =>
  `python3 -c "import socket; s = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); s.sendto(${fields}, '/run/systemd/journal/socket')"`;

/** What an app has a person's terminal, or their commands, do. */
export const terminal: readonly Attack[] = [
  {
    ...{ group, name: "move the cursor of a person who reads the logs", who: "app" },
    do: said("\\033]0;owned\\007\\033[31m one line"),
    commands: [["logs"], ["logs", "--json"]],
    took: steers,
  },
  {
    ...{ group, name: "move the cursor of a person whose deploy fails at the start", who: "app" },
    do: atStart(
      'import sys\nprint("\\x1b]0;owned\\x07\\x1b[31m", file=sys.stderr, flush=True)\nraise RuntimeError("\\x1b]0;owned\\x07")',
    ),
    commands: [["deploy", "--force"]],
    took: steers,
    after,
  },
  {
    ...{ group, name: "move the cursor of a person who looks at releases and status", who: "key" },
    do: 'j=/srv/$APP/deploys/journal.jsonl; [ -e "$j" ] || j=/srv/$APP/journal.jsonl; cp "$j" kept.jsonl; tail -n 3 "$j" | sed "s/\\"by\\": \\"[^\\"]*\\"/\\"by\\": \\"\\\\\\\\u001b]0;owned\\\\\\\\u0007\\"/; s/\\"run\\": null/\\"run\\": \\"\\\\\\\\u001b]0;x\\\\\\\\u0007\\"/" >>"$j"',
    commands: [["releases"], ["status"], ["releases", "--json"]],
    took: steers,
    after:
      'h=$(getent passwd "$LOGIN" | cut -d: -f6); j=/srv/$APP/deploys/journal.jsonl; [ -e "$j" ] || j=/srv/$APP/journal.jsonl; cat "$h/kept.jsonl" >"$j"',
  },
  {
    ...{ group, name: "keep `logs --grep` busy for ever by a line", who: "app" },
    do: said("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!"),
    commands: [["logs", "--grep", "(a+)+$"]],
    took: 'grep -q "took too long" "$TOLD"',
  },
  {
    ...{ group, name: "fill a person's memory by a line of 100 MB", who: "app" },
    do: said("aaaaaaaaaa", 10_000_000),
    commands: [["logs"], ["status"]],
    took: 'grep -q "took too long" "$TOLD" || [ "$(stat -c %s "$TOLD")" -gt 5000000 ]',
  },
  {
    ...{ group, name: "have `unlock` end in a traceback", who: "key" },
    do: 'l=/srv/$APP/deploys/lock; [ -e "$l" ] || l=/srv/$APP/lock; for text in \'{"pid": [1], "run": {}}\' \'{"pid": "x"}\' \'[]\' "\\377" \'{"pid": 99999999999999999999}\'; do printf "%b" "$text" >"$l"; done',
    commands: [["unlock"], ["status"]],
    took: 'grep -q -e Traceback -e "took too long" -e "side ended with" "$TOLD"',
  },
  {
    ...{ group, name: "have `doctor` tell of an app that was killed for memory", who: "app" },
    do: journal(
      "b'MESSAGE_ID=fe6faa94e7774663a0da52717891d8ef\\\\nMESSAGE=shop.service: forged by the app, A process of this unit has been killed by the OOM killer.\\\\nUNIT=shop@x.service\\\\nSYSLOG_IDENTIFIER=systemd\\\\n'",
    ),
    commands: [["doctor"]],
    took: 'grep -q "forged by the app" "$TOLD"',
  },
  {
    ...{ group, name: "write lines into the log of another app", who: "app" },
    do: journal(
      "b'MESSAGE=forged by the app\\\\n_SYSTEMD_UNIT=till@x.service\\\\nUNIT=till@x.service\\\\nSYSLOG_IDENTIFIER=uwsgi\\\\n'",
    ),
    took: '"$OTHER_TOOL" logs 100 0 0 - 0 </dev/null | grep -q "forged by the app"',
  },
];
