import { isIP } from "node:net";
import { domainToASCII } from "node:url";

const words = (text: string) => new Set(text.trim().split(/\s+/));

const keywords = words(`
  false none true and as assert async await break class continue def del elif else except finally for from global if import
  in is lambda nonlocal not or pass raise return try while with yield match case type`);

/** Top-level modules of Python's standard library whose spelling is also a legal app name. */
const standardModules = words(`
  abc aifc argparse array ast asynchat asyncio asyncore atexit audioop base64 bdb binascii bisect builtins bz2 cprofile calendar
  cgi cgitb chunk cmath cmd code codecs codeop collections colorsys compileall concurrent configparser contextlib contextvars
  copy copyreg crypt csv ctypes curses dataclasses datetime dbm decimal difflib dis distutils doctest email encodings ensurepip
  enum errno faulthandler fcntl filecmp fileinput fnmatch fractions ftplib functools gc genericpath getopt getpass gettext glob
  graphlib grp gzip hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io ipaddress itertools json keyword
  lib2to3 linecache locale logging lzma mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt multiprocessing
  netrc nis nntplib nt ntpath numbers opcode operator optparse os ossaudiodev pathlib pdb pickle pickletools pipes pkgutil
  platform plistlib poplib posix posixpath pprint profile pstats pty pwd pyclbr pydoc pyexpat queue quopri random re readline
  reprlib resource rlcompleter runpy sched secrets select selectors shelve shlex shutil signal site smtpd smtplib sndhdr socket
  socketserver spwd sqlite3 sre ssl stat statistics string stringprep struct subprocess sunau symtable sys sysconfig syslog
  tabnanny tarfile telnetlib tempfile termios test textwrap this threading time timeit tkinter token tokenize tomllib trace
  traceback tracemalloc tty turtle turtledemo types typing unicodedata unittest urllib uu uuid venv warnings wave weakref
  webbrowser winreg winsound wsgiref xdrlib xml xmlrpc zipapp zipfile zipimport zlib zoneinfo`);

/** Users and groups of Debian's base-passwd and of systemd, which are on every server before the app's own. */
const accounts = words(`
  root daemon bin sys sync games man lp mail news uucp proxy www-data backup list irc gnats nobody nogroup operator adm tty
  disk kmem dialout fax voice cdrom floppy tape sudo audio dip src shadow utmp video sasl plugdev staff users wheel input kvm
  render sgx crontab netdev messagebus polkitd sshd systemd-journal systemd-network systemd-resolve systemd-timesync`);

/** The app gets a user, units and folders of its name; these belong to others. (YAML reads `null` as no name at all.) */
const taken = words(`
  nginx apache deploy admin postgres mysql redis app wsgi static templates tests flask uwsgi gunicorn
  werkzeug jinja2 ssh cron supervisor emperor current default shared null
  flask-deploy user getty systemd lock docker containerd podman udev dbus mount credentials`);

/** Why a name cannot be the app's; undefined if it can. It becomes a Linux user, a folder, a unit and a socket path. */
export function nameProblem(name: string): string | undefined {
  if (name === "") return "must not be empty";
  if (name.length > 31)
    return `must have at most 31 characters, the limit of a Linux user name (this one has ${name.length})`;
  if (!/^[a-z][a-z0-9-]*$/.test(name)) {
    const near = suggestion(name);
    return `must be made of a-z, 0-9 and "-", and start with a letter${near && ` (try ${near})`}`;
  }
  if (name.endsWith("-")) return 'must not end with "-"';
  const instead = `choose another, such as my-${name}`;
  if (keywords.has(name)) return `"${name}" is a keyword of Python: ${instead}`;
  if (standardModules.has(name)) return `"${name}" is a module of Python's standard library: ${instead}`;
  if (accounts.has(name)) return `"${name}" is a user or group of every Linux system: ${instead}`;
  if (taken.has(name)) return `"${name}" is reserved by the system or by the scaffold: ${instead}`;
  return undefined;
}

/** The nearest valid spelling of a name, or "" if there is none. */
export function suggestion(name: string): string {
  const near = name
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, 31)
    .replace(/-+$/, "");
  return near !== name && nameProblem(near) === undefined ? near : "";
}

/** Words of an answer that may hold several. */
export const wordsOf = (text: string): string[] => text.split(/[\s,]+/).filter(Boolean);

/** The first name of a site, to which the others redirect; "_" for any. */
export const canonicalName = (domains: string): string => wordsOf(domains)[0] ?? "_";

/** Why a text cannot be the names of the site; undefined if it can. */
export function domainsProblem(domains: string): string | undefined {
  const names = wordsOf(domains);
  if (names.length < 2 || domains.includes("\n")) return domainProblem(domains);
  if (names.includes("_")) return '"_" matches any host name, so it stands alone';
  const wrong = names.find((name) => domainProblem(name));
  if (wrong) return `${wrong} ${domainProblem(wrong)}`;
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  return twice && `${twice} is there twice`;
}

/** Names that no public CA knows: RFC 2606, RFC 6761, RFC 8375, and what ICANN keeps for private use. */
const privateNames = /(^|\.)(test|invalid|localhost|local|internal|lan|home|corp|home\.arpa)$/i;

/** Whether a public CA can issue a certificate for the first of these names. */
export function hasPublicName(domains = "_"): boolean {
  const [name = ""] = wordsOf(domains);
  return name.includes(".") && !isIP(name) && !privateNames.test(name);
}

/** Why a text cannot be an e-mail address, or no address; undefined if it can. */
export const emailProblem = (text: string): string | undefined =>
  text === "" || /^[A-Za-z0-9._+-]{1,64}@(?!-)[A-Za-z0-9.-]{1,255}$/.test(text)
    ? undefined
    : "must be an e-mail address, or empty";

/** Why a text cannot be an ACME directory; undefined if it can. */
export const urlProblem = (text: string): string | undefined =>
  /^https:\/\/[A-Za-z0-9.:[\]-]+\/[\w./:-]*$/.test(text) ? undefined : "must be an https URL";

/** Why a text cannot be a path on the server; undefined if it can. */
export const pathProblem = (text: string): string | undefined =>
  /^\/[\w./-]+$/.test(text) && !text.split("/").includes("..")
    ? undefined
    : 'must be an absolute path of letters, digits, "_", "-", "." and "/"';

/** Why a text cannot be address blocks; undefined if it can. */
export function blocksProblem(text: string): string | undefined {
  if (/[\t\n\v\f\r\u2028\u2029]/.test(text) || text.trim() !== text) return "must have one blank between two blocks";
  const wrong = wordsOf(text).find((block) => {
    const [address = "", length] = block.split("/");
    const most = { 0: -1, 4: 32, 6: 128 }[isIP(address)] ?? -1;
    return most < 0 || (length !== undefined && !(/^\d{1,3}$/.test(length) && Number(length) <= most));
  });
  return wrong && `${wrong} is not an address block, such as 203.0.113.0/24`;
}

/** Why a text cannot be a server_name of the site; undefined if it can. */
export function domainProblem(domain: string): string | undefined {
  if (domain === "_") return undefined;
  if (domain === "") return 'must not be empty: write "_" to match any host name';
  if (/[\s'"`;{}\\$#\p{Cc}]/u.test(domain)) return "must be one host name, without spaces, quotes or other characters";
  if (domain.includes("://")) return "must be a host name, not a URL: leave out the scheme and what follows the name";
  if (domain.includes("/")) return "must be a host name, without a path";
  if (domain.includes(":")) return "must be a host name, without a port";
  if (domain.includes("*"))
    return "must be one host name: a wildcard goes into deploy/nginx.conf by hand, beside its certificate";
  if (domain.includes("_")) return 'must not contain "_": host names are made of letters, digits and "-"';
  if (domain.length > 253) return "must have at most 253 characters";
  if (/\P{ASCII}/u.test(domain)) {
    const ascii = domainToASCII(domain);
    return `must be written in its ASCII form${ascii && ` (${ascii})`}`;
  }
  const label = /^(?!-)[a-z0-9-]{1,63}(?<!-)$/i;
  if (!domain.split(".").every((part) => label.test(part)))
    return 'must be a host name: labels of letters, digits and inner "-", joined by dots';
  return undefined;
}

/** Whether a version of Python, as "3.11.7", is at least another, as "3.11". */
export function isAtLeast(version: string, oldest: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [wantedMajor = 3, wantedMinor = 0] = oldest.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

/** Why a text cannot be the minimum Python; undefined if it can. gunicorn 27 and current pyuwsgi wheels need 3.10. */
export function versionProblem(version: string): string | undefined {
  const minor = /^3\.(\d{1,2})$/.exec(version)?.[1];
  if (minor === undefined) return 'must read like "3.11"';
  return Number(minor) < 10 ? "is too old: the app servers need Python 3.10 or newer" : undefined;
}
