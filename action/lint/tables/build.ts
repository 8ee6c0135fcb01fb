import { arityOf } from "./arity.ts";

/** Turns what nginx, uWSGI, gunicorn and systemd say about themselves into the small tables that are committed here. */

/** One row a module that has the name: contexts, fewest and most arguments (-1: any), 1 for a block. */
export type NginxRow = readonly [contexts: string, min: number, max: number, block: 0 | 1];
export type NginxTable = Record<string, readonly NginxRow[]>;
/** bool, int, list (may be repeated), str, logic (if-…, for), and "flag" for what takes no value; with its short letter. */
export type UwsgiTable = Record<string, string>;
export type GunicornTable = Record<
  string,
  { readonly cli: readonly string[]; readonly type: string; readonly flag?: 1 }
>;
export type SystemdTable = Record<string, Record<string, string>>;

interface ReferenceDirective {
  readonly name: string;
  readonly module: string;
  readonly syntax: readonly string[];
  readonly contexts: readonly string[];
  readonly isBlock: boolean;
}

/** What the documentation's syntax lines leave open or state differently from nginx's source. */
const arityOverrides: Record<string, readonly [number, number]> = {
  access_log: [1, -1],
  auth_jwt: [1, 2],
  charset_map: [2, 2],
  env: [1, 1],
  error_log: [1, -1],
  expires: [1, 2],
  fastcgi_cache_path: [2, -1],
  fastcgi_cache_valid: [1, -1],
  fastcgi_param: [2, 3],
  gzip_disable: [1, -1],
  gzip_proxied: [1, -1],
  gzip_static: [1, 1],
  hash: [1, 2],
  health_check: [0, -1],
  if: [1, -1],
  include: [1, 1],
  keepalive: [1, 2],
  keepalive_timeout: [1, 2],
  keyval_zone: [1, -1],
  limit_conn: [2, 2],
  limit_conn_zone: [2, 2],
  limit_req: [1, 3],
  limit_req_zone: [3, 4],
  listen: [1, -1],
  location: [1, 2],
  log_format: [2, -1],
  map: [2, 2],
  match: [1, 1],
  open_file_cache: [1, 2],
  open_log_file_cache: [1, 4],
  perl_set: [2, 2],
  proxy_cache_path: [2, -1],
  proxy_cache_valid: [1, -1],
  proxy_cookie_flags: [1, 4],
  proxy_cookie_path: [1, 2],
  stub_status: [0, 1],
  proxy_cookie_domain: [1, 2],
  proxy_redirect: [1, 2],
  random: [0, 2],
  resolver: [1, -1],
  return: [1, 2],
  rewrite: [2, 3],
  scgi_cache_path: [2, -1],
  scgi_cache_valid: [1, -1],
  scgi_param: [2, 3],
  server_name: [1, -1],
  server_names_hash_bucket_size: [1, 1],
  split_clients: [2, 2],
  ssl_session_cache: [1, 2],
  sticky: [1, -1],
  sub_filter: [2, 2],
  try_files: [2, -1],
  userid: [1, 1],
  uwsgi_cache_path: [2, -1],
  uwsgi_cache_valid: [1, -1],
  uwsgi_param: [2, 3],
  worker_cpu_affinity: [1, -1],
  zone: [1, 2],
};

const familyOf = (module: string) =>
  module.startsWith("ngx_mail") ? "mail-" : module.startsWith("ngx_stream") ? "stream-" : "";

function contextNames(directive: ReferenceDirective): string[] {
  const family = familyOf(directive.module);
  return directive.contexts.flatMap((context) => {
    if (context === "") return ["any"];
    if (context === "if in location") return ["location-if"];
    if (context === "if") return ["server-if", "location-if"];
    return ["server", "upstream", "location"].includes(context) ? [family + context] : [context];
  });
}

/** What nginx's source has and its documentation leaves out: a directive, or places of one. */
const undocumented: NginxTable = { post_action: [["http location location-if server", 1, 1, 0]] };
const morePlaces: Readonly<Record<string, readonly string[]>> = {
  error_log: ["mail-server", "stream-server"],
  fastcgi_split_path_info: ["http", "server"],
  secure_link_secret: ["http", "server"],
};

export function nginxTable(directives: readonly ReferenceDirective[]): NginxTable {
  const rows = new Map<string, NginxRow[]>();
  for (const directive of directives) {
    const arity = arityOf(directive.syntax);
    // An upstream's `server` shares its name with the block, whose documentation says all there is.
    const override =
      directive.name === "server" ? (arity.block ? undefined : ([1, -1] as const)) : arityOverrides[directive.name];
    const [min, max] = override ?? [arity.min, arity.max];
    const row: NginxRow = [
      [...new Set([...contextNames(directive), ...(morePlaces[directive.name] ?? [])])].sort().join(" "),
      min,
      max,
      arity.block || directive.isBlock ? 1 : 0,
    ];
    rows.set(directive.name, [...(rows.get(directive.name) ?? []), row]);
  }
  return sorted({ ...undocumented, ...Object.fromEntries([...rows].map(([name, list]) => [name, unique(list)])) });
}

const handlerKinds: readonly (readonly [RegExp, string])[] = [
  [/^uwsgi_opt_(true|false|dyn_false)$/, "bool"],
  [/^uwsgi_opt_(set_int|set_64bit|set_16bit|set_megabytes|set_rawint|set_dyn)$/, "int"],
  [/^uwsgi_opt_logic$/, "logic"],
  [/^uwsgi_opt_(add_|load|static_map|check_static|pythonpath|pyrun|set_placeholder|sni|corerouter|legion_)/, "list"],
];

/** The option rows of uWSGI's C sources: `{"name", required_argument, 's', "text", handler, data, flags}`. */
export function uwsgiTable(help: string, sources: readonly string[]): UwsgiTable {
  const table: Record<string, string> = {};
  const row =
    /\{\s*(?:\(char \*\)\s*)?"([A-Za-z0-9_-]+)"\s*,\s*(required_argument|no_argument|optional_argument)\s*,\s*('.'|[^,]+?)\s*,\s*(?:"(?:[^"\\]|\\.)*"|[^,"]+)\s*,\s*([A-Za-z0-9_]+)\s*,/g;
  for (const text of sources) {
    for (const [, name, argument, short, handler] of text.matchAll(row)) {
      const known = handlerKinds.find(([pattern]) => pattern.test(handler as string))?.[1] ?? "str";
      const kind = argument === "no_argument" && known !== "bool" && known !== "int" ? "flag" : known;
      const letter = /^'(.)'$/.exec(short as string)?.[1];
      table[name as string] ??= letter ? `${kind} ${letter}` : kind;
    }
  }
  // Rows that a macro or a loop builds are only in --help.
  for (const [, letter, name] of help.matchAll(/^ {4}(?:-(.)\|)?--([A-Za-z0-9_-]+)/gm)) {
    table[name as string] ??= letter ? `str ${letter}` : "str";
  }
  return sorted(table);
}

interface KnownSetting {
  readonly name: string;
  readonly cli: readonly string[] | null;
  readonly validator: string;
  readonly action: string | null;
  readonly nargs: string | number | null;
}

const validatorTypes: readonly (readonly [RegExp, string])[] = [
  [/bool/, "bool"],
  [/pos_int|validate_int/, "int"],
  [/callable|hook|post_request/, "callable"],
  [/list|tuple|bind|hosts|ips|networks/, "list"],
  [/dict/, "dict"],
];

export function gunicornTable(settings: readonly KnownSetting[]): GunicornTable {
  return sorted(
    Object.fromEntries(
      settings.map((s) => [
        s.name,
        {
          cli: s.cli ?? [],
          type: validatorTypes.find(([pattern]) => pattern.test(s.validator))?.[1] ?? "str",
          ...(s.action?.startsWith("store_") ? { flag: 1 as const } : {}),
        },
      ]),
    ),
  );
}

/** `[Section]` and `Key=TYPE` lines, as `systemd --dump-configuration-items` prints them. */
export function systemdTable(dump: string): SystemdTable {
  const table: Record<string, Record<string, string>> = {};
  let section: Record<string, string> = {};
  for (const line of dump.split("\n")) {
    const header = /^\[(.+)\]$/.exec(line);
    if (header) {
      section = table[header[1] as string] ??= {};
      continue;
    }
    const [, key, type] = /^([A-Za-z0-9]+)=(.*)$/.exec(line) ?? [];
    if (key) section[key] = type as string;
  }
  return sorted(Object.fromEntries(Object.entries(table).map(([name, keys]) => [name, sorted(keys)])));
}

function unique(rows: readonly NginxRow[]): NginxRow[] {
  return [...new Map(rows.map((row) => [JSON.stringify(row), row])).values()];
}

function sorted<T>(record: Record<string, T>): Record<string, T> {
  return Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)));
}
