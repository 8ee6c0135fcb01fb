/** Writes the JSON Schema of flask-deploy.yml, which every scaffolded repository gets: `node .github/made/schema.ts`. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { schema } from "../../action/engine/app/schema.ts";

export const schemaPath = join(import.meta.dirname, "../../templates/deploy/flask-deploy.schema.json");
export const schemaText = (): string => `${JSON.stringify(schema(), null, 2)}\n`;

if (import.meta.main) writeFileSync(schemaPath, schemaText());
