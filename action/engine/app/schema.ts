import { toJsonSchema } from "@valibot/to-json-schema";
import { type Field, fields } from "./fields.ts";
import { deploySettings, lintSettings, nginxVersion, snakeCase } from "./settings.ts";

/** JSON Schema (draft 7) of flask-deploy.yml, for editors. It omits what only code can check: reserved names etc. */
export function schema(): Record<string, unknown> {
  const of = (settings: Parameters<typeof toJsonSchema>[0]) => {
    const { $schema: _, ...rest } = toJsonSchema(settings, { typeMode: "input", errorMode: "ignore" });
    return rest;
  };
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "flask-deploy.yml",
    description: "The answers of the scaffold, and how the app is deployed",
    type: "object",
    additionalProperties: false,
    required: ["name"],
    properties: {
      ...Object.fromEntries(fields.map((field) => [snakeCase(field.key), property(field)])),
      deploy: { ...of(deploySettings), description: "where and how releases are deployed; times are seconds" },
      lint: { ...of(lintSettings), description: "severities of the linter's rules, and files that it skips" },
      nginx_version: { ...of(nginxVersion), description: "version of nginx on the server" },
    },
  };
}

function property({ kind, choices, range, pattern, list, help, standard }: Field): Record<string, unknown> {
  const type = kind === "integer" || kind === "boolean" ? kind : "string";
  const standing = standard({});
  return {
    description: help,
    type: list ? [type, "array"] : type,
    ...(list && { items: { type } }),
    ...(pattern && { pattern }),
    ...(choices && { enum: Object.keys(choices) }),
    ...(range && { minimum: range[0], maximum: range[1] }),
    ...(standing !== undefined && { default: standing }),
  };
}
