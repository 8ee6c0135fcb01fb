import { execFileSync } from "node:child_process";
import {
  closeSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { onDisk } from "../../action/engine/deploy/files.ts";
import { startDeployer } from "./lib/deployer.ts";
import { openSite, type Site } from "./lib/site.ts";

let site: Site;
beforeAll(async () => {
  site = await openSite({}, { disk: "3g" });
  site.settings("drain: 1\nkeep_releases: 2");
  expect(await site.deploy()).toMatchObject({ status: "deployed" });
});
afterAll(() => site?.close());

/** Everything that git tracks, as a server has it: mode, kind, size and content of each, by name. */
const listing = `import hashlib, os, stat, sys
os.chdir(sys.argv[1])
for folder, _, names in os.walk(b"."):
    for name in names:
        path = os.path.join(folder, name)
        if path.startswith((b"./.git/", b"./.release", b"./.files", b"./.good", b"./.venv", b"./.env-")): continue
        there = os.lstat(path)
        what = os.readlink(path) if stat.S_ISLNK(there.st_mode) else hashlib.sha256(open(path, "rb").read()).hexdigest().encode()
        print(path.hex(), bool(there.st_mode & 0o100) or stat.S_ISLNK(there.st_mode), what.hex())
`;
const here = () => execFileSync("python3", ["-c", listing, site.shop.root], { encoding: "utf8", maxBuffer: 1 << 26 });
const there = () => site.host.must(["python3", "-c", listing, "/srv/shop/current/"]);
const sorted = (text: string) => text.trim().split("\n").toSorted().join("\n");

describe("the files of a release", () => {
  it("arrive as they are, whatever they are called", async () => {
    const odd = [
      "a b",
      "-leading",
      "--",
      "new\nline",
      "tab\t",
      "'quoted'",
      '"double"',
      "$HOME `id`",
      "back\\slash",
      "*",
      "ümlaut",
      "日本",
      ".hidden",
      "a;b",
      "#",
    ];
    for (const name of odd) {
      site.shop.write(`odd/${name}`, name);
      site.shop.write(`odd/folder ${name}/${name}`, name, 0o755);
    }
    closeSync(openSync(onDisk(site.shop.root, "odd/\xff\xfe"), "w"));
    closeSync(openSync(join(site.shop.root, "odd/empty"), "w"));
    symlinkSync("a b", join(site.shop.root, "odd/link"));
    symlinkSync("../nowhere\n", join(site.shop.root, "odd/link to nothing"));
    site.shop.commit("Odd names");
    expect(await site.deploy()).toMatchObject({ status: "deployed", cause: undefined });
    expect(sorted(await there())).toBe(sorted(here()));
  });

  it("change their mode, turn into links and folders, and go", async () => {
    site.shop.write("odd/a b", "a b", 0o755);
    execFileSync(
      "sh",
      ["-c", "rm -r 'odd/folder *' odd/link odd/ümlaut && mkdir odd/link && echo x > odd/link/x && ln -s x odd/ümlaut"],
      { cwd: site.shop.root },
    );
    site.shop.commit("Other kinds");
    expect(await site.deploy()).toMatchObject({ status: "deployed", changed: { added: 1, removed: 2 } });
    expect(sorted(await there())).toBe(sorted(here()));
  });

  it("are 10,000, and the second time only the changed one costs", { timeout: 120_000 }, async () => {
    for (let n = 0; n < 100; n++) mkdirSync(join(site.shop.root, `many/${n}`), { recursive: true });
    for (let n = 0; n < 10_000; n++) writeFileSync(join(site.shop.root, `many/${n % 100}/${n}.txt`), `file ${n}\n`);
    site.shop.commit("Many");
    const first = await site.deploy();
    expect(first).toMatchObject({ status: "deployed", changed: { added: 10_000 } });
    site.shop.write("many/7/7.txt", "changed\n");
    site.shop.commit("One of many");
    const second = await site.deploy();
    expect(second).toMatchObject({ status: "deployed", changed: { added: 0, changed: 1, removed: 0 }, bytesSent: 8 });
    expect(second.roundTrips).toBeLessThanOrEqual(2);
    expect(await site.host.must("cat /srv/shop/current/many/7/7.txt")).toBe("changed");
    expect(await site.host.must("find /srv/shop/current/ -type f | wc -l").then(Number)).toBeGreaterThan(10_000);
    site.shop.drop("many");
  });

  it("may hold 300 MB, which are never in memory at once", { timeout: 120_000 }, async () => {
    const file = openSync(join(site.shop.root, "huge.bin"), "w");
    ftruncateSync(file, 300 << 20);
    writeSync(file, "the end", (300 << 20) - 7);
    closeSync(file);
    site.shop.commit("Huge");
    const deployer = startDeployer(site.request());
    let most = 0;
    const timer = setInterval(() => {
      const status = readFileSync(`/proc/${deployer.child.pid}/status`, "utf8");
      most = Math.max(most, Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0));
    }, 50);
    const result = await deployer.ended.finally(() => clearInterval(timer));
    expect(result).toMatchObject({ status: "deployed", bytesSent: 300 << 20 });
    expect(most / 1024).toBeLessThan(250);
    expect(await site.host.must("tail -c 7 /srv/shop/current/huge.bin; stat -c %s /srv/shop/current/huge.bin")).toBe(
      `the end${300 << 20}`,
    );
    site.shop.write("small.txt", "small");
    site.shop.commit("Small");
    expect(await site.deploy()).toMatchObject({ status: "deployed", bytesSent: 5 });
  });
});
