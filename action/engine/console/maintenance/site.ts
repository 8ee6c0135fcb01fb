/** What can be asked of maintenance. */
export const maintenanceWants = ["on", "off", "status"] as const;
export type MaintenanceWant = (typeof maintenanceWants)[number];

/** In it `on` while visitors get the page, and a file for each address that still gets the app. */
export const maintenanceFolder = (name: string) => `/srv/${name}/maintenance`;

/** The page that visitors get, in the repository. */
export const maintenancePage = "deploy/maintenance.html";

/**
 * What a site needs inside `server { }` for `maintenance`, with no indentation. nginx looks for the files at every
 * request, so nothing is reloaded; a return at the server's level comes before every location, static files too.
 */
export function maintenanceLines(name: string): readonly string[] {
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
    "    add_header Retry-After 300 always;",
    "    add_header Cache-Control no-store always;",
    "}",
  ];
}

/** Whether a site's text has them, in whatever form. */
export const knowsMaintenance = (nginxConfig: string, name: string): boolean =>
  nginxConfig.includes(`${maintenanceFolder(name)}/on`);
