import type { Rule } from "../../rule.ts";
import { httpUrl } from "./http-url.ts";
import { outboundCallWithoutTimeout } from "./outbound-call-without-timeout.ts";
import { wsgiStrBody } from "./wsgi-str-body.ts";

export const pythonRules: readonly Rule[] = [httpUrl, outboundCallWithoutTimeout, wsgiStrBody];
