import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { GitHub } from "../../api/github.ts";
import { temporary } from "../temporary.ts";
import { key, knownHosts, ownKey, run, shopIn } from "./shop.ts";

let github: GitHub;
let shop: ReturnType<typeof shopIn>;
beforeEach(async () => {
  github = await GitHub.open();
  github.onPush = (repository, sha) => void github.run(repository, sha);
  shop = shopIn(temporary());
});
afterEach(() => {
  github.close();
  expect(github.api.refused).toEqual([]);
});

const go = (...more: string[]) => run(github, shop.root, ["--repo", "acme/shop", ...ownKey, ...more]);
const stored = {
  secrets: { SSH_KEY: key, KNOWN_HOSTS: knownHosts },
  variables: { HOST: "shop.example", USER: "deploy-shop" },
};
const puts = () => github.api.asked.filter(({ method }) => method === "PUT").map(({ operation }) => operation);

describe("a private repository in GitHub Free, which has no environments", () => {
  it("is looked at first where the plan is told: its own secrets and variables are set, and nothing else is tried", async () => {
    github.plans.acme = "free";
    const { code, stdout, stderr } = await go();
    expect(code, stderr).toBe(0);
    expect(github.repository("acme/shop")).toMatchObject({ private: true, environments: {}, ...stored });
    expect(puts().filter((operation) => operation.includes("/environments/"))).toEqual([]);
    expect(stderr).toMatch(/acme\/shop is private, and its plan has no environments: .*each of its workflows can read/);
    expect(stdout).toContain("acme/shop is ready for deploys.\n");
    expect((await go()).stdout).toContain("nothing was missing");
  });

  it.each(["acme/shop", "beta/shop"])(
    "of %s is found out where the plan is not told, and leaves nothing half done",
    async (name) => {
      Object.assign(github, { tellsPlan: false, plans: { acme: "free", beta: "free" } });
      const { code, stderr } = await run(github, shop.root, ["--repo", name, ...ownKey]);
      expect(code, stderr).toBe(0);
      expect(github.repository(name)).toMatchObject({ environments: {}, ...stored });
      // What was found out is not tried again.
      const before = puts().length;
      expect((await run(github, shop.root, ["--repo", name, ...ownKey])).stdout).toContain("nothing was missing");
      expect(puts()).toHaveLength(before);
    },
  );

  it("refuses rules that only an environment has, before anything is made", async () => {
    github.plans.acme = "free";
    for (const rule of [
      ["--reviewers", "ann"],
      ["--branch", "main"],
    ]) {
      const { code, stderr } = await go(...rule);
      expect(code).toBe(1);
      expect(stderr).toMatch(/no environments for private repositories in the plan of acme.*--public/);
    }
    expect(github.repositories.size).toBe(0);
  });

  it("gets its environment by --public on the second run, which makes it public", async () => {
    github.plans.acme = "free";
    await go();
    const { code, stderr } = await go("--public");
    expect(code, stderr).toBe(0);
    expect(stderr).toContain("· make acme/shop public\n");
    expect(github.repository("acme/shop")).toMatchObject({ private: false, environment: stored });
  });

  it("shows in a dry run what it cannot know", async () => {
    github.tellsPlan = false;
    expect((await go("--dry-run")).stdout).toMatch(/GitHub Free\), the repository itself gets the secrets/);
    github.tellsPlan = true;
    expect((await go("--dry-run")).stdout).not.toContain("GitHub Free");
  });

  it("takes the server from the repository's variables, and finds its key there", async () => {
    github.plans.acme = "free";
    await go();
    const { stdout } = await run(github, shop.root, ["rotate-key", "--login", "root@shop.example", "--dry-run"]);
    expect(stdout).toContain("PUT /repos/{owner}/{repo}/actions/secrets/{secret_name}");
  });
});

describe("a repository that was created a moment ago", () => {
  it("is asked again for some seconds where GitHub does not find it yet, and so is its git", async () => {
    let unknown = 3;
    github.api.mood = (asked) =>
      asked.operation.startsWith("/repos/{owner}/{repo}/environments") && unknown-- > 0
        ? { status: 404, body: { message: "Not Found" } }
        : github.answer(asked);
    const { others } = github.api;
    let missing = 2;
    github.api.others = (request, response) => {
      if (!/\.git\//.test(request.url ?? "") || missing-- <= 0) return others(request, response);
      response.writeHead(404).end("Repository not found.");
      return true;
    };
    const { code, stderr } = await go();
    expect(code, stderr).toBe(0);
    expect(github.repository("acme/shop").environment).toMatchObject(stored);
    expect([unknown, missing].every((left) => left < 0)).toBe(true);
  });
});

describe("what is there already", () => {
  it("is read page by page: forty variables are not thirty", async () => {
    await go();
    const environment = github.repository("acme/shop").environment;
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`A${i}`, "x"]));
    Object.assign(environment ?? {}, { variables: { ...many, ...stored.variables } });
    const { stdout } = await go();
    expect(stdout).toContain("nothing was missing");
  });

  it("is changed where it came in between: a variable that exists has not the value that is wanted", async () => {
    github.api.mood = (asked) => {
      const isVariable = asked.method === "POST" && asked.operation.endsWith("/variables");
      const environment = github.repositories.get("acme/shop")?.environment;
      if (isVariable && environment) environment.variables[String(asked.body.name)] ??= "other";
      return github.answer(asked);
    };
    const { code, stderr } = await go();
    expect(code, stderr).toBe(0);
    expect(github.repository("acme/shop").environment?.variables).toEqual(stored.variables);
  });
});

describe("an app in a sub-directory", () => {
  it("has the environment and the workflow of its own name, and its pushes may start no run", async () => {
    const app = join(shop.root, "apps/tea");
    mkdirSync(app, { recursive: true });
    writeFileSync(join(app, "flask-deploy.yml"), "name: tea\ndeploy:\n  host: shop.example\n");
    shop.commit();
    github.onPush = (repository, sha) => {
      github.run(repository, sha, { conclusion: "failure" });
      github.run(repository, sha, { path: ".github/workflows/deploy-tea.yml", siteUrl: "https://tea.example/" });
    };
    const keys = ["--existing-key", "../../../key", "--known-hosts", "../../../hosts"];
    const { code, stdout, stderr } = await run(github, app, ["--repo", "acme/shop", ...keys]);
    expect(code, stderr).toBe(0);
    expect(stdout).toContain("Live at https://tea.example/\n");
    expect(Object.keys(github.repository("acme/shop").environments)).toEqual(["production-tea"]);
    github.onPush = () => {};
    shop.commit();
    expect((await run(github, app, ["--repo", "acme/shop", "--timeout", "1", ...keys])).code).toBe(0);
  });
});

describe("another environment", () => {
  it("has secrets and rules of its own, is not pushed to, and leaves the usual one alone", async () => {
    await go("--reviewers", "ann");
    const before = structuredClone(github.repository("acme/shop").environment);
    const { code, stdout, stderr } = await go("--environment", "production-console", "--branch", "main");
    expect([code, stdout], stderr).toEqual([0, "acme/shop is ready for deploys.\n"]);
    const { environments } = github.repository("acme/shop");
    expect(environments["production-console"]).toMatchObject({ ...stored, reviewers: [], branches: ["main"] });
    expect(environments.production).toEqual(before);
    const way = ["--known-hosts", "../hosts", "--login", "root@shop.example", "--dry-run"];
    const other = await run(github, shop.root, ["--repo", "acme/shop", ...way, "--environment", "other"]);
    // Its key is another line of authorized_keys, so that rotating one takes nothing from the other.
    expect(other.stdout).toMatch(/flask-deploy 127\.0\.0\.1:\d+\/acme\/shop\/other /);
  });
});
