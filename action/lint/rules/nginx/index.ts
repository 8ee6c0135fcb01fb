import type { Rule } from "../../rule.ts";
import { aliasSlashMismatch } from "./alias-slash-mismatch.ts";
import { proxyDirectiveWithUwsgiPass } from "./proxy-directive-with-uwsgi-pass.ts";
import { syntax } from "./syntax.ts";
import { unknownDirective } from "./unknown-directive.ts";
import { wrongContext } from "./wrong-context.ts";

export const nginxRules: readonly Rule[] = [
  aliasSlashMismatch,
  proxyDirectiveWithUwsgiPass,
  syntax,
  unknownDirective,
  wrongContext,
];
