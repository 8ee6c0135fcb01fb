import { describe, it } from "vitest";
import type { Answers } from "../../action/engine/app/fields.ts";
import { openSite } from "./lib/site.ts";

/** Ways to be kept alive and to be reached, each at least once with a visitor there; stacks.test.ts takes the five stacks. */
const stacks: readonly (Partial<Answers> & { readonly called: string })[] = [
  { called: "the uwsgi-cluster stack", stack: "uwsgi-cluster" },
  { called: "gunicorn under supervisor", stack: "gunicorn", processManager: "supervisor" },
  { called: "gunicorn over TCP", stack: "gunicorn", socket: "tcp" },
  { called: "waitress", server: "waitress" },
  { called: "waitress under supervisor over TCP", server: "waitress", processManager: "supervisor", socket: "tcp" },
  { called: "uwsgi under the emperor on a unix socket", processManager: "emperor" },
];

describe("a deploy goes live, is switched, taken back and rolled back the same way on", () => {
  it.concurrent.for(stacks)("$called", { timeout: 240_000 }, async ({ called, ...answers }, { expect }) => {
    const site = await openSite(answers);
    const title = (text: string) => site.shop.title(text);
    try {
      site.settings("drain: 2");
      title("one");
      expect(await site.deploy()).toMatchObject({ status: "deployed", cause: undefined });
      expect(await site.page()).toContain("one");

      const leave = await site.visit();
      title("two");
      expect(await site.deploy()).toMatchObject({ status: "deployed", cause: undefined, requestsFailed: 0 });
      expect(await site.page()).toContain("two");
      // What cannot become good is given up sooner; what can has the usual time, however busy this machine is.
      site.settings("drain: 2\ngate: {timeout: 8}");
      site.shop.write("wsgi.py", "import nothing_of_this_name\n");
      site.shop.commit("Bad");
      expect(await site.deploy()).toMatchObject({ status: "failed", cause: { kind: "app" } });
      expect(await site.page()).toContain("two");
      site.shop.undo();
      site.settings("drain: 2");
      expect(await site.rollback()).toMatchObject({ status: "rolled-back", cause: undefined, requestsFailed: 0 });
      expect(await site.page()).toContain("one");
      const seen = await leave();
      expect(seen.failed).toEqual([]);

      await site.host.reboot();
      await expect.poll(() => site.page().catch(String), { timeout: 20_000 }).toContain("one");
      title("three");
      expect(await site.deploy()).toMatchObject({ status: "deployed", cause: undefined });
      expect(await site.page()).toContain("three");
    } finally {
      await site.close();
    }
  });
});
