import { spawn } from "node:child_process";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { GitHub } from "../../api/github.ts";
import { temporary } from "../temporary.ts";
import { envOf, ownKey, run, shopIn } from "./shop.ts";

const cli = join(import.meta.dirname, "../../../generators/cli.ts");
const rules = ["--repo", "beta/shop", "--branch", "main,release/*", "--reviewers", "ann", ...ownKey];

let github: GitHub;
afterEach(() => github.close());

/** The command as a process of its own; what it ended with, null for killed. */
function start(root: string): { kill: () => void; ended: Promise<number | null> } {
  const child = spawn(process.execPath, [cli, "github", ...rules], {
    cwd: root,
    env: envOf(github),
    stdio: "ignore",
    detached: true,
  });
  return {
    kill: () => process.kill(-(child.pid as number), "SIGKILL"),
    ended: new Promise((done) => child.once("close", done)),
  };
}

/** All that GitHub holds in the end. */
const held = () => {
  const { environment, is_template, private: isPrivate } = github.repository("beta/shop");
  return {
    environment,
    is_template,
    isPrivate,
    main: github.git.main("beta/shop") !== "",
    runs: github.repository("beta/shop").runs.length,
  };
};

describe("github, killed", () => {
  it("right after any request leads to the same as if it had not been, when it is run again", async () => {
    let same: object | undefined;
    for (let n = 0; ; n++) {
      github = await GitHub.open();
      github.onPush = (repository, sha) => void github.run(repository, sha);
      const { root } = shopIn(temporary());
      let asked = 0;
      let killed = false;
      const first = start(root);
      const strike = () => {
        if (++asked !== n) return false;
        killed = true;
        first.kill();
        return true;
      };
      github.api.mood = (request) => {
        const answer = github.answer(request);
        return strike() ? "cut" : answer;
      };
      github.git.onRequest = () => void strike();
      const code = await first.ended;
      await github.git.idle();
      if (n === 0) {
        expect(code).toBe(0);
        same = held();
        expect(same).toMatchObject({
          main: true,
          runs: 1,
          environment: { branches: ["main", "release/*"], variables: { USER: "deploy-shop" } },
        });
      } else if (!killed) {
        expect(n).toBeGreaterThan(15);
        break;
      } else {
        expect(code).toBeNull();
        expect(await run(github, root, rules), `killed after request ${n}`).toMatchObject({ code: 0 });
        expect(held(), `killed after request ${n}`).toEqual(same);
      }
      expect(github.api.refused).toEqual([]);
      github.close();
    }
  });
});
