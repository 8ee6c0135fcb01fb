/**
 * The day on which a distribution's free security support ends, by ID and VERSION_ID of /etc/os-release; the end of its
 * long-term support, if that is free for everyone. From the distributions' own calendars, as of November 2026.
 */
const ends: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  debian: { 9: "2022-06-30", 10: "2024-06-30", 11: "2026-08-31", 12: "2028-06-30", 13: "2030-06-30" },
  ubuntu: {
    "18.04": "2023-05-31",
    "20.04": "2025-05-31",
    "22.04": "2027-04-30",
    "24.04": "2029-04-30",
    "24.10": "2025-07-31",
    "25.04": "2026-01-31",
    "25.10": "2026-07-31",
    "26.04": "2031-04-30",
  },
  fedora: { 40: "2025-05-13", 41: "2025-12-15", 42: "2026-05-13", 43: "2026-12-09" },
  centos: { 7: "2024-06-30", 8: "2024-05-31", 9: "2027-05-31" },
  rhel: { 7: "2024-06-30", 8: "2029-05-31", 9: "2032-05-31", 10: "2035-05-31" },
  rocky: { 8: "2029-05-31", 9: "2032-05-31", 10: "2035-05-31" },
  almalinux: { 8: "2029-03-01", 9: "2032-05-31", 10: "2035-05-31" },
  amzn: { 2: "2026-06-30", 2023: "2029-06-30" },
};

/** ISO 8601; undefined if unknown. If the whole of "9.4" is not listed, "9" is looked up. */
export function endOfLife(id: string, version: string): string | undefined {
  const of = Object.hasOwn(ends, id) ? ends[id] : undefined;
  const [major = ""] = version.split(".");
  return of?.[version] ?? of?.[major];
}
