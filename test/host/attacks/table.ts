/**
 * Tries every attack and prints which succeed: `node test/host/attacks/table.ts [CHECKOUT [WORD]]`. CHECKOUT is another version
 * of the product with its packages installed, to see an attack succeed there; WORD narrows the names down.
 */
import { join, resolve } from "node:path";
import { openTown } from "./town.ts";
import { towns } from "./towns.ts";

const [checkout = join(import.meta.dirname, "../../.."), word = "", only = ""] = process.argv.slice(2);
for (const { name, answers, attacks, open = [] } of towns) {
  const wanted = [...attacks, ...open].filter((attack) => `${attack.group}: ${attack.name}`.includes(word));
  if (wanted.length === 0 || !name.includes(only)) continue;
  const town = await openTown(answers, resolve(checkout));
  for (const attack of wanted) {
    const { succeeded, serving, said } = await town.attempt(attack);
    console.log(
      `${succeeded ? "SUCCEEDED" : "held"}${serving ? "" : " (a site is down)"}\t${name}\t${attack.group}\t${attack.name}`,
    );
    if (process.env.SAY) console.log(said.replace(/^/gm, "        "));
  }
  await town.close();
}
