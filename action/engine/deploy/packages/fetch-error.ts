import { lastLines } from "../../process/run.ts";
import { DeployError, unbuildable } from "../deploy-error.ts";
import type { Build } from "./build.ts";
import { minorOf, type ServerPython } from "./python.ts";

/** Turns pip's output into errors with what to do about them. */

const offline =
  /Temporary failure|ConnectionError|Read timed out|Max retries|Network is unreachable|NewConnectionError|Name or service not known|getaddrinfo|Connection (broken|refused|reset|aborted)|ProxyError/i;

export const isMissing = (said: string): boolean =>
  /No matching distribution|Could not find a version/.test(said) && !offline.test(said);

export const isConflict = (said: string): boolean => /ResolutionImpossible|conflicting dependencies/.test(said);

/** The lock has a package that would need a build, or that does not exist for the server's Python. */
export const sayNoWheel = ({ packages: { lock }, python }: Build, said: string): string =>
  `${lock.from} names a package without a wheel for Python ${minorOf(python)} on ${python.machine}: ${missing(said)}`;

export const pinAdvice = (python: ServerPython): string =>
  `Pin a version that has one, or deploy from a machine with Python ${minorOf(python)} and a C library no newer than the server's.`;

const missing = (said: string) => /No matching distribution found for (\S+)/.exec(said)?.[1] ?? lastLines(said, 2);

/** The error for a package that could not be built. */
export function buildError({ packages: { lock } }: Build, shown: string, said: string): DeployError {
  if (offline.test(said))
    return new DeployError(
      "infrastructure",
      "build",
      `${shown} could not be built: its build requirements could not be fetched:\n${lastLines(said, 8)}`,
    );
  return unbuildable(`${shown} of ${lock.from} could not be built:\n${lastLines(said, 12)}`);
}

export function fetchError({ packages: { lock }, python }: Build, said: string): DeployError {
  const last = lastLines(said, 8);
  if (/hash(es)? (are|do|does) not match|THESE PACKAGES DO NOT MATCH|hash mismatch/i.test(said))
    return unbuildable(`a package does not match its hash in ${lock.from}:\n${last}`, "Compile the lock again.");
  // A lock compiled on another Python may omit packages that only the server's Python needs.
  if (/In --require-hashes mode, all requirements must have|Hashes are required in --require-hashes mode/.test(said))
    return unbuildable(
      `${lock.from} is missing a package, or its hash, that the server's Python ${python.version} needs:\n${last}`,
      "Compile it for every Python: uv pip compile --universal --generate-hashes requirements.in --output-file requirements.txt",
    );
  if (/is not a supported wheel on this platform/.test(said))
    return unbuildable(
      `a wheel of ${lock.from} does not run on the server's Python ${python.version} on ${python.machine}:\n${last}`,
    );
  if (offline.test(said))
    return new DeployError(
      "infrastructure",
      "build",
      `the packages of ${lock.from} could not be fetched, because the package index cannot be reached:\n${last}`,
      "Connect to the network, or set PIP_INDEX_URL to a reachable index, then deploy again.",
    );
  return unbuildable(`the packages of ${lock.from} could not be fetched:\n${last}`);
}
