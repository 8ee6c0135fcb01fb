import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { dirname, resolve } from "node:path";
import { type ChunkingContext, defineConfig, type OutputOptions, type Plugin } from "rolldown";
import { quickToLoad } from "./.github/bundle/eager-functions.ts";
import { withoutDocs } from "./.github/bundle/python-docs.ts";
import { schema } from "./action/engine/app/schema.ts";

/**
 * Puts `readFileSync(new URL("./x", import.meta.url), "utf8")` into the bundle as a string, so that what runs on the
 * server can be a file of its own in the source and needs no file beside dist/main.js.
 */
const inlineTexts = (shorten: (text: string, file: string) => string = (text) => text): Plugin => ({
  name: "inline-texts",
  transform(code, id) {
    const call = /readFileSync\(\s*new URL\("(\.[^"]+)", import\.meta\.url\),\s*"utf8",?\s*\)/g;
    if (!call.test(code)) return null;
    return code.replace(call, (_, path: string) => {
      const file = resolve(dirname(id), path);
      return JSON.stringify(shorten(readFileSync(file, "utf8"), file));
    });
  },
});

/** What is sent to the server with each question; not the helper, which is installed there and compared byte for byte. */
const shortDriver = (text: string, file: string) =>
  /\/(?:server\/driver|console)\/(?:\w+\/)?\w+\.py$/.test(file) ? withoutDocs(text) : text;

/** How an editor would colour Python: the linter only parses it. */
const withoutColours: Plugin = {
  name: "without-colours",
  resolveId: (source) => (source === "@lezer/highlight" ? "\0no-colours" : null),
  load: (id) =>
    id === "\0no-colours"
      ? "const any = new Proxy(() => any, { get: () => any }); export const styleTags = () => () => null, tags = any;"
      : null,
};

/**
 * Of plop we use generators, prompts by a function of ours, and one action type of ours. What its own actions and string
 * templates need (Handlebars, changes of case, globs, module resolution, inquirer) stays out: half the bundle, 15 ms of each start.
 */
const withoutPlopsOwn: Plugin = {
  name: "without-plops-own",
  resolveId: (source, importer) =>
    importer?.includes("/node-plop/src/") &&
    /^(inquirer|handlebars|resolve|\.\/(actions\/index|baked-in-helpers)\.js)$/.test(source)
      ? "\0not-of-plop"
      : null,
  load: (id) => (id === "\0not-of-plop" ? "export default { registerPrompt() {} };" : null),
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

/**
 * Of octokit we use `request`: routes are written out, so that a reader sees what is sent. Its table of every method of
 * GitHub's, its pages, its throttling, its queries, and what makes it an app of GitHub's stay out: nine tenths of it. No
 * number of GitHub's is beyond what JSON's own parser reads.
 */
const withoutOctokitsRest = (unused: RegExp): Plugin => ({
  name: "without-octokits-rest",
  resolveId: (source, importer) =>
    /\/node_modules\/(octokit|@octokit\/(core|request))\//.test(importer ?? "") && unused.test(source)
      ? "\0not-of-octokit"
      : null,
  load: (id) =>
    id === "\0not-of-octokit"
      ? `export const restEndpointMethods = () => ({}), paginateRest = restEndpointMethods, paginateGraphQL = restEndpointMethods;
         export const throttling = restEndpointMethods, retry = restEndpointMethods;
         export const withCustomRequest = () => ({ defaults: () => undefined });
         export const App = { defaults: () => undefined }, OAuthApp = App, createNodeMiddleware = undefined;
         export const JSONParse = JSON.parse, JSONStringify = JSON.stringify;`
      : null,
});
const ofOctokit =
  /^@octokit\/(plugin-(rest-endpoint-methods|paginate-rest|paginate-graphql|throttling)|app|oauth-app|graphql)$|^json-with-bigint$/;
/** The terminal retries by itself: what must not be done twice is not. */
const ofOctokitOrRetry = new RegExp(`${ofOctokit.source}|^@octokit/plugin-retry$`);

/**
 * Node's own modules are loaded where they are first used, instead of all of them before the first line runs; and past the
 * facade that `import` makes of each, which runs every lazy getter of `node:util`: 5 ms of each start, and more with every command that uses more of Node.
 */
const lazyBuiltins: Plugin = {
  name: "lazy-builtins",
  resolveId: {
    order: "pre",
    // A `require` is lazy already; and rolldown's own runtime comes before everything, so it cannot wait for what it makes lazy.
    handler: (source, importer, { kind }) =>
      isBuiltin(source) && kind !== "require-call" && !importer?.startsWith("\0")
        ? { id: `\0${source}`, moduleSideEffects: false }
        : null,
  },
  async load(id) {
    const name = id.slice(1);
    if (!id.startsWith("\0") || !isBuiltin(name)) return null;
    const names = Object.keys(await import(name)).filter((key) => /^[a-z]\w*$/i.test(key) && key !== "default");
    const exported = names.map((key) => `export const ${key} = /* @__PURE__ */ (() => builtin.${key})();`);
    return [
      `const builtin = /* @__PURE__ */ process.getBuiltinModule(${JSON.stringify(name)});`,
      "export default builtin;",
      ...exported,
    ].join("\n");
  },
};

/** The JSON Schema of flask-deploy.yml, made here once, so that scaffolding reads a file instead of loading a validator. */
const schemaFile: Plugin = {
  name: "schema-file",
  generateBundle() {
    const source = `${JSON.stringify(schema(), null, 2)}\n`;
    this.emitFile({ type: "asset", fileName: "flask-deploy.schema.json", source });
  },
};

/** The parser's tables are put together when the first Python file is parsed, which most repositories give no reason to. */
const lateParser: Plugin = {
  name: "late-parser",
  transform(code, id) {
    if (!/@lezer\/python\/dist\/index\.js$/.test(id)) return null;
    const late = code.replace(
      /^const parser = (LRParser\.deserialize\(\{.*?^\}\));/ms,
      (_, made) => `let made;\nconst parser = { startParse: (text) => (made ??= ${made}).startParse(text) };`,
    );
    if (late === code) this.error("@lezer/python makes its parser in another way now");
    return late;
  },
};

/** The linter's tables of names as one string each: V8 reads that several times faster than the same as an object. */
const tablesAsText: Plugin = {
  name: "tables-as-text",
  load: (id) =>
    id.endsWith(".generated.json")
      ? {
          code: `export default JSON.parse(${JSON.stringify(JSON.stringify(JSON.parse(readFileSync(id, "utf8"))))});`,
          moduleType: "js",
        }
      : null,
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
  plugins: [withoutColours, withoutPlopsOwn, withoutOidc, withoutOctokitsRest(ofOctokit)],
  // The bundles name where their parts come from: the same text wherever node_modules really lies.
  // yaml's build for browsers does the same, and of its modules those that nothing calls can be left out.
  resolve: { symlinks: false, alias: { yaml: resolve("node_modules/yaml/browser/dist/index.js") } },
};
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

/** What the scaffold has in common with other commands is one file: a dozen small ones took longer to open than to run. */
function sharedInOne(): NonNullable<OutputOptions["codeSplitting"]> {
  const ofScaffold = new Set<string>();
  const take = (id: string, graph: ChunkingContext) => {
    if (ofScaffold.has(id)) return;
    ofScaffold.add(id);
    for (const next of graph.getModuleInfo(id)?.importedIds ?? []) take(next, graph);
  };
  return {
    groups: [
      {
        debugName: "shared",
        minShareCount: 2,
        name(id, graph) {
          for (const root of ["dispatch/program", "scaffold/templates"]) take(resolve(`generators/${root}.ts`), graph);
          return ofScaffold.has(id) ? "shared" : null;
        },
      },
    ],
  };
}

export default defineConfig([
  {
    ...node,
    plugins: [inlineTexts(), ...node.plugins],
    input: { main: "action/main.ts", post: "action/post.ts" },
    output: { ...out, codeSplitting: packages },
  },
  {
    ...node,
    plugins: [
      ...[
        inlineTexts(shortDriver),
        lazyBuiltins,
        schemaFile,
        tablesAsText,
        lateParser,
        withoutOctokitsRest(ofOctokitOrRetry),
        ...node.plugins,
      ],
      quickToLoad((file) => /^cli-(lint|parse|app|shared|program|server-flags)\.js$/.test(file)),
    ],
    input: { cli: "generators/cli.ts" },
    // A file for each command: reading 800 kB of the others takes longer than most commands take.
    output: { ...out, chunkFileNames: "cli-[name].js", codeSplitting: sharedInOne(), minify: true },
  },
  {
    platform: "browser",
    plugins: [tablesAsText, withoutColours, onePage],
    resolve: { symlinks: false },
    input: { playground: "action/lint/playground/main.ts" },
    output: { ...out, minify: true, codeSplitting: false },
  },
]);
