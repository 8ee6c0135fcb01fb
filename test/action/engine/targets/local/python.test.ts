import { describe, expect, it } from "vitest";
import { tellingFile } from "../../../../../action/engine/targets/local/check.ts";
import { candidates } from "../../../../../action/engine/targets/local/python.ts";

describe("the search for a Python", () => {
  it("starts with the version the app is made for and goes on with newer ones", () => {
    expect(candidates("3.13")).toEqual(["python3.13", "python3", "python", "python3.14", "python3.15"]);
  });
});

describe("the static file that is asked for", () => {
  it("is one whose type matters to a browser", () => {
    expect(tellingFile(["robots.txt", "favicon.svg", "css/b.css", "css/a.css"])).toBe("css/a.css");
    expect(tellingFile(["x.bin", "a.bin"])).toBe("a.bin");
    expect(tellingFile([])).toBeUndefined();
  });
});
