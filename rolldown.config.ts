import { createHash } from "node:crypto";
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

/**
 * The linter's page as one file that needs no other: its policy names the one script and the one style by their hashes and
 * forbids all else, every connection too, so that what is pasted cannot leave the browser.
 */
const onePage: Plugin = {
  name: "one-page",
  generateBundle(_, bundle) {
    for (const [name, chunk] of Object.entries(bundle)) {
      if (chunk.type !== "chunk") continue;
      if (chunk.imports.length > 0)
        this.error(`a browser has no ${chunk.imports.join(", ")}; for paths there is action/lint/files/paths.ts`);
      const read = (file: string) => readFileSync(resolve("action/lint/playground", file), "utf8");
      const style = read("style.css");
      const script = chunk.code.replace(/<(?=\/script|script|!--)/gi, "\\x3c");
      const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
      const policy = [
        "default-src 'none'",
        `script-src ${hash(script)}`,
        `style-src ${hash(style)}`,
        "img-src data:",
        "base-uri 'none'",
        "form-action 'none'",
        "require-trusted-types-for 'script'",
        // The script once more, in a worker: made by the page of its own text, and of nothing that has an address.
        "worker-src blob:",
        "trusted-types beside",
      ].join("; ");
      const source = read("page.html")
        .replace("POLICY", () => policy)
        .replace("/* STYLE */", () => style)
        .replace("/* SCRIPT */", () => script);
      this.emitFile({ type: "asset", fileName: "playground/index.html", source });
      delete bundle[name];
    }
  },
};

const node = {
  platform: "node" as const,
  plugins: [inlineTexts],
  resolve: {
    // The bundles name where their parts come from: the same text wherever node_modules really lies.
    symlinks: false,
    // Their ES modules, of which what nothing calls is left out; Node gets them as CommonJS.
    alias: {
      yaml: resolve("node_modules/yaml/browser/dist/index.js"),
      rxjs: resolve("node_modules/rxjs/dist/esm/index.js"),
    },
  },
};
const out: OutputOptions = { dir: "dist", format: "esm" };

/**
 * A file for each command, so that a deploy does not load what only others need; one for what several of them share; and
 * packages of others apart, the linter's parser of Python among them by itself.
 */
const groups = [
  { name: "lezer", test: /node_modules\/@lezer/ },
  { name: "packages", test: /node_modules/ },
  { name: "shared", minShareCount: 2 },
];

export default defineConfig([
  {
    ...node,
    input: { main: "action/main.ts", post: "action/post.ts" },
    // @actions/core's OIDC token, which nothing here asks for, is the only user of these: loading them does nothing.
    treeshake: {
      moduleSideEffects: [{ test: /\/node_modules\/(@actions\/http-client|undici|tunnel)\//, sideEffects: false }],
    },
    output: { ...out, chunkFileNames: "[name].js", codeSplitting: { groups } },
  },
  {
    ...node,
    input: { cli: "generators/cli.ts" },
    output: { ...out, chunkFileNames: "cli-[name].js", minify: true },
  },
  {
    platform: "browser",
    plugins: [onePage],
    resolve: { symlinks: false },
    input: { playground: "action/lint/playground/main.ts" },
    output: { ...out, minify: true, codeSplitting: false },
  },
]);
