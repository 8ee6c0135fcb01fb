import { lint } from "../engine.ts";
import { type Range, Source } from "../files/source.ts";
import type { Edit, Finding } from "../finding.ts";

/** A file of the page: its path for the linter, and its text. */
export interface PageFile {
  readonly path: string;
  readonly text: string;
}

/** A range in the file with that index; findings are sent between threads without their files. */
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

/** More findings would take too long to send and to show, and nobody reads them; all of them are counted. */
const mostSent = 20_000;

/** The findings with `whole: false`, since files that are not on the page may exist. */
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

/** In the worker: lints each message from the page. */
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
 * Lints in a worker, so that the page never blocks. During a run, only the newest request waits. If a browser cannot
 * make a worker from the page's script, the page lints in its own thread.
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

  /** The findings; undefined if newer files were passed before these were linted. */
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

/** The Trusted Types policy that the page's Content-Security-Policy allows: the only source of script URLs. */
const policyName = "beside";

type Policies = { createPolicy(name: string, rules: { createScriptURL(url: string): string }): TrustedURLs };
type TrustedURLs = { createScriptURL(url: string): string };

function workerOf(script: string): Worker {
  // No module, although the page's script is one: Chromium starts none from a file on disk. So a module's strict mode
  // and scope are added here.
  const text = ['"use strict";{', script, "\n}"];
  const address = URL.createObjectURL(new Blob(text, { type: "text/javascript" }));
  const { trustedTypes } = globalThis as { trustedTypes?: Policies };
  const own = { createScriptURL: (url: string) => (url === address ? url : "") };
  const trusted = (trustedTypes?.createPolicy(policyName, own) ?? own).createScriptURL(address);
  return new Worker(trusted);
}
