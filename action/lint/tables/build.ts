import { arityOf } from "./arity.ts";
import { byName } from "./grouped.ts";

/** Turns the references of nginx, uWSGI, gunicorn and systemd into the small tables that are committed here. */

/** One row for each module that has the name: contexts, fewest and most arguments (-1: any), 1 for a block, kind of its value. */
export type NginxRow = readonly [contexts: string, min: number, max: number, block: 0 | 1, value?: NginxValue];
export type NginxValue = "flag" | "size" | "time" | "number";
export type NginxTable = Record<string, readonly NginxRow[]>;
/** bool, int, list (repeatable), str, logic (if-…, for), or "flag" without a value; then its short letter. */
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
const arityOverrides = byName<readonly [min: number, max: number]>({
  "[0,-1]": ["health_check"],
  "[0,1]": ["stub_status"],
  "[0,2]": ["random"],
  "[1,-1]": [
    "access_log error_log fastcgi_cache_valid gzip_disable gzip_proxied if keyval_zone listen",
    "proxy_cache_valid resolver scgi_cache_valid server_name sticky uwsgi_cache_valid worker_cpu_affinity",
  ],
  "[1,1]": ["env gzip_static include match server_names_hash_bucket_size userid"],
  "[1,2]": [
    "auth_jwt expires hash keepalive keepalive_timeout location open_file_cache proxy_cookie_path",
    "proxy_cookie_domain proxy_redirect return ssl_session_cache zone",
  ],
  "[1,3]": ["limit_req"],
  "[1,4]": ["open_log_file_cache proxy_cookie_flags"],
  "[2,-1]": ["fastcgi_cache_path log_format proxy_cache_path scgi_cache_path try_files uwsgi_cache_path"],
  "[2,2]": ["charset_map limit_conn limit_conn_zone map perl_set split_clients sub_filter"],
  "[2,3]": ["fastcgi_param rewrite scgi_param uwsgi_param"],
  "[3,4]": ["limit_req_zone"],
});

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

/** What is in nginx's source but not in its documentation: a directive, or further contexts of one. */
const undocumented: NginxTable = { post_action: [["http location location-if server", 1, 1, 0]] };
const morePlaces: Readonly<Record<string, readonly string[]>> = {
  error_log: ["mail-server", "stream-server"],
  fastcgi_split_path_info: ["http", "server"],
  secure_link_secret: ["http", "server"],
};

/** Syntax lines that say all there is about the one value. */
const values: Readonly<Record<string, NginxValue>> = {
  "`on` | `off`": "flag",
  "*`size`*": "size",
  "*`time`*": "time",
  "*`timeout`*": "time",
  "*`number`*": "number",
};

export function nginxTable(directives: readonly ReferenceDirective[]): NginxTable {
  const rows = new Map<string, NginxRow[]>();
  for (const directive of directives) {
    const arity = arityOf(directive.syntax);
    // An upstream's `server` shares its name with the block, whose documentation is complete.
    const override =
      directive.name === "server" ? (arity.block ? undefined : ([1, -1] as const)) : arityOverrides.get(directive.name);
    const [min, max] = override ?? [arity.min, arity.max];
    const value = directive.syntax.length === 1 ? values[directive.syntax[0] as string] : undefined;
    const places = [...new Set([...contextNames(directive), ...(morePlaces[directive.name] ?? [])])].sort().join(" ");
    const block = arity.block || directive.isBlock ? 1 : 0;
    const row: NginxRow = value ? [places, min, max, block, value] : [places, min, max, block];
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
  // Rows that a macro or a loop generates are only in --help.
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
