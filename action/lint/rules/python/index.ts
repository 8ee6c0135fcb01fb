export { httpUrl } from "./http-url.ts";
export { outboundCallWithoutTimeout } from "./outbound-call-without-timeout.ts";
export { runAtImport } from "./run-at-import.ts";
export { wsgiStrBody } from "./wsgi-str-body.ts";
