import { join } from "node:path";
import { expect, it } from "vitest";
import { GitHub } from "../../api/github.ts";
import { keys, openTerminal } from "../../terminal.ts";
import { temporary } from "../temporary.ts";
import { envOf, ownKey, shopIn } from "./shop.ts";

const cli = join(import.meta.dirname, "../../../generators/cli.ts");

it("github is left by Esc with nothing changed", async () => {
  const github = await GitHub.open();
  const { root } = shopIn(temporary());
  const terminal = await openTerminal(root, envOf(github));
  try {
    terminal.type(`${process.execPath} ${cli} github ${ownKey.join(" ")}; echo "exit code $?"${keys.enter}`);
    await terminal.until(/acme\/shop/);
    terminal.type(keys.esc);
    await terminal.until(/Cancelled, nothing was changed\.\nexit code 130/);
    expect(github.repositories.size).toBe(0);
  } finally {
    terminal.close();
    github.close();
  }
});

it("github asks a person for the repository's name, says what is wrong with one, and goes on", async () => {
  const github = await GitHub.open();
  github.onPush = (repository, sha) => void github.run(repository, sha, { siteUrl: "https://shop.example/" });
  const { root } = shopIn(temporary());
  const terminal = await openTerminal(root, envOf(github));
  try {
    terminal.type(`${process.execPath} ${cli} github ${ownKey.join(" ")}; echo "exit code $?"${keys.enter}`);
    await terminal.until(/OWNER\/NAME\)\? .*acme\/shop/);
    terminal.type("shop", keys.enter);
    await terminal.until(/must be OWNER\/NAME/);
    terminal.type("\x15", "beta/shop", keys.enter);
    await terminal.until(/exit code \d/);
    expect(terminal.screen()).toMatch(
      /beta\/shop is ready for deploys\.\nLive at https:\/\/shop\.example\/\nexit code 0/,
    );
    expect(github.repositories.has("beta/shop")).toBe(true);
  } finally {
    terminal.close();
    github.close();
  }
});
