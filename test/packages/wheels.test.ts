import { execFileSync } from "node:child_process";
import { afterAll, describe, expect, it } from "vitest";
import { packageOf } from "../../action/engine/deploy/packages/wheels.ts";
import { serverWith, Workshop } from "./shelf.ts";

const shop = new Workshop();
const server = serverWith("3.11.2");
afterAll(() => shop.remove());

interface Server {
  readonly version?: string;
  readonly machine?: string;
  readonly markers?: Readonly<Record<string, string>>;
}

const names = async (lock: string, python = server, more: Readonly<Record<string, string>> = {}) =>
  (await shop.wheels(shop.repository({ "requirements.txt": lock, ...more }), python)).map(({ name }) => name);

describe("the wheels of a lock", () => {
  it("are the server's, not this machine's", async () => {
    const [arm, intel] = shop.put(
      { name: "native", tag: "cp312-cp312-manylinux_2_28_aarch64" },
      { name: "native", tag: "cp311-cp311-manylinux_2_17_x86_64" },
    );
    const lock = `native==1.0 --hash=sha256:${arm} --hash=sha256:${intel}`;
    expect(await names(lock)).toEqual(["native-1.0-cp311-cp311-manylinux_2_17_x86_64.whl"]);
    const other = serverWith("3.12.1", { machine: "aarch64", libc: "2.35" });
    expect(await names(lock, other)).toEqual(["native-1.0-cp312-cp312-manylinux_2_28_aarch64.whl"]);
  });

  it.each<[string, Server, Server]>([
    ["python_full_version < '3.11.3'", { version: "3.11.2" }, { version: "3.11.3" }],
    ["python_version >= '3.12'", { version: "3.12.0" }, { version: "3.11.9" }],
    ["platform_machine == 'aarch64'", { machine: "aarch64" }, { machine: "x86_64" }],
    ["sys_platform == 'linux'", {}, { markers: { sys_platform: "darwin" } }],
    ["platform_release >= '6.5'", { markers: { platform_release: "6.8" } }, {}],
    ["implementation_name == 'pypy'", { markers: { implementation_name: "pypy" } }, {}],
    ["platform_python_implementation != 'CPython'", { markers: { platform_python_implementation: "PyPy" } }, {}],
    ["os_name == 'nt'", { markers: { os_name: "nt" } }, {}],
  ])(
    "follow the marker %s by what the server is, in the lock and in what a package depends on",
    async (marker, yes, no) => {
      shop.put({ name: "chosen" }, { name: "asks", requires: [`chosen ; ${marker}`] });
      const python = ({ version = "3.11.2", ...rest }: Server) => serverWith(version, rest);
      for (const lock of [`chosen==1.0 ; ${marker}`, "asks==1.0"]) {
        expect((await names(lock, python(yes))).map(packageOf)).toContain("chosen");
        expect((await names(lock, python(no))).map(packageOf)).not.toContain("chosen");
      }
    },
  );

  it("follow extras, and the markers within them", async () => {
    shop.put(
      { name: "fast" },
      { name: "old" },
      {
        name: "web",
        extras: ["speed"],
        requires: ["fast ; extra == 'speed'", "old ; extra == 'speed' and python_version < '3.11'"],
      },
    );
    expect((await names("web==1.0")).map(packageOf)).toEqual(["web"]);
    expect((await names("web[speed]==1.0")).map(packageOf)).toEqual(["fast", "web"]);
    expect((await names("web[speed]==1.0", serverWith("3.10.4"))).map(packageOf)).toEqual(["fast", "old", "web"]);
  });

  it("are of a version that runs on the server's Python, to its last number", async () => {
    shop.put({ name: "picky", version: "1.0" }, { name: "picky", version: "2.0", python: ">=3.11.4" });
    expect(await names("picky")).toEqual(["picky-1.0-py3-none-any.whl"]);
    expect(await names("picky", serverWith("3.11.4"))).toEqual(["picky-2.0-py3-none-any.whl"]);
  });

  it("stay within what the lock bounds without asking for it", async () => {
    shop.put({ name: "bound", version: "1.0" }, { name: "bound", version: "2.0" });
    expect(await names("bound\n-c all/bounds.txt\n", server, { "all/bounds.txt": "bound<2\nother==1\n" })).toEqual([
      "bound-1.0-py3-none-any.whl",
    ]);
  });

  it("are refused when they are not what the lock says", async () => {
    shop.put({ name: "swapped" });
    await expect(names(`swapped==1.0 --hash=sha256:${"0".repeat(64)}`)).rejects.toMatchObject({
      ...{ kind: "app", step: "build", message: expect.stringMatching(/does not match its hash/) },
    });
  });

  it("that a lock of hashes lacks on the server's Python are named, instead of left out", async () => {
    const [hash] = shop.put(
      { name: "needy", requires: ["absent ; python_full_version <= '3.11.2'"] },
      { name: "absent" },
    );
    const lock = `needy==1.0 --hash=sha256:${hash}`;
    await expect(names(lock)).rejects.toMatchObject({
      message: expect.stringMatching(
        /is missing a package, or its hash, that the server's Python 3.11.2 needs:[\s\S]*absent/,
      ),
      next: expect.stringMatching(/--universal/),
    });
    expect(await names(lock, serverWith("3.11.3"))).toHaveLength(1);
  });

  it("are taken as a lock of hashes has them where they conflict by their own words", async () => {
    const [one, two] = shop.put({ name: "strict", requires: ["lax<1"] }, { name: "lax" });
    expect(await names(`strict==1.0 --hash=sha256:${one}\nlax==1.0 --hash=sha256:${two}`)).toHaveLength(2);
    expect(shop.lines.at(-1)).toMatch(/conflict according to their metadata/);
  });

  it("that do not exist for the server are named, with what to do", async () => {
    const [hash] = shop.put({ name: "ghost", tag: "cp39-cp39-win_amd64" });
    await expect(names(`ghost==1.0 --hash=sha256:${hash}`)).rejects.toMatchObject({
      ...{
        kind: "app",
        step: "build",
        message: expect.stringMatching(/without a wheel for Python 3.11 on x86_64: ghost==1.0/),
      },
      next: expect.stringMatching(/Pin a version/),
    });
  });

  it("are none for an empty lock", async () => expect(await names("")).toEqual([]));
});

describe("what is published as source", () => {
  it("is built where that does not depend on this machine", async () => {
    const [hash] = shop.put(
      { name: "source", as: "sdist", requires: ["chosen ; python_version >= '3.12'"] },
      { name: "chosen" },
    );
    expect(await names("source==1.0")).toEqual(["source-1.0-py3-none-any.whl"]);
    expect(await names("source==1.0", serverWith("3.12.1"))).toEqual([
      "chosen-1.0-py3-none-any.whl",
      "source-1.0-py3-none-any.whl",
    ]);
    expect(await names(`source==1.0 --hash=sha256:${hash}`)).toEqual(["source-1.0-py3-none-any.whl"]);
    expect(shop.lines.at(-1)).toMatch(
      /without a wheel for Python 3.11 on x86_64: source==1.0; building it with python3/,
    );
  });

  it("is refused where it is compiled for another machine than the server", async () => {
    shop.put({ name: "compiled", as: "sdist", native: true });
    await expect(names("compiled==1.0", serverWith("3.11.2", { machine: "riscv64" }))).rejects.toMatchObject({
      message: expect.stringMatching(
        /^compiled-1.0.tar.gz is built here as compiled-1.0-cp3.*, which would not run on the server's Python 3.11 on riscv64/,
      ),
    });
  });

  it("is built without what the job knows", async () => {
    shop.put({ name: "curious", as: "sdist" });
    const secrets = {
      "INPUT_SSH-KEY": "k",
      GITHUB_TOKEN: "t",
      GITHUB_ENV: "/e",
      DATABASE_URL: "d",
      SSH_AUTH_SOCK: "/s",
      AWS_SECRET_ACCESS_KEY: "a",
      CARGO_REGISTRY_TOKEN: "c",
      RUNNER_TEMP: "/r",
    };
    const env = { ...shop.env, ...secrets, CFLAGS: "-O1" };
    const [wheel] = await shop.wheels(shop.repository({ "requirements.txt": "curious==1.0" }), server, { env });
    const said = execFileSync(
      "python3",
      [
        "-c",
        "import sys, json; sys.path.insert(0, sys.argv[1]); import curious; print(json.dumps(curious.BUILT_WITH))",
        wheel?.path as string,
      ],
      { encoding: "utf8" },
    );
    const seen = JSON.parse(said);
    expect(Object.keys(seen)).toEqual(expect.arrayContaining(["PATH", "CFLAGS"]));
    for (const name of Object.keys(secrets)) expect(seen).not.toHaveProperty([name]);
  });
});
