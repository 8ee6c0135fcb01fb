const ESC = "\\u001b";
const END = `(?:\\u0007|${ESC}\\\\|\\u009c)`;

/** Escape sequences as terminals parse them, truncated ones too: OSC, CSI, the DCS family, and short ones. */
const sequences = new RegExp(
  [
    `(?:${ESC}\\]|\\u009d)[^\\u0007\\u001b\\u009c]*${END}?`,
    `(?:${ESC}\\[|\\u009b)[0-?]*[ -/]*[@-~]?`,
    `(?:${ESC}[PX^_]|[\\u0090\\u0098\\u009e\\u009f])[^\\u001b\\u009c]*${END}?`,
    `${ESC}[ -/]*[0-~]?`,
  ].join("|"),
  "g",
);

/** Control characters except tab and newline, and marks that change the direction of text. */
const controls = /[^\P{Cc}\t\n]|[\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text from the server without anything that would control a terminal. */
export const plain = (text: string): string => text.replace(sequences, "").replace(controls, "");

/** The same for every string of a response, keys included. */
export function plainDeep<T>(value: T): T {
  if (typeof value === "string") return plain(value) as T;
  if (Array.isArray(value)) return value.map(plainDeep) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [plain(key), plainDeep(one)])) as T;
}
