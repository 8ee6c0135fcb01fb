import { lint } from "../engine.ts";
import { type Range, Source } from "../files/source.ts";
import type { Edit, Finding } from "../finding.ts";

/** A file of the page: where the linter knows it by, and what stands in it. */
export interface PageFile {
  readonly path: string;
  readonly text: string;
}

/** A piece of the file of that number; findings cross from thread to thread without their files. */
interface Piece {
  readonly file: number;
  readonly start: number;
  readonly end: number;
}

type Packed = Omit<Finding, "at" | "related" | "fix"> & {
  readonly at: Piece;
  readonly related: readonly (Piece & { readonly message: string })[];
  readonly fix?: Omit<NonNullable<Finding["fix"]>, "edits"> & {
    readonly edits: readonly (Piece & { readonly text: string })[];
  };
};

/** More would take longer to hand over and to show than anyone would take to read; all of them are counted. */
const mostSent = 20_000;

/** What the linter says of the files, with `whole: false`: what is not on the page may well exist. */
function found(files: readonly PageFile[]): readonly Finding[] {
  return lint(
    files.map(({ path, text }) => ({ path, content: text })),
    { whole: false },
  ).findings;
}

function packed(findings: readonly Finding[], files: readonly PageFile[]): Packed[] {
  const piece = ({ source, start, end }: Range): Piece => ({
    file: files.findIndex(({ path }) => path === source.path),
    start,
    end,
  });
  return findings.slice(0, mostSent).map(({ at, related, fix, ...rest }) => ({
    ...rest,
    at: piece(at),
    related: related.map((one) => ({ ...piece(one.at), message: one.message })),
    ...(fix ? { fix: { ...fix, edits: fix.edits.map((edit) => ({ ...piece(edit.at), text: edit.text })) } } : {}),
  }));
}

function unpacked(findings: readonly Packed[], files: readonly PageFile[]): Finding[] {
  const sources = files.map(({ path, text }) => new Source(path, text));
  const range = ({ file, start, end }: Piece): Range => (sources[file] as Source).range(start, end);
  return findings.map(({ at, related, fix, ...rest }) => ({
    ...rest,
    at: range(at),
    related: related.map((one) => ({ at: range(one), message: one.message })),
    ...(fix ? { fix: { ...fix, edits: fix.edits.map((edit): Edit => ({ at: range(edit), text: edit.text })) } } : {}),
  }));
}

/** In the worker: lints what the page sends, one after the other. */
export function serve(): void {
  addEventListener("message", ({ data }: MessageEvent<readonly PageFile[]>) => {
    postMessage(packed(found(data), data));
  });
}

interface Asked {
  readonly files: readonly PageFile[];
  done(findings: readonly Finding[] | undefined): void;
}

/**
 * Lints in a worker, so that the page never waits. While one run goes on, only the last of those that are asked for
 * waits for its turn. Where a browser makes no worker of the page's script, the page lints itself.
 */
export class Beside {
  #worker: Worker | undefined;
  #running: Asked | undefined;
  #next: Asked | undefined;

  constructor(script: string) {
    try {
      this.#worker = workerOf(script);
    } catch {
      return;
    }
    this.#worker.addEventListener("message", ({ data }: MessageEvent<readonly Packed[]>) => {
      const asked = this.#running;
      this.#advance();
      asked?.done(unpacked(data, asked.files));
    });
    this.#worker.addEventListener("error", () => this.#giveUp());
  }

  /** What is found in the files; undefined when newer ones were handed over before their turn came. */
  lint(files: readonly PageFile[]): Promise<readonly Finding[] | undefined> {
    if (!this.#worker) return Promise.resolve(found(files));
    return new Promise((done) => {
      this.#next?.done(undefined);
      this.#next = { files, done };
      if (!this.#running) this.#advance();
    });
  }

  #advance(): void {
    this.#running = this.#next;
    this.#next = undefined;
    if (this.#running) this.#worker?.postMessage(this.#running.files);
  }

  #giveUp(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    for (const asked of [this.#running, this.#next]) asked?.done(found(asked.files));
    this.#running = this.#next = undefined;
  }
}

/** The policy that the page's Content-Security-Policy names: the only way to an address that may be run. */
const policyName = "beside";

type Policies = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedURLs };
type TrustedURLs = { createScriptURL(url: string): string };

function workerOf(script: string): Worker {
  // No module, though the page's is one: from a file on disk Chromium starts none. So what a module brings is said here.
  const text = ['"use strict";{', script, "\n}"];
  const address = URL.createObjectURL(new Blob(text, { type: "text/javascript" }));
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const own = { createScriptURL: (url: string) => (url === address ? url : "") };
  const trusted = (trustedTypes?.createPolicy(policyName, own) ?? own).createScriptURL(address);
  return new Worker(trusted);
}
