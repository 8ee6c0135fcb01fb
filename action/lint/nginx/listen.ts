import { children, type Directive } from "./tree.ts";

/** The port of a `listen`; 80 if it has none, undefined for a unix socket or a variable. */
export function listenPort(listen: Directive): number | undefined {
  const where = listen.args[0]?.text ?? "";
  if (where.startsWith("unix:") || where.includes("$")) return undefined;
  const port = /^(\d{1,5})$/.exec(where) ?? /:(\d{1,5})$/.exec(where);
  return port ? Number(port[1]) : 80;
}

/** Whether a server speaks TLS on any of its addresses. */
export function speaksTls(server: Directive): boolean {
  return (
    children(server.block, "listen").some((listen) => listen.args.some((arg) => /^(ssl|quic)$/.test(arg.text))) ||
    children(server.block, "ssl").some((ssl) => ssl.args[0]?.text === "on")
  );
}
