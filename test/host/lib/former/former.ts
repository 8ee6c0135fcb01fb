import { copyFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Answers } from "../../../../action/engine/app/fields.ts";
import { openSite, type Site } from "../site.ts";

/** Servers that 1.0.0 set up and deployed to twice: what it had written is in the archive, by these names. */
export const former = {
  unix: { stack: "uwsgi" },
  tcp: { socket: "tcp" },
  supervisor: { stack: "gunicorn", processManager: "supervisor" },
  emperor: { stack: "uwsgi-tcp" },
} as const satisfies Record<string, Partial<Answers>>;

/** A server as 1.0.0 left it, serving "two", beside a repository that this version made. */
export async function openFormer(kind: keyof typeof former): Promise<Site> {
  const site = await openSite(former[kind]);
  // The packages are the same ones: they are installed as today, and given to the old release.
  expect(await site.deploy()).toMatchObject({ status: "deployed" });
  for (const file of ["1.0.0.tar.xz", "rebuild.sh"])
    copyFileSync(join(import.meta.dirname, file), join(site.host.root, "root", file));
  await site.host.must(`sh /root/rebuild.sh /root/1.0.0.tar.xz ${kind}`);
  return site;
}
