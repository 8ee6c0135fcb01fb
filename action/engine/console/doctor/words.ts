export const megabytes = (bytes: number): string =>
  bytes < 10 * 2 ** 30 ? `${Math.round(bytes / 2 ** 20)} MB` : `${Math.round(bytes / 2 ** 30)} GB`;

/** "1 day", "3 days". */
export const days = (count: number): string => `${Math.floor(count)} day${Math.floor(count) === 1 ? "" : "s"}`;
