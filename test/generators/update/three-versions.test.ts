import { existsSync, globSync, readFileSync } from "node:fs";
import { rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, it } from "vitest";
import fc from "../../fuzz.ts";
import { first, machine, type Texts } from "./versions.ts";

/** What the templates, and the user, do to one file from one version to the next. */
const step = fc.record({
  templates: fc.constantFrom("nothing", "edit", "edit", "insert", "remove", "rename", "clash"),
  user: fc.constantFrom("edit", "edit", "edit", "rename", "delete"),
});
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

const count = 5;
const versions = ["1.0.0", "1.1.0", "2.0.0"];
const names = Array.from({ length: count }, (_, file) => `deploy/file${file}.conf`);

/** Blocks of lines that are far enough from one another to be changed apart. */
const text = (file: number) =>
  Array.from({ length: 36 }, (_, line) => `file ${file} block ${Math.floor(line / 6)} line ${line % 6}\n`).join("");
const place = (file: number, block: number) => `file ${file} block ${block} line 3\n`;

/** The versions of the templates: each does its steps on the former one, in blocks 0 to 2. */
function templates(steps: readonly (readonly Step[])[]): Texts[] {
  const paths = new Map(names.map((name, file) => [file, { name, text: text(file) }]));
  const all = () => Object.fromEntries([...paths.values()].map((one) => [one.name, one.text]));
  const made: Texts[] = [{ "flask-deploy.yml": first["flask-deploy.yml"] as string, ...all() }];
  for (const [at, row] of steps.entries()) {
    for (const [file, { templates: what }] of row.entries()) {
      const one = paths.get(file);
      if (!one) continue;
      const put = (block: number, line: string) => {
        one.text = one.text.replace(place(file, block), line);
      };
      if (what === "edit") put(at, `file ${file} templates ${at}\n`);
      if (what === "insert") put(at, `${place(file, at)}file ${file} new in ${at}\n`);
      if (what === "clash") put(3 + at, `file ${file} templates clash ${at}\n`);
      if (what === "rename") one.name = one.name.replace(/file\d\w*/, (name) => `${name}${"ab"[at]}`);
      if (what === "remove") paths.delete(file);
    }
    const answers = (made[0]?.["flask-deploy.yml"] ?? "").replace("threads:", `# of each worker, ${at}\nthreads:`);
    made.push({ "flask-deploy.yml": answers, ...all(), [`deploy/new${at}.conf`]: `new ${at}\n` });
  }
  return made;
}

it("takes three versions of the templates with edits in every file", { timeout: 600_000 }, async () => {
  const plan = fc.array(fc.array(step, { minLength: count, maxLength: count }), { minLength: 2, maxLength: 2 });
  await fc.assert(
    fc.asyncProperty(plan, async (steps) => {
      const shop = await machine();
      const made = templates(steps);
      await shop.scaffold(made[0] as Texts);
      const here = (file: number) =>
        globSync("deploy/*.conf", { cwd: shop.dir }).find((path) =>
          readFileSync(join(shop.dir, path), "utf8").startsWith(`file ${file} block 0 line 0\n`),
        );
      const deleted = new Set<number>();
      const moved = new Set<number>();
      const mine = new Set<string>();
      for (const [at, row] of steps.entries()) {
        await shop.edit("flask-deploy.yml", (yml) => yml.replace(/^workers: .*$/m, `workers: ${at + 3}  # mine`));
        for (const [file, { user }] of row.entries()) {
          const path = here(file);
          if (!path) continue;
          await shop.edit(path, (now) => now.replace(place(file, 3 + at), `mine ${file} ${at}\n`));
          mine.add(`mine ${file} ${at}\n`);
          if (user === "rename") {
            await rename(join(shop.dir, path), join(shop.dir, `deploy/mine${file}-${at}.conf`));
            moved.add(file);
          }
          if (user === "delete") {
            await rm(join(shop.dir, path));
            deleted.add(file);
            for (const line of mine) if (line.startsWith(`mine ${file} `)) mine.delete(line);
          }
        }
        shop.commit();
        const before = await shop.state();
        const { code, stdout } = await shop.update(made[at + 1] as Texts, versions[at + 1] as string, ["--json"]);
        const result = JSON.parse(stdout) as { conflicts: { path: string }[] };
        const conflicts = result.conflicts.map(({ path }) => path);
        expect(code).toBe(conflicts.length > 0 ? 1 : 0);

        const all = globSync("**/*", { cwd: shop.dir, withFileTypes: true })
          .filter((entry) => entry.isFile())
          .map((entry) => readFileSync(join(entry.parentPath, entry.name), "utf8"))
          .join("");
        for (const line of mine) expect(all, "no line of the user's is lost").toContain(line);
        expect(await shop.read("flask-deploy.yml")).toContain(`workers: ${at + 3}  # mine\n# of each worker, ${at}\n`);
        for (const file of deleted) expect(here(file), "what was deleted stays deleted").toBeUndefined();
        for (const [file, { templates: what }] of row.entries()) {
          const path = here(file);
          const isGone =
            made[at]?.[Object.keys(made[at] ?? {}).find((name) => name.includes(`file${file}`)) ?? ""] === undefined;
          const both = what === "clash" || what === "remove" || (what === "rename" && moved.has(file));
          if (deleted.has(file) || isGone || both) continue;
          expect(conflicts, "one side alone changed it there").not.toContain(path);
          if (path && what === "edit") expect(await shop.read(path)).toContain(`file ${file} templates ${at}\n`);
        }
        for (const [file, { templates: what }] of row.entries())
          if (what === "clash" && !deleted.has(file) && here(file) && made[at + 1] && all.includes(`clash ${at}`))
            expect(conflicts.length).toBeGreaterThan(0);

        if (conflicts.length === 0) continue;
        shop.git("merge", "--abort");
        expect(await shop.state(), "abort puts everything back").toEqual(before);
        await shop.update(made[at + 1] as Texts, versions[at + 1] as string);
        await resolve(shop, conflicts);
      }
    }),
    { numRuns: 8 },
  );
});

/** As a user would: both sides of each conflict stay, and a file that both have renamed keeps the user's name. */
async function resolve({ dir, git, commit }: Awaited<ReturnType<typeof machine>>, conflicts: readonly string[]) {
  for (const path of conflicts.filter((one) => existsSync(join(dir, one)))) {
    const now = readFileSync(join(dir, path), "utf8");
    await writeFile(join(dir, path), now.replace(/^(<{7}|={7}|>{7}|\|{7}).*\n/gm, ""));
  }
  for (const path of globSync("deploy/mine*.conf", { cwd: dir })) {
    const file = /mine(\d)/.exec(path)?.[1];
    for (const other of globSync(`deploy/file${file}*.conf`, { cwd: dir })) await rm(join(dir, other));
  }
  git("add", "-A");
  commit("resolve");
}
