import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { build } from "../packed.ts";

const folder = mkdtempSync(join(tmpdir(), "cfd-page-"));
let address = "";
let file = "";
let browser: BrowserContext;
/** What the page asked for beside itself, and what it complained of. */
let left: string[] = [];

beforeAll(async () => {
  file = join(build(folder), "playground/index.html");
  address = pathToFileURL(file).href;
  browser = await chromium.launchPersistentContext(join(folder, "profile"), {
    executablePath: "/usr/bin/chromium",
    headless: true,
    args: [
      ..."--no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking".split(" "),
      ..."--disable-component-update --disable-sync".split(" "),
    ],
  });
});
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

async function open(fragment = ""): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(10_000);
  page.on("request", (request) => {
    if (!request.url().startsWith(address) && !/^(data|blob):/.test(request.url())) left.push(request.url());
  });
  page.on("pageerror", (error) => left.push(error.message));
  page.on("console", (message) => left.push(message.text()));
  await page.goto(address + fragment);
  return page;
}

const findings = (page: Page) => page.getByRole("list", { name: "Findings" }).getByRole("listitem");
const editor = (page: Page, path: string) => page.getByRole("textbox", { name: path });

describe("the linter's page", () => {
  afterEach(async () => {
    expect(left, "asked for or complained of").toEqual([]);
    left = [];
    for (const page of browser.pages()) await page.close();
  });

  it("shows a mistake with its line as it is typed, and mends it", async () => {
    const page = await open();
    await page.getByRole("button", { name: "Clear" }).click();
    expect(await findings(page).count()).toBe(0);
    const text = "server {\n  listen 80;\n  location /static {\n    alias /srv/shop/static/;\n  }\n}\n";
    await editor(page, "deploy/nginx.conf").pressSequentially(text);
    const finding = findings(page).filter({ hasText: "nginx/alias-traversal" });
    await finding.waitFor();
    expect(await finding.textContent()).toContain("nginx.conf:3:");
    await finding.getByRole("button", { name: "Fix" }).click();
    await finding.waitFor({ state: "detached" });
    expect(await editor(page, "deploy/nginx.conf").inputValue()).toContain("location /static/ {");
    await page.keyboard.press("Control+z");
    await finding.waitFor();
    expect(await editor(page, "deploy/nginx.conf").inputValue()).toBe(text);
  });

  it("sees what breaks between two tabs, and goes there by keyboard alone", async () => {
    const page = await open();
    const finding = findings(page).filter({ hasText: "cross/socket-path-mismatch" });
    await finding.waitFor();
    await finding.getByRole("button").nth(1).focus();
    await page.keyboard.press("Enter");
    const ini = editor(page, "deploy/uwsgi.ini");
    expect(await ini.evaluate((area: HTMLTextAreaElement) => area === document.activeElement)).toBe(true);
    const selected = await ini.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(selected).toContain("/run/shop/app.sock");
    await page.getByRole("tab", { name: "uWSGI ini" }).focus();
    await page.keyboard.press("End");
    expect(await page.getByRole("tab", { selected: true }).textContent()).toContain("requirements");
    await page.keyboard.press("ArrowRight");
    expect(await page.getByRole("tab", { selected: true }).textContent()).toContain("nginx");
    expect(await page.getByRole("tabpanel").count()).toBe(1);
  });

  it("explains a rule", async () => {
    const page = await open();
    const finding = findings(page).filter({ hasText: "nginx/alias-traversal" });
    await finding.getByText("Why nginx/alias-traversal").click();
    await finding.getByRole("heading", { name: "Bad" }).waitFor();
  });

  it("restores from its link what was shared, also non-Latin text", async () => {
    const page = await open();
    const text = "# café 日本語 😀\nserver {\n  listen 80\n}\n";
    await editor(page, "deploy/nginx.conf").fill(text);
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("status").filter({ hasText: "link" }).waitFor();
    const hash = await page.evaluate(() => location.hash);
    expect(hash).toMatch(/^#[\w-]+$/);
    const again = await open(hash);
    await findings(again).filter({ hasText: "nginx.conf:3:" }).first().waitFor();
    expect(await editor(again, "deploy/nginx.conf").inputValue()).toBe(text);
  });

  it.each([
    ["a word", "#nonsense"],
    ["too short a one", "#AAAA"],
    ["a NUL", "#%00"],
    ["many zeros", `#${"A".repeat(20_000)}`],
  ])("says that %s is no link of ours", async (_, hash) => {
    const page = await open(hash);
    await page.getByRole("status").filter({ hasText: "damaged" }).waitFor();
  });

  it("takes pasted HTML for text", async () => {
    const page = await open();
    const hostile = `<img src=x onerror="alert(1)"></textarea><script>alert(2)</script>`;
    await editor(page, "deploy/nginx.conf").fill(`server {\n  ${hostile} on;\n  listen 80\n  "${hostile};\n}\n`);
    await findings(page).filter({ hasText: "<img" }).first().waitFor();
    expect(await page.locator("img").count()).toBe(0);
    expect(await page.locator("script").count()).toBe(1);
  });

  it("may not connect to anything, whatever runs in it", async () => {
    const page = await open();
    const ways = await page.evaluate(async () => {
      const refused = (way: () => unknown) =>
        Promise.resolve()
          .then(way)
          .then(String, () => "refused");
      const image = () =>
        new Promise((done, fail) =>
          Object.assign(new Image(), { onload: done, onerror: fail, src: "http://127.0.0.1:9/" }),
        );
      return [
        await refused(() => fetch("http://127.0.0.1:9/")),
        await refused(image),
        await refused(() => document.body.insertAdjacentHTML("beforeend", "<b>x</b>")),
      ];
    });
    expect(ways).toEqual(["refused", "refused", "refused"]);
    // All that Chromium says of it is that the policy forbade it.
    expect(left.filter((line) => !/Content Security Policy|Refused|TrustedHTML|127\.0\.0\.1:9/.test(line))).toEqual([]);
    left = [];
  });

  it("lints in a worker, so that typing goes on whatever the linter is at", async () => {
    const page = await open();
    await findings(page).first().waitFor();
    const [worker, ...more] = page.workers();
    expect(worker?.url()).toMatch(/^blob:/);
    expect(more).toEqual([]);
    // Busy for good, as with a text of any size.
    worker
      ?.evaluate(() => {
        for (;;);
      })
      .catch(() => "ended with its page");
    const nginx = editor(page, "deploy/nginx.conf");
    await nginx.fill("");
    await nginx.pressSequentially("server {");
    expect(await nginx.inputValue()).toBe("server {");
    await page.getByRole("tab", { name: "uWSGI ini" }).click();
    await editor(page, "deploy/uwsgi.ini").waitFor();
  });

  it("shows what stands there last, however fast it is typed", async () => {
    const page = await open();
    const nginx = editor(page, "deploy/nginx.conf");
    for (let i = 0; i < 20; i++) await nginx.fill(`server {\n    listen 80;\n    sever_name a${i};\n}\n`);
    await nginx.fill("server {\n    listen 80;\n    return 204;\n}\n");
    await page.getByRole("button", { name: "Share" }).click();
    await page.getByRole("status").filter({ hasText: "link" }).waitFor();
    expect(await findings(page).filter({ hasText: "nginx/unknown-directive" }).count()).toBe(0);
  });

  it("cannot send anything from the worker either", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.setHeader("access-control-allow-origin", "*").end("x");
    });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const page = await open();
    await findings(page).first().waitFor();
    const answer = await page.workers()[0]?.evaluate((to) => fetch(to).then(String, () => "refused"), url);
    server.close();
    expect(answer).toBe("refused");
    expect(asked).toEqual([]);
    left = left.filter((line) => !/Content Security Policy|Refused/.test(line) && !line.startsWith(url));
  });

  it("lints by itself in a browser that makes no worker", async () => {
    await browser.addInitScript("if (location.hash === '#none') delete globalThis.Worker");
    const page = await open("#none");
    await page.getByRole("button", { name: "Example" }).click();
    await findings(page).filter({ hasText: "cross/socket-path-mismatch" }).waitFor();
    expect(page.workers()).toEqual([]);
  });

  it("has a name for everything that can be reached, and contrast enough in light and dark", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const page = await open();
      await page.emulateMedia({ colorScheme });
      const unnamed = await page.evaluate(() =>
        [...document.querySelectorAll("button, textarea, summary")]
          .filter((found) => !found.getAttribute("aria-label") && !found.textContent?.trim())
          .map((found) => found.outerHTML),
      );
      expect(unnamed).toEqual([]);
      const weak = await page.evaluate(() => {
        const numbers = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number);
        const light = (colour: string) => {
          const [r = 0, g = 0, b = 0] = numbers(colour).map((part) => {
            const share = part / 255;
            return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
          });
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;
        };
        const behind = (found: Element | null): string => {
          if (!found) return "rgb(255, 255, 255)";
          const { backgroundColor } = getComputedStyle(found);
          return numbers(backgroundColor)[3] === 0 ? behind(found.parentElement) : backgroundColor;
        };
        return [...document.querySelectorAll("h1, p, button, span, textarea, summary, .lines")]
          .filter((found) => found.textContent?.trim() || found.tagName === "TEXTAREA")
          .flatMap((found) => {
            const [one, other] = [light(getComputedStyle(found).color), light(behind(found))];
            const contrast = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
            return contrast < 4.5 ? [`${found.outerHTML.slice(0, 80)} ${contrast.toFixed(2)}`] : [];
          });
      });
      expect(weak, colorScheme).toEqual([]);
    }
  });

  it("is one file", () => {
    const html = readFileSync(file, "utf8");
    expect(html.match(/<script/g)).toHaveLength(1);
    expect(html).not.toMatch(/<(link|script|img)[^>]+(?:src|href)="(?!data:)/);
  });
});
