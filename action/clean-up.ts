import { tmpdir } from "node:os";
import { getState, info } from "@actions/core";
import { removeCredentials } from "./credentials.ts";
import { readRunner } from "./runner.ts";

/**
 * What is left after the main step, however it ended: the folder with the key. The connection is a child of the main
 * step and the lock is the server's side of it, so both end with that step, also when it is killed.
 */
export function cleanUp(): void {
  const folder = getState("folder");
  const { temp } = readRunner(process.env, process.platform, { temp: tmpdir(), home: "" });
  if (folder !== "") removeCredentials(temp, folder);
  info(folder === "" ? "Nothing to remove" : "Removed the ssh key");
}
