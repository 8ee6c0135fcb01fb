import { execFileSync } from "node:child_process";
import { expect, it } from "vitest";
import { joinPython } from "../../../../../action/engine/targets/server/join-python.ts";

const greeting = `"""What is said."""
from __future__ import annotations


def greet(name: str | None) -> str:
    return "hello %s" % name
`;
const main = `"""Says it."""
from __future__ import annotations

import os
from greeting import greet

print(greet(os.path.basename("/srv/shop")))
`;

it("makes one program of modules that import each other", () => {
  const program = joinPython({ greeting, main });
  expect(execFileSync("python3", ["-I", "-c", program], { encoding: "utf8" })).toBe("hello shop\n");
});
