import { lexCommands } from "../../command/lex.ts";
import { linesOf, pasted } from "../../files/lines.ts";
import type { Project } from "../../files/project.ts";
import type { Range, Text } from "../../files/source.ts";
import { replace, safe } from "../../fix/edit.ts";
import type { GunicornFile } from "../../gunicorn/conf.ts";
import { walk } from "../../nginx/tree.ts";
import { defineRule } from "../../rule.ts";

export const tabsNbsp = defineRule({
  id: "common/tabs-nbsp",
  severity: "error",
  summary: "No-break spaces, invisible characters and curly quotes from a web page",
  why: `Text that is copied from a web page often has no-break spaces for spaces and curly quotes for quotes. They look right, and to nginx, uWSGI and
systemd they are letters: nginx says 'unknown directive "listen 80"', uWSGI ignores "master " as an option of your own, systemd ignores
\`Restart=always \` as no value it knows, and Python stops with "invalid non-printable character U+00A0".`,
  bad: {
    "deploy/uwsgi.ini":
      "[uwsgi]\nmodule = wsgi:app\nmaster = true\ndie-on-term = true\nsocket =\u00a0/run/shop/shop.sock\n",
  },
  good: {
    "deploy/uwsgi.ini": "[uwsgi]\nmodule = wsgi:app\nmaster = true\ndie-on-term = true\nsocket = /run/shop/shop.sock\n",
  },
  check({ project, report }) {
    for (const { at, program } of oddities(project)) {
      const { source } = at;
      const text = source.slice(at);
      const odd = pasted.exec(text);
      if (!odd) continue;
      const code = (odd[0].codePointAt(0) as number).toString(16).toUpperCase().padStart(4, "0");
      report(
        source.range(at.start + odd.index, at.start + odd.index + odd[0].length),
        `${names[code] ?? "An invisible character"} (U+${code}) is a letter like any other to ${program}: \`${text.trim().slice(0, 60)}\` is not what it looks like.`,
        safe("write plain spaces and quotes", replace(at, plain(text))),
      );
    }
  },
});

const names: Record<string, string> = {
  "00A0": "A no-break space",
  "200B": "A zero-width space",
  "201C": "A curly quote",
  "201D": "A curly quote",
  "2018": "A curly quote",
  "2019": "A curly quote",
};

const spaces = /[\u00a0\u2007\u202f]/g;
const invisible = /[\u200b-\u200d\u2060\ufeff]/g;
const plain = (text: string) =>
  text
    .replace(spaces, " ")
    .replace(invisible, "")
    .replace(/[\u201c\u201d]/g, '"')
    .replace(/[\u2018\u2019]/g, "'");

/** Words outside quotes and comments in which such a character changes the meaning. */
function* oddities(project: Project): Generator<{ at: Range; program: string }> {
  for (const file of project.nginx) {
    if (!pasted.test(file.source.text)) continue;
    for (const directive of walk(file))
      for (const word of [directive.name, ...directive.args])
        if (!("quote" in word && word.quote) && breaks(word.text)) yield { at: word, program: "nginx" };
  }
  for (const file of project.uwsgi) {
    if (!pasted.test(file.source.text)) continue;
    for (const { name, value } of file.sections.flatMap((section) => section.options)) {
      if (pasted.test(name.text)) yield { at: name, program: "uWSGI" };
      if (value && atEnds(value.text)) yield { at: value, program: "uWSGI" };
    }
  }
  for (const file of project.units) {
    if (!pasted.test(file.source.text)) continue;
    for (const { key, value } of file.sections.flatMap((section) => section.entries)) {
      if (pasted.test(key.text)) yield { at: key, program: "systemd" };
      if (/^(Description|Documentation|X-.*)$/.test(key.text)) continue;
      if (/^(Exec.*|Environment)$/.test(key.text)) yield* inCommand(value, "systemd");
      else if (atEnds(value.source.slice(value))) yield { at: value, program: "systemd" };
    }
  }
  for (const file of project.supervisor) {
    if (!pasted.test(file.source.text)) continue;
    // Python's strip() removes them at the ends of a value; inside a command they stay.
    for (const { key, value } of file.sections.flatMap((section) => section.entries))
      if (key.text === "command") yield* inCommand(stripped(value), "supervisor");
  }
  for (const file of project.gunicorn) yield* inPython(file);
}

function stripped(value: Text): Text {
  const text = value.source.slice(value);
  return {
    ...value,
    start: value.start + text.length - text.trimStart().length,
    end: value.start + text.trimEnd().length,
  };
}

function* inCommand(value: Text, program: string) {
  const dialect = program === "systemd" ? "systemd" : "shlex";
  for (const word of lexCommands(value, dialect).flatMap((command) => command.words))
    if (!word.quoted && breaks(word.text)) yield { at: word, program };
}

/** Whether a text has a space or an invisible character anywhere, or a typographic quote at an end. */
const breaks = (text: string) => new RegExp(`${spaces.source}|${invisible.source}`).test(text) || atEnds(text);
const atEnds = (text: string) =>
  pasted.test(text[0] ?? "") || pasted.test(text.at(-1) ?? "") || new RegExp(invisible.source).test(text);

function* inPython(file: GunicornFile) {
  if (!pasted.test(file.source.text)) return;
  for (const line of linesOf(file.source)) {
    for (const found of line.text.matchAll(new RegExp(pasted.source, "g"))) {
      const at = line.start + found.index;
      let node = file.tree.resolveInner(at, 1);
      while (node.parent && !/String|Comment/.test(node.name)) node = node.parent;
      if (/String|Comment/.test(node.name)) continue;
      yield { at: file.source.range(line.start, line.end), program: "Python" };
      break;
    }
  }
}
