import { expect, it } from "vitest";
import { lackingPrograms } from "../../../action/inputs/programs.ts";

it.each([
  ["ID=debian\n", "apt-get update && apt-get install -y openssh-client git"],
  ["ID=ubuntu\nID_LIKE=debian\n", "apt-get update && apt-get install -y openssh-client git"],
  ["ID=alpine\n", "apk add --no-cache openssh-client git"],
  ['ID="rocky"\nID_LIKE="rhel centos fedora"\n', "dnf install -y openssh-clients git"],
  ["", "apt-get update && apt-get install -y openssh-client git"],
])("a container of %j is told its own packages", (system, run) =>
  expect(lackingPrograms("deploy", "/nonexistent", system)).toContain(`\`run: ${run}\``),
);

it("lacks nothing to lint, and no git to look", () => {
  expect(lackingPrograms("lint", "/nonexistent", "")).toBeUndefined();
  expect(lackingPrograms("status", "/nonexistent", "")).not.toContain("git");
});
