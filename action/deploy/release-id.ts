/** Whether a text reads like the id that the server gives a release, "20261121T031500Z-1a2b3c4": UTC time and short commit. */
export const isReleaseId = (text: string): boolean => /^\d{8}T\d{6}Z-[0-9a-f]{7,12}$/.test(text);
