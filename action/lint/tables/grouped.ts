/** An inverted table: for each value the names that have it, as one string for each initial letter. */
export type Grouped = Readonly<Record<string, readonly string[]>>;

/** Many names share few values: with each value once, a table takes half the space, and names are easy to find. */
export function grouped(table: Readonly<Record<string, unknown>>): Grouped {
  const groups = new Map<string, Map<string, string[]>>();
  for (const [name, value] of Object.entries(table)) {
    const key = JSON.stringify(value);
    if (!groups.has(key)) groups.set(key, new Map());
    const initials = groups.get(key)!;
    initials.set(name.charAt(0), [...(initials.get(name.charAt(0)) ?? []), name]);
  }
  return Object.fromEntries(
    [...groups].map(([key, names]) => [key, [...names.values()].map((some) => some.join(" "))]),
  );
}

/** Restores the table. */
export function byName<Value>(groups: Grouped): ReadonlyMap<string, Value> {
  const table = new Map<string, Value>();
  for (const [key, lines] of Object.entries(groups)) {
    const value = JSON.parse(key) as Value;
    for (const line of lines) for (const name of line.split(" ")) table.set(name, value);
  }
  return table;
}
