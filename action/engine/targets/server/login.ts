/** Where a release goes, and how to log in there. */
export interface Login {
  /** A name, an address, or an alias of the user's ssh config. */
  readonly host: string;
  readonly user: string;
  readonly port?: number;
  /** Private key; ssh's own choice (agent, defaults) when left out. */
  readonly identityFile?: string;
  /** Where the host's key is pinned; the user's own known_hosts when left out. */
  readonly knownHostsFile?: string;
  /** Of a key that lies in `identityFile` only while ssh needs it, who puts it there and takes it away again. */
  readonly key?: KeyFile;
  /** More options for ssh, each `-o` value on its own: `["KnownHostsCommand=…"]`. */
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
