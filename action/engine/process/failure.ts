/** What was asked did not happen, for a reason that the message names together with the next step (exit 1). */
export class Failure extends Error {
  override name = "Failure";
}

/** A person or the system ended the command (exit 128 + the signal's number, as a shell reports it). */
export class Interrupted extends Error {
  override name = "Interrupted";
  readonly signal: "SIGINT" | "SIGTERM" | "SIGHUP";
  constructor(signal: "SIGINT" | "SIGTERM" | "SIGHUP" = "SIGINT", message = "interrupted") {
    super(message);
    this.signal = signal;
  }
}
