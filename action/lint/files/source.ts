/** A file's text with its lines, and the ranges of it that parsers and rules refer to. */

/** 1-based line and column (in UTF-16 units, as editors and SARIF count); the end is exclusive. */
export interface Span {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** A part of a file, by offset. Every node of every parser is one, so that a rule reports at a node by passing it. */
export interface Range {
  readonly source: Source;
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

/** A range with its value: without quotes, escapes and surrounding spaces. */
export interface Text extends Range {
  readonly text: string;
}

/** Control characters that hardly any text contains. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const control = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/;

type Encoding = "utf8" | "utf8-bom" | "utf16le" | "utf16be" | "latin1";

export class Source {
  readonly path: string;
  readonly text: string;
  readonly encoding: Encoding;
  #lineStarts: number[] | undefined;
  #newline: "\n" | "\r\n" | undefined;

  constructor(path: string, content: string | Uint8Array) {
    this.path = path;
    [this.text, this.encoding] = typeof content === "string" ? withoutMark(content) : decode(content);
  }

  /** Whether the file looks binary; such a file is not parsed. */
  get binary(): boolean {
    const head = this.text.slice(0, 8000);
    if (!control.test(head)) return false;
    let odd = 0;
    for (let i = 0; i < head.length; i++) {
      const code = head.charCodeAt(i);
      if (code === 0) odd += 8;
      else if (code < 32 && code !== 9 && code !== 10 && code !== 13 && code !== 12 && code !== 27) odd++;
    }
    return odd * 10 > head.length;
  }

  slice(range: { readonly start: number; readonly end: number }): string {
    return this.text.slice(range.start, range.end);
  }

  range(start: number, end: number): Range {
    return { source: this, start, end };
  }

  /** The offset at which each line starts. \n, \r\n and a lone \r end a line. */
  get lineStarts(): readonly number[] {
    if (this.#lineStarts) return this.#lineStarts;
    const starts = [0];
    const { text } = this;
    // Searching for line ends is several times faster than testing each character, above all in a cold process.
    let cr = text.indexOf("\r");
    let lf = text.indexOf("\n");
    while (cr >= 0 || lf >= 0) {
      const alone = cr >= 0 && (lf < 0 || cr < lf);
      if (!alone || cr + 1 !== lf) starts.push((alone ? cr : lf) + 1);
      if (alone) cr = text.indexOf("\r", cr + 1);
      else lf = text.indexOf("\n", lf + 1);
    }
    this.#lineStarts = starts;
    return starts;
  }

  /** The file's line ending. Cached, because each fix of a long file needs it. */
  get newline(): "\n" | "\r\n" {
    this.#newline ??= this.text.includes("\r\n") ? "\r\n" : "\n";
    return this.#newline;
  }

  /** 0-based index of the line with the offset. */
  lineAt(offset: number): number {
    const starts = this.lineStarts;
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /** A 0-based line without its line end; empty beyond the last. */
  line(index: number): Text {
    const start = this.lineStarts[index] ?? this.text.length;
    let end = this.lineStarts[index + 1] ?? this.text.length;
    while (end > start && /[\r\n]/.test(this.text[end - 1] as string)) end--;
    return { source: this, start, end, text: this.text.slice(start, end) };
  }

  span(range: { readonly start: number; readonly end: number }): Span {
    const end = Math.max(range.start, range.end);
    const [line, endLine] = [this.lineAt(range.start), this.lineAt(end)];
    return {
      line: line + 1,
      column: range.start - (this.lineStarts[line] as number) + 1,
      endLine: endLine + 1,
      endColumn: end - (this.lineStarts[endLine] as number) + 1,
    };
  }

  /** Encodes a new text for this file, in the file's original encoding. */
  encode(text = this.text): Uint8Array {
    if (this.encoding === "latin1") return Buffer.from(text, "latin1");
    if (this.encoding === "utf8") return Buffer.from(text, "utf8");
    if (this.encoding === "utf8-bom") return Buffer.from(`\uFEFF${text}`, "utf8");
    const bytes = Buffer.from(`\uFEFF${text}`, "utf16le");
    return this.encoding === "utf16be" ? bytes.swap16() : bytes;
  }
}

function withoutMark(text: string): [string, Encoding] {
  return text.startsWith("\uFEFF") ? [text.slice(1), "utf8-bom"] : [text, "utf8"];
}

function decode(bytes: Uint8Array): [string, Encoding] {
  const even = bytes.length % 2 === 0;
  if (even && bytes[0] === 0xff && bytes[1] === 0xfe) return [exact(bytes, "utf-16le").slice(1), "utf16le"];
  if (even && bytes[0] === 0xfe && bytes[1] === 0xff) return [exact(bytes, "utf-16be").slice(1), "utf16be"];
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return withoutMark(text);
  } catch {
    // Not UTF-8: each byte becomes one character, so that offsets are exact and encoding restores the bytes.
    return [Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1"), "latin1"];
  }
}

/** TextDecoder would replace a lone surrogate; Buffer keeps the code units as they are. */
function exact(bytes: Uint8Array, encoding: "utf-16le" | "utf-16be"): string {
  const copy = Buffer.from(bytes);
  if (encoding === "utf-16be") copy.swap16();
  return copy.toString("utf16le");
}
