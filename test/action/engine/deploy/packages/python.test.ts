import { describe, expect, it } from "vitest";
import { pipTarget, platformTags } from "../../../../../action/engine/deploy/packages/python.ts";
import { serverWith } from "../../../../packages/shelf.ts";

describe("the platform of the wheels", () => {
  it("is every one that the server's C library runs, the newest first", () => {
    const tags = platformTags({ machine: "x86_64", libc: "2.36" });
    expect(tags[0]).toBe("manylinux_2_36_x86_64");
    expect(tags).toContain("manylinux2014_x86_64");
    expect(tags).toContain("manylinux1_x86_64");
    expect(tags).not.toContain("manylinux_2_37_x86_64");
    expect(tags.at(-1)).toBe("linux_x86_64");
  });

  it("is musl's where there is no glibc", () => {
    expect(platformTags({ machine: "aarch64", libc: "" })[0]).toBe("musllinux_1_2_aarch64");
  });

  it.each([
    ["cpython-311-x86_64-linux-gnu", "3.11.2", ["cp", "cp311"]],
    ["cpython-313t-x86_64-linux-gnu", "3.13.1", ["cp", "cp313t"]],
    ["pypy310-pp73", "3.10.14", ["pp", "pypy310_pp73"]],
    ["", "3.12.1", ["cp", "cp312"]],
  ])("goes with the interpreter of %s", (soabi, version, [implementation, abi]) => {
    const options = pipTarget({ ...serverWith(version), soabi });
    expect(options.slice(0, 6)).toEqual([
      "--implementation",
      implementation,
      "--python-version",
      version,
      "--abi",
      abi,
    ]);
  });
});
