import type { Project } from "../files/project.ts";
import { includedFiles } from "./included.ts";
import { type Block, children, type Directive, levels, named } from "./tree.ts";

/** Files that every distribution's nginx has, and the directives that they bring. */
const shipped: Readonly<Record<string, readonly string[]>> = {
  "mime.types": ["types"],
  uwsgi_params: ["uwsgi_param"],
  scgi_params: ["scgi_param"],
  fastcgi_params: ["fastcgi_param"],
  "fastcgi.conf": ["fastcgi_param"],
  proxy_params: ["proxy_set_header"],
  "options-ssl-nginx.conf": ["ssl_session_cache", "ssl_protocols", "ssl_ciphers"],
};

/** Whether every distribution brings the file along. */
export const isShipped = (name: string) => Object.hasOwn(shipped, name) || /^(koi-|win-|modules|snippets)/.test(name);

/** The headers that Debian's proxy_params sets. */
const proxyParams = ["host", "x-real-ip", "x-forwarded-for", "x-forwarded-proto"];

/** The last part of an include's path. */
export const includedName = (include: Directive) => include.args[0]?.text.split("/").at(-1) ?? "";

/** Snippets that include snippets are rarely three deep. */
const deepest = 5;

/** What an include brings of one name. */
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
    // Whole servers, or modules: they stand beside, and nothing in them holds here.
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

/** What holds at a block, as far as the files at hand tell. */
export interface Holding {
  /** Those that hold, wherever they stand. */
  readonly directives: readonly Directive[];
  /** An include that brings some of the name, of a file that distributions ship. */
  readonly shipped: Directive | undefined;
  /** An include of a file that is not here may bring more. */
  readonly unknown: boolean;
}

/**
 * The directives of a name that hold at a block by inheritance, includes followed where their files are in the
 * repository. nginx takes the nearest block that has any, and that block's only.
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

/** The request headers that hold at a block, in lower case, with their values. Undefined where an include may set more. */
export function requestHeaders(project: Project, block: Block): ReadonlyMap<string, string> | undefined {
  const { directives, shipped: params, unknown } = holding(project, block, "proxy_set_header");
  if (unknown) return undefined;
  return new Map([
    ...(params ? proxyParams.map((name) => [name, "$"] as const) : []),
    ...directives.map(({ args: [name, value] }) => [name?.text.toLowerCase() ?? "", value?.text ?? ""] as const),
  ]);
}

/**
 * Whether nginx writes a request header by itself, so that the visitor's own does not reach what is behind; undefined
 * where an include that is not here may do it.
 */
export function writesHeader(project: Project, pass: Directive, header: string): boolean | undefined {
  if (pass.name.text === "proxy_pass") return requestHeaders(project, pass.parent)?.has(header.toLowerCase());
  const variable = `HTTP_${header.toUpperCase().replaceAll("-", "_")}`;
  const { directives, unknown } = holding(project, pass.parent, "uwsgi_param");
  return directives.some(({ args: [name] }) => name?.text === variable) || (unknown ? undefined : false);
}

/** nginx trusts another proxy itself, a balancer or a CDN, which says what the visitor sent. */
export const behindProxy = (project: Project) =>
  project.nginx.some(
    (file) =>
      named(file, "set_real_ip_from", "real_ip_header").length > 0 ||
      /^[^#\n]*\$http_x_forwarded_proto/im.test(file.source.text),
  ) || [...project.paths].some((path) => /(?<![a-z])(cloudflare|traefik|haproxy|elb|alb)(?![a-z])/i.test(path));
