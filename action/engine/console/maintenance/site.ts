import type { ConsoleOption } from "../option.ts";

/** The subcommands of `maintenance`. */
export const maintenanceWants = ["on", "off", "status"] as const;
export type MaintenanceWant = (typeof maintenanceWants)[number];

/** Has the file `on` while visitors get the page, and a file for each address that still gets the site. */
export const maintenanceFolder = (name: string) => `/srv/${name}/maintenance`;

/** The maintenance page: path in the repository. */
export const maintenancePage = "deploy/maintenance.html";

/**
 * What a site needs inside `server { }` for `maintenance`, without indentation. nginx checks for the files at every
 * request, so it needs no reload; a return at server level precedes every location, static files too.
 *
 * @param headers of the site, which a location with a header of its own would lose
 */
export function maintenanceLines(name: string, headers: readonly string[] = []): readonly string[] {
  const folder = maintenanceFolder(name);
  return [
    `# \`create-flask-deploy maintenance on\` makes the first file; an address that has a file of its own below allow/ passes.`,
    "set $closed 0;",
    `if (-f ${folder}/on) { set $closed 1; }`,
    `if (-f ${folder}/allow/$remote_addr) { set $closed 0; }`,
    `if ($uri ~ "^/(maintenance\\.html$|\\.well-known/acme-challenge/)") { set $closed 0; }`,
    "if ($closed) { return 503; }",
    "error_page 503 /maintenance.html;",
    "location = /maintenance.html {",
    "    internal;",
    `    root /srv/${name}/current/deploy;`,
    "    # A release without the page: nginx's own.",
    "    try_files /maintenance.html =503;",
    ...headers.map((header) => `    add_header ${header} always;`),
    "    add_header Retry-After 300 always;",
    "    add_header Cache-Control no-store always;",
    "}",
  ];
}

/** Whether the text of a site has those lines in any form. */
export const knowsMaintenance = (nginxConfig: string, name: string): boolean =>
  nginxConfig.includes(`${maintenanceFolder(name)}/on`);

export const maintenanceOptions = {
  allow: {
    name: "allow",
    kind: "text",
    value: "ADDRESS",
    many: true,
    help: "address or CIDR block that still gets the site (repeatable); each `on` replaces the list",
  },
} as const satisfies Record<string, ConsoleOption>;
