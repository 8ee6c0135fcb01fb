import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { defineConfig, type OutputOptions, type Plugin } from "rolldown";

/**
 * Puts `readFileSync(new URL("./x", import.meta.url), "utf8")` into the bundle as a string, so that what runs on the
 * server can be a file of its own in the source and needs no file beside dist/main.js.
 */
const inlineTexts: Plugin = {
  name: "inline-texts",
  transform(code, id) {
    const call = /readFileSync\(\s*new URL\("(\.[^"]+)", import\.meta\.url\),\s*"utf8",?\s*\)/g;
    if (!call.test(code)) return null;
    return code.replace(call, (_, path: string) => JSON.stringify(readFileSync(resolve(dirname(id), path), "utf8")));
  },
};

/** Only a prompt of type "editor" needs it, and it brings 300 kB of encodings; we ask no such question. */
const withoutEditor: Plugin = {
  name: "without-editor",
  resolveId: (source) => (/^(@inquirer\/)?external-editor$/.test(source) ? "\0no-editor" : null),
  load: (id) => (id === "\0no-editor" ? "export const edit = undefined; export const editAsync = undefined;" : null),
};

/** plop runs our prompts through a function of ours, which loads the inquirer we depend on; plop's own would be a second. */
const withoutPlopsInquirer: Plugin = {
  name: "without-plops-inquirer",
  resolveId: (source, importer) =>
    source === "inquirer" && importer?.includes("/node-plop/") ? "\0no-inquirer" : null,
  load: (id) => (id === "\0no-inquirer" ? "export default { registerPrompt() {} };" : null),
};

const node = { platform: "node" as const, plugins: [inlineTexts, withoutEditor, withoutPlopsInquirer] };
const out: OutputOptions = { dir: "dist", format: "esm", chunkFileNames: "[name].js", comments: { legal: false } };

export default defineConfig([
  { ...node, input: { main: "action/main.ts" }, output: out },
  { ...node, input: { post: "action/post.ts" }, output: out },
  { ...node, input: { cli: "generators/cli.ts" }, output: { ...out, codeSplitting: false } },
]);
