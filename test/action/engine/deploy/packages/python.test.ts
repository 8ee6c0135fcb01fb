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

  it("has its former names where glibc is as old as they are", () => {
    const tags = (libc: string) => platformTags({ machine: "m", libc });
    expect(tags("2.6")).toEqual(["manylinux_2_6_m", "manylinux_2_5_m", "manylinux1_m", "linux_m"]);
    expect(tags("2.18").slice(0, 3)).toEqual(["manylinux_2_18_m", "manylinux_2_17_m", "manylinux2014_m"]);
    expect(tags("2.12").slice(0, 3)).toEqual(["manylinux_2_12_m", "manylinux2010_m", "manylinux_2_11_m"]);
    expect(tags("2.18").filter((tag) => !tag.startsWith("manylinux_"))).toEqual([
      ...["manylinux2014_m", "manylinux2010_m", "manylinux1_m", "linux_m"],
    ]);
  });

  it("is musl's where there is no glibc", () => {
    expect(platformTags({ machine: "aarch64", libc: "" })).toEqual([
      ...["musllinux_1_2_aarch64", "musllinux_1_1_aarch64", "musllinux_1_0_aarch64", "linux_aarch64"],
    ]);
    expect(pipTarget({ ...serverWith("3.11.2"), libc: "" }).slice(4)).toEqual([
      ...["--abi", "cp311", "--abi", "abi3", "--abi", "none", "--platform", "musllinux_1_2_x86_64"],
      ...["--platform", "musllinux_1_1_x86_64", "--platform", "musllinux_1_0_x86_64", "--platform", "linux_x86_64"],
    ]);
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
