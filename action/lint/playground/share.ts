import { empty, files, type Texts } from "./files.ts";

/** A link may come from anyone, and a few bytes can unpack to a gigabyte. */
const mostShared = 4_000_000;

/** The texts as a URL's fragment, which browsers never send to a server. */
export async function toFragment(texts: Texts): Promise<string> {
  const filled = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== ""));
  const packed = new Blob([JSON.stringify(filled)]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(packed).arrayBuffer());
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/** undefined if the fragment is not one of ours, or was truncated. */
export async function fromFragment(fragment: string): Promise<Texts | undefined> {
  try {
    const binary = atob(fragment.replaceAll("-", "+").replaceAll("_", "/"));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    const json: unknown = JSON.parse(await unpacked(bytes));
    if (typeof json !== "object" || json === null) return undefined;
    const given = new Map(Object.entries(json));
    const texts = files.map(({ id }) => [id, given.get(id) ?? ""] as const);
    return texts.every(([, text]) => typeof text === "string") ? { ...empty, ...Object.fromEntries(texts) } : undefined;
  } catch {
    return undefined;
  }
}

async function unpacked(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  const reader = new Blob([bytes])
    .stream()
    .pipeThrough(new DecompressionStream("deflate-raw"))
    .pipeThrough(new TextDecoderStream())
    .getReader();
  let text = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    text += part.value;
    if (text.length > mostShared) {
      await reader.cancel();
      throw new RangeError(`more than ${mostShared} characters`);
    }
  }
  return text;
}
