import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { sectionOf } from "./changelog.ts";
import type { Version } from "./version.ts";

export interface Place {
  /** https://api.github.com, or that of a GitHub Enterprise Server. */
  readonly apiUrl: string;
  /** OWNER/NAME */
  readonly repository: string;
  readonly token: string;
}

interface Release {
  readonly id: number;
  readonly tag_name: string;
  readonly draft: boolean;
  readonly immutable?: boolean;
  readonly upload_url: string;
  readonly assets: readonly { readonly name: string; readonly digest?: string | null }[];
}

export type Outcome = "released" | "there";

/**
 * Releases a version whose tag is there: a draft, its files, and only then the release, since an immutable one takes no
 * file any more. What a run that was cut has left is used again.
 *
 * @returns how it ended, and whether GitHub has made it immutable
 * @throws when it cannot be done, in one sentence
 */
export async function release(
  { text, tag, moving }: Version,
  files: readonly string[],
  changelog: string,
  place: Place,
): Promise<{ readonly outcome: Outcome; readonly immutable: boolean }> {
  const ask = asker(place);
  if (await ask<Release>("GET", `/releases/tags/${moving}`, { missing: true }))
    throw new Error(`${moving} has a release, and an immutable one keeps its tag where it is: delete that release`);
  const done = await ask<Release>("GET", `/releases/tags/${tag}`, { missing: true });
  if (done) return { outcome: "there", immutable: done.immutable === true };
  const notes = sectionOf(changelog, text)?.notes;
  if (!notes) throw new Error(`CHANGELOG.md has no section for ${text}`);
  const drafts = (await ask<readonly Release[]>("GET", "/releases?per_page=100")) ?? [];
  const draft =
    drafts.find((each) => each.draft && each.tag_name === tag) ??
    (await ask<Release>("POST", "/releases", { body: { tag_name: tag, name: tag, body: notes, draft: true } }));
  if (!draft) throw new Error(`GitHub made no draft for ${tag}`);
  for (const file of files) {
    const name = basename(file);
    if (draft.assets?.some((asset) => asset.name === name)) continue;
    const url = `${draft.upload_url.replace(/\{.*$/, "")}?name=${encodeURIComponent(name)}`;
    await ask("POST", url, { bytes: readFileSync(file) });
  }
  const made = await ask<Release>("PATCH", `/releases/${draft.id}`, { body: { draft: false, make_latest: "legacy" } });
  return { outcome: "released", immutable: made?.immutable === true };
}

interface Sending {
  readonly body?: object;
  readonly bytes?: Buffer;
  /** A 404 is an answer. */
  readonly missing?: boolean;
}

function asker({ apiUrl, repository, token }: Place) {
  return async <Answer>(method: string, path: string, { body, bytes, missing }: Sending = {}) => {
    const url = path.startsWith("/") ? `${apiUrl}/repos/${repository}${path}` : path;
    const type = bytes ? "application/octet-stream" : "application/json";
    const sent = bytes ?? (body && JSON.stringify(body));
    const response = await fetch(url, {
      method,
      headers: { authorization: `Bearer ${token}`, accept: "application/vnd.github+json", "content-type": type },
      ...(sent && { body: sent as never }),
    });
    if (missing && response.status === 404) return undefined;
    const said = (await response.json().catch(() => ({}))) as Answer & { readonly message?: string };
    if (!response.ok)
      throw new Error(
        `GitHub answered ${response.status} to ${method} ${new URL(url).pathname}: ${said.message ?? "without a word"}`,
      );
    return said as Answer;
  };
}
