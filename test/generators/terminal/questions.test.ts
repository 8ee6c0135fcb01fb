import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { keys, openTerminal, type Terminal } from "../../terminal.ts";
import { temporary } from "../temporary.ts";

const cli = join(import.meta.dirname, "../../../generators/cli.ts");

/** The scaffold at a terminal, with the answers that the test does not ask about. */
async function scaffold(cwd: string, words = "", cols = 200): Promise<Terminal> {
  const terminal = await openTerminal(cwd, { PATH: process.env.PATH ?? "", HOME: cwd, NO_COLOR: "1" }, cols);
  onTestFinished(() => terminal.close());
  terminal.type(`${process.execPath} ${cli} ${words}; echo "left with $?"${keys.enter}`);
  return terminal;
}

const rest = "--domain _ --python 3.12 --license none --action ./ --static --console --no-git";

describe("a question", () => {
  it("has a name to begin with, of a folder that is free", async () => {
    const cwd = temporary();
    mkdirSync(join(cwd, "flask-app"));
    writeFileSync(join(cwd, "flask-app/notes.txt"), "");
    const terminal = await scaffold(cwd, `--stack gunicorn ${rest}`);
    await terminal.until(/called\? \(flask-app-2\)/);
    terminal.type(keys.enter);
    await terminal.until(/defaults of this stack\?/);
    terminal.type(keys.enter);
    await terminal.until(/left with 0/);
    expect(readdirSync(cwd)).toContain("flask-app-2");
  });

  it("keeps its pointer where it is when a key means nothing", async () => {
    const terminal = await scaffold(temporary(), `shop ${rest}`);
    await terminal.until(/❯ uwsgi\n/);
    terminal.type(keys.down);
    await terminal.until(/❯ uwsgi-cluster/);
    terminal.type(keys.left, keys.right, keys.tab, "z", keys.down);
    await terminal.until(/❯ wsgi/);
    terminal.type(keys.ctrlC);
    await terminal.until(/Cancelled, nothing was written\.\nleft with 130/);
  });

  it("goes back to the one before by Esc, which offers what was answered, and out from the first one", async () => {
    const terminal = await scaffold(temporary(), `shop ${rest}`);
    await terminal.until(/❯ uwsgi\n/);
    terminal.type(keys.down, keys.down, keys.enter);
    await terminal.until(/defaults of this stack\? \(wsgi/);
    terminal.type(keys.esc);
    await terminal.until(/✔ Which stack\? wsgi\n\? Which stack\?\n {2}uwsgi\n {2}uwsgi-cluster\n❯ wsgi/);
    expect(terminal.screen()).not.toContain("defaults of this stack");
    terminal.type(keys.esc);
    await terminal.until(/Cancelled, nothing was written\.\nleft with 130/);
  });

  it("breaks between words at 40 columns, and hides no choice", async () => {
    const terminal = await scaffold(temporary(), `shop ${rest}`, 40);
    await terminal.until(/esc back/);
    terminal.type(keys.down);
    await terminal.until(
      /❯ uwsgi-cluster\n {2}wsgi\n {2}uwsgi-tcp\n {2}gunicorn\n\nFlask package, uWSGI over TCP behind an\nupstream, a whole nginx\.conf\n/,
    );
    terminal.type(keys.enter);
    await terminal.until(
      /\? Use the defaults of this stack\?\n\(package, uwsgi, tcp socket,\nsystemd, nginx full, 2 workers\n× 8 threads\) \(Y\/n\)/,
    );
    terminal.type(keys.ctrlC);
    await terminal.until(/left with 130/);
  });
});

describe("a folder that holds something", () => {
  it("is asked about before anything else, and left alone unless it is wanted", async () => {
    const cwd = temporary();
    mkdirSync(join(cwd, "shop"));
    writeFileSync(join(cwd, "shop/notes.txt"), "mine");
    const terminal = await scaffold(cwd, `shop --stack wsgi ${rest}`);
    await terminal.until(/shop holds notes\.txt\. Add the app to it\? \(y\/N\)/);
    terminal.type(keys.enter);
    await terminal.until(/Which folder instead\? \(shop-app\)/);
    terminal.type(keys.enter);
    await terminal.until(/defaults of this stack\?/);
    terminal.type(keys.enter);
    await terminal.until(/left with 0/);
    expect(readdirSync(join(cwd, "shop"))).toEqual(["notes.txt"]);
    expect(readFileSync(join(cwd, "shop-app/flask-deploy.yml"), "utf8")).toContain("name: shop-app\n");
  });

  it("takes no scaffold when it holds another app: what was found is said, and another folder asked for", async () => {
    const cwd = temporary();
    mkdirSync(join(cwd, "shop"));
    writeFileSync(join(cwd, "shop/app.py"), "mine");
    const terminal = await scaffold(cwd, `shop --stack wsgi ${rest}`);
    await terminal.until(/shop already holds an app: app\.py\.[\s\S]*Which folder instead\?/);
    terminal.type("shop", keys.enter);
    await terminal.until(/> .*already holds an app/);
    terminal.type(keys.esc);
    await terminal.until(/Cancelled, nothing was written\.\nleft with 130/);
    expect(readdirSync(join(cwd, "shop"))).toEqual(["app.py"]);
  });
});
