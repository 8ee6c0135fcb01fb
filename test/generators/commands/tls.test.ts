import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { tlsCommand } from "../../../generators/commands/tls.ts";
import { newCommand } from "../../../generators/scaffold/templates.ts";
import { captured } from "../captured.ts";
import { machine } from "../update/versions.ts";

const cwd = mkdtempSync(join(tmpdir(), "cfd-tls-"));
const yml = (tls: string) =>
  writeFileSync(
    join(cwd, "flask-deploy.yml"),
    `name: shop\ndomain: shop.example.org\ntls: ${tls}\ndeploy:\n  host: no-such-host.invalid\n`,
  );
afterAll(() => rmSync(cwd, { recursive: true }));

it.each([
  [["maybe"], "must be one of status, renew, enable"],
  [["renew", "now"], "unexpected arguments"],
  [["--dry-run"], "--dry-run goes with `tls renew` and `tls enable`"],
])("tls %j is wrong use, and asks no server", async (args, says) => {
  yml("letsencrypt");
  expect(await captured(tlsCommand, args, { cwd })).toMatchObject({ code: 2, stderr: expect.stringContaining(says) });
});

it("says how an app without HTTPS gets it", async () => {
  yml("none");
  const { code, stderr } = await captured(tlsCommand, [], { cwd });
  expect(code).not.toBe(0);
  expect(stderr).toContain("shop is served without HTTPS (tls: none in flask-deploy.yml)");
  expect(stderr).toContain("tls enable");
});

it("ends with 1 where the server cannot be asked", async () => {
  yml("letsencrypt");
  const { code, stderr } = await captured(tlsCommand, ["renew"], { cwd });
  expect([code, stderr]).toEqual([1, expect.stringContaining("no-such-host.invalid cannot be reached")]);
});

it("tls enable merges HTTPS into an app that has none, and says what comes next", async () => {
  const one = await machine();
  const io = { cwd: one.home, env: one.env };
  const words = ["shop", "--yes", "--domain", "shop.example.org", "--tls", "none"];
  expect(await captured(newCommand, words, io)).toMatchObject({ code: 0 });
  const here = { cwd: join(one.home, "shop"), env: one.env };
  const site = () => readFileSync(join(here.cwd, "deploy/nginx.conf"), "utf8");
  expect(await captured(tlsCommand, ["enable", "--dry-run"], here)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining("+    listen 443 ssl http2;"),
  });
  expect(site()).not.toContain("443");
  expect(await captured(tlsCommand, ["enable"], here)).toMatchObject({
    code: 0,
    stderr: expect.stringContaining("setup root@SERVER, which gets the certificate"),
  });
  expect(site()).toContain("listen 443 ssl http2;");
  expect(readFileSync(join(here.cwd, "flask-deploy.yml"), "utf8")).toMatch(/^tls: letsencrypt$/m);
});
