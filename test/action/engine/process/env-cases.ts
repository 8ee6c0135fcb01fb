import fc from "../../../fuzz.ts";

/** Files that everybody who reads a `.env` must read alike: our reader, systemd, a shell, and the masking on the server. */
export const alike: readonly (readonly [what: string, text: string, env: Readonly<Record<string, string>>])[] = [
  ["nothing", "", {}],
  ["a comment and an empty line", "# A=1\n\n  # B=2\n", {}],
  ["bare values", "A=1\nB=postgres://u:p@db/x?y=1#z\nC=\n", { A: "1", B: "postgres://u:p@db/x?y=1#z", C: "" }],
  ["a last line without its end", "A=1", { A: "1" }],
  ["spaces around a line", "  A=1 \t\n\tB='b'  \n", { A: "1", B: "b" }],
  ["signs that mean nothing", "A=a*b?[c]{d,e}!^%+-=@/.,:#\n", { A: "a*b?[c]{d,e}!^%+-=@/.,:#" }],
  ["letters beyond ASCII", "A=grün\nB='日本 語'\n", { A: "grün", B: "日本 語" }],
  ["single quotes", `A='a "b" \\n $c \`d\` # e'\n`, { A: 'a "b" \\n $c `d` # e' }],
  ["double quotes", `A="it's"\nB=" # "\nC=""\n`, { A: "it's", B: " # ", C: "" }],
  ["escapes in double quotes", `A="a\\"b"\nB="\\\\n \\$c \\\`d\\\`"\n`, { A: 'a"b', B: "\\n $c `d`" }],
  ["several lines in quotes", `A='one\ntwo'\nB="three\n\nfour"\nC=5\n`, { A: "one\ntwo", B: "three\n\nfour", C: "5" }],
  ["a joined line", `A="one\\\ntwo"\n`, { A: "onetwo" }],
  [
    "a key",
    "KEY='-----BEGIN X-----\nab+/=\n-----END X-----\n'\n",
    { KEY: "-----BEGIN X-----\nab+/=\n-----END X-----\n" },
  ],
];

/** What one of them reads otherwise than another, with what is said of it. No message shows a value. */
export const refused: readonly (readonly [what: string, text: string, says: RegExp])[] = [
  ["a comment behind a bare value", "A=1\nB=SECRET # note\n", /^line 2: B has a comment after its value/],
  ["a comment behind a quoted value", "A='SECRET' # note\n", /^line 1: A has a comment after its value/],
  [
    "a space in a bare value",
    "A=SECRET value\n",
    /^line 1: A has a space in its value: put the value in 'single quotes'/,
  ],
  ["a space behind the =", "A= SECRET\n", /^line 1: A has a space in its value/],
  ["a space before the =", "A =SECRET\n", /^line 1: has a space before the =/],
  ["a bare backslash", "A=C:\\SECRET\n", /^line 1: A has a backslash/],
  ["a bare dollar", "A=$SECRET\n", /^line 1: A has \$, which means something else to a shell/],
  ["a bare &", "A=http://x/?SECRET&b\n", /^line 1: A has &/],
  ["a command", "A=$(touch SECRET)\n", /^line 1: A has \$/],
  [
    "a dollar in double quotes",
    '\nA="a$SECRET"\n',
    /^line 2: A has \$ in double quotes, which a shell replaces: write \\\$/,
  ],
  ["a backtick in double quotes", 'A="`SECRET`"\n', /^line 1: A has ` in double quotes/],
  [
    "a line break as dotenv writes it",
    'A="SECRET\\nb"\n',
    /^line 1: A has a backslash in double quotes .* a real line break for \\n/,
  ],
  ["a tilde", "A=~/SECRET\n", /^line 1: A has a bare ~/],
  ["a tilde in a path", "A=/bin:~SECRET\n", /^line 1: A has a bare ~/],
  ["an open single quote", "A=1\nB='SECRET\n", /^line 2: B has a single quote that opens and does not close/],
  ["an open double quote", 'A="SECRET\n\n', /^line 1: A has a double quote that opens and does not close/],
  ["two pairs of quotes", "A='SECRET'\"b\"\n", /^line 1: A has text after its closing quote/],
  ["a shell's way to a single quote", "A='it'\\''s SECRET'\n", /^line 1: A has text after its closing quote/],
  ["a quote within a bare value", "A=it's-SECRET\n", /^line 1: A has a single quote/],
  ["no value at all", "SECRETVALUE\n", /^line 1: is not NAME=value/],
  ["a name with a hyphen", "A=1\nA-B=SECRET\n", /^line 2: is not NAME=value/],
  ["a name that begins with a digit", "1A=SECRET\n", /^line 1: is not NAME=value/],
  ["a name in front of which stands something", "set A=SECRET\n", /^line 1: is not NAME=value/],
  ["a value that is added", "A+=SECRET\n", /^line 1: adds to a value with \+=/],
  ["systemd's other comment", "; A=SECRET\n", /^line 1: starts with ;/],
  ["a comment that goes on", "# why \\\nA=SECRET\n", /^line 1: the comment ends with a backslash/],
  ["the same name twice", "A=1\n# why\nA=SECRET\n", /^line 3: A is set twice, in line 1 already$/],
  ["a line after several", "A='x\ny'\n\nB=SECRET b\n", /^line 4: B has a space/],
  ["a line break of old Macs", "A=1\rB=SECRET\n", /^line 1: A has a line break of old Macs/],
  ["a line break of old Macs in a comment", "# why\rA=SECRET\n", /^line 1: the comment has a line break of old Macs/],
  ["a NUL", "A='SEC\0RET'\n", /^line 1: A has a control character/],
  ["an escape", "A='\x1b[31mSECRET'\n", /^line 1: A has a control character/],
  ["what Unicode calls no character", "A='SEC\uFDD0RET'\n", /^line 1: A has a control character .* no character/],
  ["a value that no program can be given", `A=${"SECRET".repeat(30_000)}\n`, /^line 1: A is larger than the 128 kB/],
  ["bytes that are no text", "A=SECRET\uFFFD\n", /^is not UTF-8$/],
];

const pieces = [
  "A=",
  "B_1=",
  "c=",
  "=",
  "'",
  '"',
  "\\",
  "\n",
  "\n",
  " ",
  "\t",
  "#",
  ";",
  "$",
  "`",
  "~",
  ":",
  "x",
  "y9",
  "é",
  "&",
  "(",
  "*",
  "!",
  "{,}",
  "[",
  "%",
  "\r",
];

/** Texts in which whatever any of the readers minds stands at any place. */
export const anyText = fc.oneof(
  fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join("")),
  fc
    .array(
      fc.tuple(
        fc.constantFrom("A=", "B_1=", "c="),
        fc.constantFrom("", "'", '"'),
        fc.array(fc.constantFrom(...pieces), { maxLength: 6 }),
      ),
      { maxLength: 3 },
    )
    .map((lines) => lines.map(([name, quote, value]) => `${name}${quote}${value.join("")}${quote}\n`).join("")),
);

/** Values that a variable can have. */
export const anyEnv = fc.dictionary(
  fc.stringMatching(/^[A-Za-z_][A-Za-z0-9_]{0,8}$/).map((name) => `X_${name}`),
  fc
    .string({ unit: fc.oneof(fc.constantFrom(...pieces), fc.string({ unit: "binary", minLength: 1, maxLength: 1 })) })
    .map((value) => value.replace(/(?![\t\n\x80-\x9f])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\uFFFD]/gu, "")),
  { maxKeys: 6 },
);
