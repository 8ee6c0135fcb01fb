import { expect, it } from "vitest";
import { size, when } from "../../../../action/engine/console/format.ts";

const now = "2026-11-21T12:00:00Z";

it.each([
  ["2026-11-21T11:59:59Z", "1 second ago"],
  ["2026-11-21T11:58:01Z", "1 minute ago"],
  ["2026-11-21T03:15:00Z", "8 hours ago"],
  ["2026-11-09T03:15:00Z", "12 days ago"],
  [now, "0 seconds ago"],
  ["2026-12-21T12:00:00Z", "in 30 days"],
])("tells %s relative and exact", (iso, relative) => expect(when(iso, now)).toBe(`${relative} (${iso})`));

it("tells what is no time as it is", () => {
  expect(when("", now)).toBe("unknown");
  expect(when("soon", now)).toBe("soon");
});

it.each([
  [0, "0 B"],
  [999, "999 B"],
  [1000, "1.0 kB"],
  [1_540_000, "1.5 MB"],
  [10_000_000, "10 MB"],
  [62_000_000, "62 MB"],
  [2_000_000_000_000, "2000 GB"],
  [2_100_000_000, "2.1 GB"],
])("tells %i bytes in few digits", (bytes, text) => expect(size(bytes)).toBe(text));
