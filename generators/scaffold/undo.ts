/** What has been done, and how to undo each step. */
export class Undo {
  readonly #steps: { what: string; back: () => Promise<unknown> }[] = [];

  /** Registers how to undo what was just done; `what` names it in case that fails. */
  add(what: string, back: () => Promise<unknown>): void {
    this.#steps.push({ what, back });
  }

  /** Undoes everything, newest first. Returns what could not be undone. */
  async run(): Promise<string[]> {
    const left: string[] = [];
    for (const { what, back } of this.#steps.splice(0).reverse())
      await back().catch((error: Error) => left.push(`${what} (${error.message})`));
    return left;
  }
}
