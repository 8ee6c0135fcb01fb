import type { Severity } from "../finding.ts";
import { button, element } from "./element.ts";
import type { FileId } from "./files.ts";

/** A range of the text to underline. */
export interface Mark {
  readonly start: number;
  readonly end: number;
  readonly severity: Severity;
}

/** In longer texts, underlines and line numbers would slow down typing. */
const longestPainted = 200_000;

/** One tab with its panel: line numbers, the text, and a layer below it that only has underlines. */
export class Editor {
  readonly id: FileId;
  readonly path: string;
  readonly tab: HTMLButtonElement;
  readonly panel: HTMLElement;
  readonly #area: HTMLTextAreaElement;
  readonly #count = element("span", { class: "count" });
  readonly #lines = element("pre", { class: "lines", "aria-hidden": "true" });
  readonly #marks = element("pre", { class: "marks", "aria-hidden": "true" });

  constructor(file: { id: FileId; title: string; path: string }, on: { choose(): void; change(): void }) {
    this.id = file.id;
    this.path = file.path;
    const names = { tab: `tab-${file.id}`, panel: `panel-${file.id}` };
    this.tab = button(file.title, on.choose, { role: "tab", id: names.tab, "aria-controls": names.panel });
    this.tab.append(this.#count);
    this.#area = element("textarea", {
      ...{ "aria-label": file.path, wrap: "off", spellcheck: "false", autocomplete: "off", autocapitalize: "off" },
      placeholder: `Paste ${file.path} here`,
    });
    const layers = element("div", { class: "layers" }, this.#marks, this.#area);
    const attributes = { role: "tabpanel", id: names.panel, "aria-labelledby": names.tab };
    this.panel = element("div", attributes, this.#lines, layers);
    this.#area.addEventListener("input", () => {
      if (this.#area.value.startsWith("\uFEFF")) this.#area.value = this.#area.value.slice(1);
      this.#paintLines();
      this.#marks.replaceChildren();
      on.change();
    });
    this.#area.addEventListener("scroll", () => this.#follow());
  }

  get text(): string {
    return this.#area.value;
  }

  /** A byte order mark would shift every position by one, since the linter does not count it. */
  set text(text: string) {
    this.#area.value = text.replace(/^\uFEFF/, "");
    this.#paintLines();
  }

  show(chosen: boolean): void {
    this.panel.hidden = !chosen;
    this.tab.setAttribute("aria-selected", String(chosen));
    this.tab.tabIndex = chosen ? 0 : -1;
    if (chosen) this.#follow();
  }

  /** Replaces the text as if it were typed, so that the browser's own undo reverts it. */
  type(text: string): void {
    this.#area.focus();
    this.#area.select();
    if (!document.execCommand("insertText", false, text) || this.#area.value !== text) this.#area.value = text;
    this.#paintLines();
  }

  /** Selects a range of the text and scrolls to it. */
  goTo(start: number, end: number): void {
    const line = this.text.slice(0, start).split("\n").length - 1;
    this.#area.focus();
    this.#area.setSelectionRange(start, Math.max(start, end));
    const height = Number.parseFloat(getComputedStyle(this.#area).lineHeight);
    const [top, shown] = [line * height, this.#area.clientHeight];
    if (top < this.#area.scrollTop || top + 3 * height > this.#area.scrollTop + shown)
      this.#area.scrollTop = Math.max(0, top - shown / 3);
    this.#follow();
  }

  paint(marks: readonly Mark[]): void {
    this.#count.textContent = marks.length > 0 ? String(marks.length) : "";
    this.#count.setAttribute("aria-label", marks.length === 1 ? "1 finding" : `${marks.length} findings`);
    this.#count.dataset.severity = (["error", "warning", "info"] as const).find((severity) =>
      marks.some((mark) => mark.severity === severity),
    );
    const { text } = this;
    const painted: (Node | string)[] = [];
    let at = 0;
    for (const { start, end, severity } of text.length > longestPainted ? [] : marks) {
      if (start < at) continue;
      painted.push(text.slice(at, start), element("mark", { class: severity }, text.slice(start, end) || " "));
      at = Math.max(start, end);
    }
    this.#marks.replaceChildren(...painted, painted.length > 0 ? `${text.slice(at)}\n` : "");
    this.#follow();
  }

  #paintLines(): void {
    const { text } = this;
    const count = text.length > longestPainted ? 0 : text.split("\n").length;
    this.#lines.textContent = Array.from({ length: count }, (_, i) => i + 1).join("\n");
  }

  #follow(): void {
    this.#lines.scrollTop = this.#area.scrollTop;
    this.#marks.scrollTop = this.#area.scrollTop;
    this.#marks.scrollLeft = this.#area.scrollLeft;
  }
}
