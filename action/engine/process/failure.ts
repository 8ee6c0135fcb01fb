/** The command did not do what it was asked to. The message gives the reason and the next step (exit code 1). */
export class Failure extends Error {
  override name = "Failure";
}

/** The user or the system stopped the command (exit code 128 + the signal's number, as in a shell). */
export class Interrupted extends Error {
  override name = "Interrupted";
  readonly signal: "SIGINT" | "SIGTERM" | "SIGHUP";
  constructor(signal: "SIGINT" | "SIGTERM" | "SIGHUP" = "SIGINT", message = "interrupted") {
    super(message);
    this.signal = signal;
  }
}
