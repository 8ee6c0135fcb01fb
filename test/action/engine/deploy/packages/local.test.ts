import {
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { FileEntry } from "../../../../../action/engine/deploy/files.ts";
import { layOut, packagesOf, partsOf } from "../../../../../action/engine/deploy/packages/local.ts";
import { type Lock, readLock } from "../../../../../action/engine/deploy/packages/lock.ts";
import { noGit, repository } from "../../repository.ts";

const entry = (path: string, mode: FileEntry[1] = "100644", key = "k"): FileEntry => [path, mode, key, 1];

/** The packages of a requirements.txt in a release of these files. */
async function of(requirements: string, files: Record<string, string> = {}, released: readonly FileEntry[] = []) {
  const root = repository({ ...files, "requirements.txt": requirements });
  const lock = await readLock({ root, run: noGit, env: {}, cacheDir: "", onLine: () => {} });
  const packages = await packagesOf(lock, { root, source: async () => ({ files: released }), run: noGit, env: {} });
  return { root, packages };
}
const keyOf = async (...args: Parameters<typeof of>) => (await of(...args)).packages.key;

describe("what a lock takes from the repository", () => {
  it("is a project with the files that the release has below its folder", async () => {
    const released = [entry("app.py"), entry("libs/foo/pyproject.toml"), entry("libs/foobar/x")];
    const { root, packages } = await of("./libs/foo\nflask==3\n", { "libs/foo/x": "" }, released);
    expect(packages.locals).toMatchObject([
      { path: join(root, "libs/foo"), project: { base: join(root, "libs/foo"), files: [entry("pyproject.toml")] } },
    ]);
    const whole = await of(".\n", {}, released);
    expect(whole.packages.locals[0]?.project?.files).toEqual(released);
  });

  it("is what lies in a folder of which the release has nothing", async () => {
    const { packages } = await of("./vendored\n", { "vendored/x.py": "" }, [entry("app.py")]);
    expect(packages.locals[0]?.project?.files.map(([path]) => path)).toEqual(["x.py"]);
  });

  it("is one file where that is a package", async () => {
    const { packages } = await of("./x-1.whl\n", { "x-1.whl": "a" });
    expect(packages.locals[0]).toMatchObject({ project: undefined, key: expect.stringMatching(/^ca978112/) });
  });

  it.each([
    ["./nowhere\n", {}, "requirements.txt refers to ./nowhere, which does not exist"],
    ["./app.py\n", {}, "requirements.txt refers to ./app.py, which is neither a project folder nor a package"],
    [
      "./x.whl\n",
      { "x.whl/a": "" },
      "requirements.txt refers to ./x.whl, which is neither a project folder nor a package",
    ],
  ])("has to be a project or a package: %j", async (requirements, files, message) => {
    await expect(of(requirements, files)).rejects.toMatchObject({ kind: "usage", step: "check", message });
  });

  it("has to have files that git tracks", async () => {
    const root = repository({ "requirements.txt": "./empty\n" });
    mkdirSync(join(root, "empty"));
    const lock = await readLock({ root, run: noGit, env: {}, cacheDir: "", onLine: () => {} });
    await expect(
      packagesOf(lock, { root, source: async () => ({ files: [] }), run: noGit, env: {} }),
    ).rejects.toMatchObject({
      message: "requirements.txt refers to ./empty, in which git tracks no file",
      next: "Commit it: a release has what git tracks.",
    });
  });

  it("has shelves that exist", async () => {
    await expect(of("--find-links shelf\nflask==3\n")).rejects.toThrow(/shelf, which does not exist$/);
  });
});

describe("the key of packages", () => {
  const shelf = { "shelf/a-1.whl": "a", "shelf/README": "a" };
  const base = "--find-links shelf\n-c bounds.txt\n--pre\nflask==3\n.\n";
  const files = { ...shelf, "bounds.txt": "x<1\n" };
  const released = [entry("app.py")];

  it("is the same for the same packages, wherever they lie", async () => {
    const key = await keyOf(base, files, released);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(await keyOf(base, { ...files, "shelf/README": "b" }, released)).toBe(key);
  });

  it.each<[string, string, Record<string, string>, FileEntry[]]>([
    ["a version", base.replace("flask==3", "flask==4"), files, released],
    ["a bound", base, { ...files, "bounds.txt": "x<2\n" }, released],
    ["an option", base.replace("--pre", "--no-binary x"), files, released],
    ["a package of a shelf", base, { ...files, "shelf/a-1.whl": "b" }, released],
    ["the name of a package of a shelf", base, { "shelf/a-2.whl": "a", "bounds.txt": "x<1\n" }, released],
    ["a file of a project", base, files, [entry("app.py", "100644", "other")]],
  ])("is another one for %s", async (_, requirements, there, source) => {
    expect(await keyOf(requirements, there, source)).not.toBe(await keyOf(base, files, released));
  });
});

describe("the parts of a lock", () => {
  const parts = async (requirements: string, isResolved: boolean) => {
    const { packages } = await of(requirements, {}, [entry("app.py")]);
    return partsOf({ ...packages, lock: { ...packages.lock, isResolved } as Lock }).map(({ lock, locals }) => [
      lock.requirements.map(({ line }) => line),
      locals.length,
    ]);
  };
  const git = `git+https://example.org/x@${"1".repeat(40)}`;

  it("are what is built here, and the rest, where a tool has resolved them", async () => {
    expect(await parts(`flask==3\n.\n${git}\n`, true)).toEqual([
      [["flask==3"], 0],
      [[".", git], 1],
    ]);
  });

  it.each([
    ["flask==3\n.\n", false],
    ["flask==3\n", true],
    [".\n", true],
  ])("are one in %j, resolved: %s", async (requirements, isResolved) =>
    expect(await parts(requirements, isResolved)).toHaveLength(1),
  );
});

it("a project is laid out with its modes and links, and nothing that lies beside its files", () => {
  const base = repository({ "pkg/run.sh": "x", "secret.txt": "x", "ümlaut.py": "x" });
  symlinkSync("run.sh", join(base, "pkg/link"));
  writeFileSync(join(base, "pkg/plain"), "x", { mode: 0o777 });
  const folder = mkdtempSync(join(tmpdir(), "fd-laid-"));
  const latin = Buffer.from("ümlaut.py").toString("latin1");
  layOut(
    { base, files: [entry("pkg/run.sh", "100755"), entry("pkg/link", "120000"), entry("pkg/plain"), entry(latin)] },
    folder,
  );
  expect(readdirSync(folder, { recursive: true }).sort()).toEqual([
    "pkg",
    "pkg/link",
    "pkg/plain",
    "pkg/run.sh",
    "ümlaut.py",
  ]);
  expect(readlinkSync(join(folder, "pkg/link"))).toBe("run.sh");
  expect(["run.sh", "plain"].map((name) => lstatSync(join(folder, "pkg", name)).mode & 0o777)).toEqual([0o755, 0o644]);
  expect(readFileSync(join(folder, "ümlaut.py"), "utf8")).toBe("x");
});
