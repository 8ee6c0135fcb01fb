/** What has been done, and how each is taken back. */
export class Undo {
  readonly #steps: { what: string; back: () => Promise<unknown> }[] = [];

  /** Remembers how to take back what was just done; `what` names it should that fail. */
  add(what: string, back: () => Promise<unknown>): void {
    this.#steps.push({ what, back });
  }

  /** Takes everything back, newest first. Gives what could not be. */
  async run(): Promise<string[]> {
    const left: string[] = [];
    for (const { what, back } of this.#steps.splice(0).reverse())
      await back().catch((error: Error) => left.push(`${what} (${error.message})`));
    return left;
  }
}
