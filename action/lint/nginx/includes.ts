import type { Project } from "../files/project.ts";
import { includedFiles } from "./included.ts";
import { type Block, children, type Directive, levels, named } from "./tree.ts";

/** Files that nginx has on every distribution, and the directives in them. */
const shipped: Readonly<Record<string, readonly string[]>> = {
  "mime.types": ["types"],
  uwsgi_params: ["uwsgi_param"],
  scgi_params: ["scgi_param"],
  fastcgi_params: ["fastcgi_param"],
  "fastcgi.conf": ["fastcgi_param"],
  proxy_params: ["proxy_set_header"],
  "options-ssl-nginx.conf": ["ssl_session_cache", "ssl_protocols", "ssl_ciphers"],
};

/** Whether nginx has the file on every distribution. */
export const isShipped = (name: string) => Object.hasOwn(shipped, name) || /^(koi-|win-|modules|snippets)/.test(name);

/** The headers that Debian's proxy_params sets. */
const proxyParams = ["host", "x-real-ip", "x-forwarded-for", "x-forwarded-proto"];

/** The file name in an include. */
export const includedName = (include: Directive) => include.args[0]?.text.split("/").at(-1) ?? "";

/** Snippets are rarely nested three deep. */
const deepest = 5;

/** The directives of one name that an include adds. */
function broughtBy(
  include: Directive,
  name: string,
  project: Project,
  depth = 0,
): { own: Directive[]; all: boolean } | "unknown" {
  const path = include.args[0]?.text ?? "";
  const base = includedName(include);
  if (Object.hasOwn(shipped, base)) return { own: [], all: shipped[base]!.includes(name) };
  const files = includedFiles(include, project.nginx);
  if (files.length === 0 && /[*?$]/.test(path)) {
    // Whole servers, or modules: they are beside this block, so nothing in them applies to it.
    return /(?:sites-\w+|conf\.d|modules(?:-enabled)?|servers|vhosts?)\/\*/.test(path)
      ? { own: [], all: false }
      : "unknown";
  }
  if (files.length === 0 || depth === deepest) return "unknown";
  const own = files.flatMap((file) => [...children(file.root, name)]);
  let all = false;
  for (const inner of files.flatMap((file) => children(file.root, "include"))) {
    const found = broughtBy(inner, name, project, depth + 1);
    if (found === "unknown") return found;
    own.push(...found.own);
    all ||= found.all;
  }
  return { own, all };
}

/** The directives that apply in a block, as far as these files show. */
export interface Holding {
  /** Those that apply, wherever they are. */
  readonly directives: readonly Directive[];
  /** An include that adds some of the name, of a file that distributions ship. */
  readonly shipped: Directive | undefined;
  /** Whether an include of a file that is not here may add more. */
  readonly unknown: boolean;
}

/**
 * The directives of a name that apply in a block by inheritance, with includes whose files are in the repository. nginx
 * uses those of the nearest block that has any, and no others.
 */
export function holding(project: Project, block: Block, name: string): Holding {
  let unknown = false;
  for (const level of levels(block)) {
    const directives = level.flatMap((part) => [...children(part, name)]);
    let brought: Directive | undefined;
    for (const include of level.flatMap((part) => children(part, "include"))) {
      const found = broughtBy(include, name, project);
      if (found === "unknown") unknown = true;
      else {
        directives.push(...found.own.filter((directive) => !directives.includes(directive)));
        if (found.all) brought = include;
      }
    }
    if (directives.length > 0 || brought) return { directives, shipped: brought, unknown };
  }
  return { directives: [], shipped: undefined, unknown };
}

/** Request headers that apply in a block, in lower case, with their values; undefined if an include may set more. */
export function requestHeaders(project: Project, block: Block): ReadonlyMap<string, string> | undefined {
  const { directives, shipped: params, unknown } = holding(project, block, "proxy_set_header");
  if (unknown) return undefined;
  return new Map([
    ...(params ? proxyParams.map((name) => [name, "$"] as const) : []),
    ...directives.map(({ args: [name, value] }) => [name?.text.toLowerCase() ?? "", value?.text ?? ""] as const),
  ]);
}

/**
 * Whether nginx sets a request header itself, so that the visitor's own does not reach the app; undefined if an include
 * that is not here may do it.
 */
export function writesHeader(project: Project, pass: Directive, header: string): boolean | undefined {
  if (pass.name.text === "proxy_pass") return requestHeaders(project, pass.parent)?.has(header.toLowerCase());
  const variable = `HTTP_${header.toUpperCase().replaceAll("-", "_")}`;
  const { directives, unknown } = holding(project, pass.parent, "uwsgi_param");
  return directives.some(({ args: [name] }) => name?.text === variable) || (unknown ? undefined : false);
}

/** Whether nginx trusts a proxy in front of it, a load balancer or a CDN, for what the visitor sent. */
export const behindProxy = (project: Project) =>
  project.nginx.some(
    (file) =>
      named(file, "set_real_ip_from", "real_ip_header").length > 0 ||
      /^[^#\n]*\$http_x_forwarded_proto/im.test(file.source.text),
  ) || [...project.paths].some((path) => /(?<![a-z])(cloudflare|traefik|haproxy|elb|alb)(?![a-z])/i.test(path));
