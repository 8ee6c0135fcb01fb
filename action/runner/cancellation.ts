/** A source of signals, such as a process. */
interface Signalled {
  once(signal: "SIGINT" | "SIGTERM", then: () => void): unknown;
}

/**
 * Aborted when the job is cancelled (the runner sends SIGINT, 7.5 seconds later SIGTERM, then kills) or when the
 * command's timeout expires. Logs which of them.
 */
export function cancellation(from: Signalled, seconds: number, say: (line: string) => void): AbortSignal {
  const controller = new AbortController();
  const stop = (why: string) => () => {
    if (!controller.signal.aborted) say(`${why}: stopping. A deploy that has not switched yet is undone.`);
    controller.abort();
  };
  from.once("SIGINT", stop("The job was cancelled"));
  from.once("SIGTERM", stop("The job was cancelled"));
  setTimeout(stop(`The timeout of ${seconds} s has expired`), seconds * 1000).unref();
  return controller.signal;
}
