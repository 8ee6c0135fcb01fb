import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Answers } from "../../../action/engine/app/fields.ts";
import { checkedAnswers } from "../../../generators/scaffold/answers.ts";
import { render, type Templates } from "../../../generators/scaffold/render.ts";
import fc from "../../fuzz.ts";
import { temporary } from "../temporary.ts";

async function templates(texts: Record<string, string | Buffer>): Promise<Templates> {
  const folder = temporary();
  for (const [path, text] of Object.entries(texts)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  const fileList = () => Object.keys(texts).map((template) => ({ template, path: template.replace(/\.ejs$/, "") }));
  return { folder, fileList, view: ({ workers }) => ({ twice: workers * 2 }) };
}

const answers = checkedAnswers({ name: "shop" });

describe("rendering", () => {
  it("leaves what other languages put in braces, and escapes nothing", async () => {
    const text =
      "${{ secrets.HOST }} {{ name }} {% block x %} <%= name %> & <%= domain %> <%= twice %> $(RELEASE) \\n\n";
    const [file] = await render(answers, await templates({ "deploy/x.yml.ejs": text }));
    expect(file?.path).toBe("deploy/x.yml");
    expect(`${file?.content}`).toBe("${{ secrets.HOST }} {{ name }} {% block x %} shop & _ 4 $(RELEASE) \\n\n");
  });

  it("copies what is no template byte for byte", async () => {
    const bytes = Buffer.from([0, 255, 60, 37, 61, 10]);
    const [file] = await render(answers, await templates({ "favicon.ico": bytes }));
    expect(file?.content.equals(bytes)).toBe(true);
  });

  it("says which template is broken, at which line", async () => {
    const broken = templates({ "a.txt.ejs": "one\n<%= nosuch %>\n" });
    await expect(broken.then((t) => render(answers, t))).rejects.toThrow(/a\.txt\.ejs:2[\s\S]*nosuch is not defined/);
  });

  it("refuses answers that did not pass the checks, whoever made them", async () => {
    const none = await templates({ "a.ejs": "<%= name %>" });
    const odd = fc.string({ unit: "binary", minLength: 1 }).map((text) => `${text}\n${text}`);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom("name", "domain", "python", "action", "stack"), odd, async (key, value) => {
        await expect(render({ ...answers, [key]: value } as Answers, none)).rejects.toThrow(`--${key}`);
      }),
      { numRuns: 50 },
    );
    await expect(render({ ...answers, workers: "2\nuid = root" as never }, none)).rejects.toThrow("--workers");
    await expect(render({ ...answers, static: "yes" as never }, none)).rejects.toThrow("--static");
  });
});
