/** Where a release goes, and how to log in there. */
export interface Login {
  readonly host: string;
  readonly user: string;
  readonly port?: number;
  readonly identityFile?: string;
  readonly knownHostsFile?: string;
  /** Of a key that lies in `identityFile` only while ssh needs it, who puts it there and takes it away again. */
  readonly key?: KeyFile;
  /** More ssh options, each an `-o` value. */
  readonly options?: readonly string[];
}

/** The server's name in known_hosts; a port other than 22 is part of it. */
export const knownHostsName = (host: string, port = 22): string => (port === 22 ? host : `[${host}]:${port}`);

/** Twice is as good as once, of either. */
export interface KeyFile {
  /** Before each connection. */
  readonly put: () => void;
  /** Once the connection stands and code of others is to run here, such as what builds a package. */
  readonly remove: () => void;
}
