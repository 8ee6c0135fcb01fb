import type { Range } from "../files/source.ts";
import type { Fix } from "../finding.ts";
import { applied } from "../fix/fix.ts";
import { countsOf } from "../report.ts";
import { exampleFiles } from "../rule.ts";
import { rules } from "../rules/index.ts";
import { Editor } from "./editor.ts";
import { byId, element } from "./element.ts";
import { empty, example, files, type Texts, textsOf } from "./files.ts";
import { findingItem } from "./finding-item.ts";
import { Beside } from "./lint-worker.ts";
import { fromFragment, toFragment } from "./share.ts";

/** More findings would take too long to show, and nobody reads them. */
const mostShown = 200;

const pages = new Map(rules.map((rule) => [rule.id, rule]));

/** Builds the page; called once. */
export function start(): void {
  const status = byId("status");
  const editors = files.map((file) => new Editor(file, { choose: () => choose(file.path), change: soon }));
  const editorOf = (path: string) => editors.find((editor) => editor.path === path) as Editor;
  // The page's only script is the worker's as well.
  const beside = new Beside(document.querySelector("script")?.textContent ?? "");
  let timer: ReturnType<typeof setTimeout> | undefined;

  function choose(path: string): void {
    for (const editor of editors) editor.show(editor.path === path);
  }

  /** Lints when typing pauses; later for texts so long that it would be noticeable. */
  function soon(): void {
    clearTimeout(timer);
    const length = editors.reduce((sum, editor) => sum + editor.text.length, 0);
    timer = setTimeout(() => void show(), length > 500_000 ? 800 : 150);
  }

  /** Resolves once the current texts are linted and shown, or newer ones have replaced them. */
  async function show(): Promise<void> {
    clearTimeout(timer);
    const filled = editors.filter((editor) => editor.text.trim() !== "");
    const texts = filled.map(({ path, text }) => ({ path, text }));
    const findings = await beside.lint(texts);
    // The text has changed meanwhile: these positions are outdated, and new findings will follow.
    if (!findings || texts.some(({ path, text }) => editorOf(path).text !== text)) return;
    for (const editor of editors)
      editor.paint(
        findings
          .filter(({ at }) => at.source.path === editor.path)
          .map(({ at, severity }) => ({ start: at.start, end: at.end, severity })),
      );
    const shown = findings.slice(0, mostShown);
    byId("findings").replaceChildren(
      ...shown.map((finding) => findingItem(finding, pages.get(finding.rule), { goTo, apply })),
      ...(shown.length < findings.length ? [element("li", {}, `and ${findings.length - shown.length} more`)] : []),
    );
    if (filled.length === 0) status.textContent = "Paste a file, or try the example.";
    else status.textContent = findings.length === 0 ? "No fixes to apply." : countsOf(findings);
  }

  function goTo(at: Range): void {
    choose(at.source.path);
    editorOf(at.source.path).goTo(at.start, at.end);
  }

  function apply({ edits }: Fix): void {
    for (const path of new Set(edits.map(({ at }) => at.source.path))) {
      const own = edits.filter(({ at }) => at.source.path === path);
      const editor = editorOf(path);
      const source = own[0]?.at.source;
      // The text has changed since: the positions of this fix are outdated, and new findings will follow.
      if (!source || source.text !== editor.text) continue;
      const at = Math.min(...own.map((edit) => edit.at.start));
      choose(path);
      editor.type(applied(source.text, own));
      editor.goTo(at, at);
    }
    void show();
  }

  async function fill(texts: Texts): Promise<void> {
    for (const editor of editors) editor.text = texts[editor.id];
    await show();
  }

  async function share(): Promise<void> {
    // A pending run would overwrite the status.
    await show();
    const texts = Object.fromEntries(editors.map(({ id, text }) => [id, text])) as unknown as Texts;
    history.replaceState(null, "", `#${await toFragment(texts)}`);
    const copied = await navigator.clipboard.writeText(location.href).then(
      () => true,
      () => false,
    );
    status.textContent = `The link in the address bar contains your files${copied ? ", and is copied" : ""}.`;
  }

  async function open(): Promise<void> {
    const fragment = location.hash.slice(1);
    const rule = pages.get(fragment);
    const shared = rule ? textsOf(exampleFiles(rule, rule.bad)) : fragment ? await fromFragment(fragment) : example;
    const filled = fill(shared ?? empty);
    const first = editors.find((editor) => editor.text !== "") ?? editors[0];
    if (first) choose(first.path);
    await filled;
    if (!shared) status.textContent = "This link is damaged: it may be truncated.";
  }

  /** Arrow keys, Home and End move between tabs, as in the ARIA pattern for tabs. */
  function move(event: KeyboardEvent): void {
    const at = editors.findIndex(({ tab }) => tab === document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    const next = to === undefined ? undefined : editors.at(to % editors.length);
    if (!next || at < 0) return;
    event.preventDefault();
    choose(next.path);
    next.tab.focus();
  }

  byId("tabs").append(...editors.map(({ tab }) => tab));
  byId("panels").append(...editors.map(({ panel }) => panel));
  byId("tabs").addEventListener("keydown", move);
  byId("example").addEventListener("click", () => void fill(example));
  byId("clear").addEventListener("click", () => void fill(empty));
  byId("share").addEventListener("click", () => void share());
  window.addEventListener("hashchange", () => void open());
  void open();
}
