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

/**
 * @actions/core asks for an OIDC token through this client, which brings undici: 95 % of the Action. Nothing of ours asks
 * for one (a test holds that), so the Action stays small enough to be read.
 */
const withoutOidc: Plugin = {
  name: "without-oidc",
  resolveId: (source) => (source.startsWith("@actions/http-client") ? "\0no-oidc" : null),
  load: (id) =>
    id === "\0no-oidc" ? "export const HttpClient = undefined, BearerCredentialHandler = undefined;" : null,
};

const node = { platform: "node" as const, plugins: [inlineTexts, withoutEditor, withoutPlopsInquirer, withoutOidc] };
const out: OutputOptions = { dir: "dist", format: "esm", chunkFileNames: "[name].js", comments: { legal: false } };

/** Packages of others are files of their own, so that a reviewer of dist/ reads what is ours apart from them. */
const packages: OutputOptions["codeSplitting"] = {
  groups: [
    {
      test: /node_modules/,
      debugName: "packages",
      name: (id) => /.*node_modules\/(?:@([^/]+)\/)?([^/]+)/.exec(id)?.slice(1).filter(Boolean).join("-") ?? null,
    },
  ],
};

export default defineConfig([
  { ...node, input: { main: "action/main.ts", post: "action/post.ts" }, output: { ...out, codeSplitting: packages } },
  { ...node, input: { cli: "generators/cli.ts" }, output: { ...out, codeSplitting: false } },
]);
