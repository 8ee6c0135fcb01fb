/** Replaces secrets in any text. */
export interface Secrets {
  hide(text: string): string;
}

/** Shorter values occur in any text by chance; masking them would make the log unreadable. */
const SHORTEST = 4;
const harmless = new Set(["true", "false", "none", "null", "production", "development", "testing"]);

/**
 * Masks each value as a whole and line by line, since the runner compares line by line. The runner masks its log and
 * the summary; text for GitHub's API is masked by {@link Secrets.hide} only.
 * @param mask registers a secret with the runner, such as `setSecret` of @actions/core
 */
export function keepSecret(values: readonly string[], mask: (secret: string) => void): Secrets {
  const parts = new Set<string>();
  for (const value of values) {
    for (const part of [value, value.trim(), ...value.split(/[\r\n]+/).map((line) => line.trim())])
      if (part.length >= SHORTEST && !harmless.has(part.toLowerCase())) parts.add(part);
  }
  const longestFirst = [...parts].sort((a, b) => b.length - a.length);
  for (const part of longestFirst) mask(part);
  return { hide: (text) => longestFirst.reduce((seen, part) => seen.replaceAll(part, "***"), text) };
}
