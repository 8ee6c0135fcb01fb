/** Draws the README's picture, light and dark, from one description: `node .github/made/push-picture.ts`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";

const palettes = {
  light: {
    ink: "#1f2328",
    dim: "#59636e",
    line: "#8c959f",
    box: "#f6f8fa",
    inner: "#ffffff",
    on: "#1a7f37",
    old: "#8c959f",
  },
  dark: {
    ink: "#f0f6fc",
    dim: "#9198a1",
    line: "#656c76",
    box: "#151b23",
    inner: "#0d1117",
    on: "#3fb950",
    old: "#656c76",
  },
} as const;

type Palette = (typeof palettes)[keyof typeof palettes];

const text = (x: number, y: number, words: string, fill: string, more = "") =>
  `<text x="${x}" y="${y}" fill="${fill}" ${more}>${words}</text>`;

const box = (x: number, y: number, w: number, h: number, fill: string, stroke: string, more = "") =>
  `<rect x="${x}" y="${y}" width="${w}" height="${h}" rx="8" fill="${fill}" stroke="${stroke}" ${more}/>`;

/** The number of a step, as in the lines below the picture. */
const step = (n: number, x: number, y: number, { on, inner }: Palette) =>
  `<circle cx="${x}" cy="${y}" r="11" fill="${on}"/>${text(x, y + 4.5, String(n), inner, 'text-anchor="middle" font-size="13" font-weight="600"')}`;

const arrow = (d: string, colour: string, head: string, more = "") =>
  `<path d="${d}" fill="none" stroke="${colour}" stroke-width="2" marker-end="url(#${head})" ${more}/>`;

const marker = (id: string, colour: string) =>
  `<marker id="${id}" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path d="M0 0 8 4 0 8z" fill="${colour}"/></marker>`;

const steps = [
  ["Check", "nginx, app server, unit and code are linted together; an error stops here"],
  ["Build", "the locked packages for the server&#8217;s own Python, so the server needs no compiler and no index"],
  ["Start", "the new release beside the old one, on a socket of its own, over one SSH connection"],
  ["Gate", "it must answer, several times in a row, before anyone is sent to it"],
  ["Switch", "current.sock is renamed to it: every new request goes there, none is dropped"],
  ["Smoke test", "the site is asked through nginx; a wrong answer renames it back"],
] as const;

function picture(palette: Palette): string {
  const { ink, dim, line, box: ground, inner, on, old } = palette;
  const bold = 'font-weight="600"';
  const mono = 'font-family="ui-monospace,SFMono-Regular,Menlo,monospace" font-size="13"';
  const legend = steps.map(
    ([name, words], i) =>
      `${step(i + 1, 31, 316 + i * 27, palette)}${text(52, 321 + i * 27, name, ink, bold)}${text(158, 321 + i * 27, words, dim)}`,
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 880 470" width="880" height="470" font-family="-apple-system,BlinkMacSystemFont,Segoe UI,Helvetica,Arial,sans-serif" font-size="14" role="img" aria-labelledby="title">
<title id="title">The way of a push: checked and built by GitHub Actions, started beside the old release on your server, gated, switched by renaming a symlink, smoke-tested</title>
<defs>${marker("line", line)}${marker("on", on)}${marker("old", old)}</defs>
${box(20, 92, 104, 56, ground, line)}
${text(72, 125, "git push", ink, `text-anchor="middle" ${mono}`)}
${arrow("M126 120H166", line, "line")}
${box(170, 60, 152, 120, ground, line)}
${text(246, 86, "GitHub Actions", ink, `text-anchor="middle" ${bold}`)}
${step(1, 200, 115, palette)}${text(220, 120, "check", ink)}
${step(2, 200, 149, palette)}${text(220, 154, "build", ink)}
${arrow("M324 120H376", line, "line")}
${text(350, 110, "ssh", dim, 'text-anchor="middle" font-size="12"')}
${box(380, 16, 480, 262, ground, line)}
${text(396, 40, "your server", ink, bold)}
${box(400, 112, 84, 56, inner, line)}
${text(442, 145, "nginx", ink, 'text-anchor="middle"')}
${arrow("M442 212V172", line, "line")}
${text(442, 230, "visitors", dim, 'text-anchor="middle"')}
${step(6, 420, 194, palette)}
${arrow("M486 140H520", line, "line")}
${box(524, 112, 116, 56, inner, on)}
${text(582, 137, "current.sock", ink, `text-anchor="middle" ${mono}`)}
${text(582, 156, "a symlink", dim, 'text-anchor="middle" font-size="12"')}
${arrow("M610 110C616 84 640 72 666 72", old, "old", 'stroke-dasharray="5 4"')}
${arrow("M610 170C616 196 640 208 666 208", on, "on")}
${step(5, 620, 200, palette)}
${box(670, 40, 172, 64, inner, line)}
${text(756, 67, "the old release", dim, 'text-anchor="middle"')}
${text(756, 88, "20261121T0315…sock", dim, `text-anchor="middle" ${mono}`)}
${box(670, 176, 172, 86, inner, on, 'stroke-width="2"')}
${text(756, 203, "the new release", ink, `text-anchor="middle" ${bold}`)}
${text(756, 224, "20261121T0342…sock", ink, `text-anchor="middle" ${mono}`)}
${step(3, 712, 245, palette)}${text(728, 250, "start", ink)}
${step(4, 780, 245, palette)}${text(796, 250, "gate", ink)}
${legend.join("\n")}
</svg>
`;
}

/** Both pictures, by file name. */
export const pictures = Object.fromEntries(
  Object.entries(palettes).map(([name, palette]) => [`push-${name}.svg`, picture(palette)]),
);

if (import.meta.main)
  for (const [name, svg] of Object.entries(pictures)) writeFileSync(join(import.meta.dirname, "..", name), svg);
