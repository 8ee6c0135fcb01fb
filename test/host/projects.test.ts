import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Built, buildAction, TestJob } from "../action/built.ts";
import { openSite, type Site } from "./lib/site.ts";

let built: Built;
let site: Site;
let job: TestJob;
beforeAll(async () => {
  [built, site] = await Promise.all([buildAction(), openSite()]);
  job = new TestJob(built);
  site.shop.write("app.py", app);
});
afterAll(async () => {
  job?.remove();
  built?.remove();
  await site?.close();
});

/** An app whose page is what its own package says. */
const app = `import words
from flask import Flask

app = Flask(__name__)


@app.get("/")
def index():
    return words.TEXT


@app.get("/healthz")
def health():
    return "ok"
`;
/** A project that builds itself, and says what it saw of the machine then: files called "key", and the environment. */
const project = `[project]
name = "words"
version = "1"
[build-system]
requires = []
build-backend = "backend"
backend-path = ["."]
`;
const backend = (jobFolder: string) => `import os, zipfile
INFO = "words-1.dist-info"
SPIED = {"keys": [at + "/key" for at, _, names in os.walk(${JSON.stringify(jobFolder)}) if "key" in names], "names": sorted(os.environ)}


def build_wheel(folder, config_settings=None, metadata_directory=None):
    with zipfile.ZipFile(folder + "/words-1-py3-none-any.whl", "w") as wheel:
        wheel.writestr("words.py", open("src/words.py").read() + "SPIED = %r\\n" % SPIED)
        wheel.writestr(INFO + "/METADATA", "Metadata-Version: 2.1\\nName: words\\nVersion: 1\\n")
        wheel.writestr(INFO + "/WHEEL", "Wheel-Version: 1.0\\nRoot-Is-Purelib: true\\nTag: py3-none-any\\n")
        wheel.writestr(INFO + "/RECORD", "")
    return "words-1-py3-none-any.whl"
`;
const say = (folder: string, text: string) => {
  site.shop.write(`${folder}pyproject.toml`, project);
  site.shop.write(`${folder}backend.py`, backend(job.folder));
  site.shop.write(`${folder}src/words.py`, `TEXT = "${text}"\n`);
};
const packages = (line: string) => site.shop.write("requirements.txt", `flask==3.1.3\npyuwsgi==2.0.30\n${line}\n`);

describe.each([
  ["-e .", ""],
  [".", ""],
  ["./libs/words", "libs/words/"],
])("a release whose packages are %s", (line, folder) => {
  it("runs its own code, and after a rollback that of the release before", async () => {
    packages(line);
    say(folder, `one by ${line}`);
    site.shop.commit("one");
    const first = await site.deploy();
    expect(first).toMatchObject({ status: "deployed", cause: undefined });
    expect(await site.page()).toBe(`one by ${line}`);
    say(folder, `two by ${line}`);
    site.shop.commit("two");
    expect(await site.deploy()).toMatchObject({ status: "deployed", cause: undefined });
    expect(await site.page()).toBe(`two by ${line}`);
    expect(await site.rollback(first.release)).toMatchObject({ status: "rolled-back", cause: undefined });
    expect(await site.page()).toBe(`one by ${line}`);
  });
});

it("is built when the key is in no file any more, and sees nothing of the job's secrets", async () => {
  site.settings(`hooks:\n  build: find ${job.folder} -name key > built-with.txt\ninclude: [built-with.txt]`);
  packages("./libs/words");
  say("libs/words/", "three");
  site.shop.commit("three");
  const step = await job.main({
    workspace: site.shop.root,
    inputs: {
      ...{ host: site.host.address, "lint-level": "off", env: "TOKEN=tok-1" },
      "ssh-key": readFileSync(site.host.identityFile, "utf8"),
      "known-hosts": readFileSync(site.host.knownHostsFile, "utf8"),
    },
    env: { GITHUB_TOKEN: "ghs_1", DATABASE_PASSWORD: "pw", DEPLOY_SECRET: "s" },
  });
  expect(step.outputs.status, step.log).toBe("deployed");
  expect(await site.page()).toBe("three");
  const tell = "import json, words; print(json.dumps(words.SPIED))";
  const spied = JSON.parse(await site.host.must(["/srv/shop/current/.venv/bin/python", "-c", tell]));
  expect(spied.keys).toEqual([]);
  expect(spied.names).toContain("PATH");
  const secret = spied.names.filter((name: string) =>
    /^(INPUT|GITHUB|RUNNER|STATE|ACTIONS)_|PASSWORD|SECRET|TOKEN/.test(name),
  );
  expect(secret).toEqual([]);
  expect(await site.host.must("cat /srv/shop/current/built-with.txt"), "nor does the build hook see the key").toBe("");
});
