import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** GitHub's own description of its API, as this package brings it (MIT); with all its variants it is 385 MB. */
const source = "@octokit/openapi@23.0.2";

/** The operations that we use. `node test/api/cut.ts` cuts the description down to them. */
const operations = [
  "post /repos/{owner}/{repo}/check-runs",
  "patch /repos/{owner}/{repo}/check-runs/{check_run_id}",
  "get /repos/{owner}/{repo}/pulls/{pull_number}/files",
  "get /repos/{owner}/{repo}/issues/{issue_number}/comments",
  "post /repos/{owner}/{repo}/issues/{issue_number}/comments",
  "patch /repos/{owner}/{repo}/issues/comments/{comment_id}",
  "get /repos/{owner}/{repo}/deployments",
  "post /repos/{owner}/{repo}/deployments",
  "get /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
  "post /repos/{owner}/{repo}/deployments/{deployment_id}/statuses",
  "get /user",
  "get /orgs/{org}",
  "get /orgs/{org}/teams/{team_slug}",
  "get /users/{username}",
  "get /repos/{owner}/{repo}",
  "patch /repos/{owner}/{repo}",
  "post /user/repos",
  "post /orgs/{org}/repos",
  "get /repos/{owner}/{repo}/environments/{environment_name}",
  "put /repos/{owner}/{repo}/environments/{environment_name}",
  "get /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies",
  "post /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies",
  "get /repos/{owner}/{repo}/actions/runs",
  "get /repos/{owner}/{repo}/actions/runs/{run_id}",
  "get /repos/{owner}/{repo}/actions/runs/{run_id}/jobs",
  "get /repos/{owner}/{repo}/actions/runs/{run_id}/pending_deployments",
  "post /repos/{owner}/{repo}/actions/runs/{run_id}/rerun",
  "post /repos/{owner}/{repo}/actions/runs/{run_id}/rerun-failed-jobs",
  "get /repos/{owner}/{repo}/actions/secrets",
  "get /repos/{owner}/{repo}/actions/secrets/public-key",
  "put /repos/{owner}/{repo}/actions/secrets/{secret_name}",
  "get /repos/{owner}/{repo}/actions/variables",
  "post /repos/{owner}/{repo}/actions/variables",
  "patch /repos/{owner}/{repo}/actions/variables/{name}",
  "get /repos/{owner}/{repo}/environments/{environment_name}/secrets",
  "get /repos/{owner}/{repo}/environments/{environment_name}/secrets/public-key",
  "put /repos/{owner}/{repo}/environments/{environment_name}/secrets/{secret_name}",
  "get /repos/{owner}/{repo}/environments/{environment_name}/variables",
  "post /repos/{owner}/{repo}/environments/{environment_name}/variables",
  "patch /repos/{owner}/{repo}/environments/{environment_name}/variables/{name}",
  "get /repos/{owner}/{repo}/releases",
  "post /repos/{owner}/{repo}/releases",
  "get /repos/{owner}/{repo}/releases/tags/{tag}",
  "patch /repos/{owner}/{repo}/releases/{release_id}",
  "post /repos/{owner}/{repo}/releases/{release_id}/assets",
];

type Json = { [key: string]: Json } & { $ref?: string };

/** What a request is checked against: parameters and bodies, with the components that they refer to. */
function cut(whole: Json): object {
  const kept: Record<string, Record<string, unknown>> = {};
  const components: Record<string, Record<string, unknown>> = {};
  const take = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    const { $ref } = value as Json;
    if (typeof $ref === "string") {
      const [, , kind = "", name = ""] = $ref.split("/");
      components[kind] ??= {};
      if (components[kind][name] !== undefined) return;
      components[kind][name] = whole.components?.[kind]?.[name];
      take(components[kind][name]);
    } else for (const inner of Object.values(value)) take(inner);
  };
  for (const operation of operations) {
    const [method = "", path = ""] = operation.split(" ");
    const { parameters, requestBody } = (whole.paths?.[path]?.[method] ?? {}) as Json;
    if (parameters === undefined) throw new Error(`${source} has no ${operation}`);
    const schema = requestBody?.content?.["application/json"]?.schema;
    take([parameters, schema]);
    kept[path] = { ...kept[path], [method]: { parameters, ...(schema && { schema }) } };
  }
  return { source: `${source} (MIT), cut by test/api/cut.ts`, paths: kept, components };
}

const folder = mkdtempSync(join(tmpdir(), "openapi-"));
try {
  execFileSync("npm", ["install", "--no-save", "--silent", "--prefix", folder, source], { stdio: "inherit" });
  const whole = readFileSync(join(folder, "node_modules/@octokit/openapi/generated/api.github.com.json"), "utf8");
  const text = `${JSON.stringify(cut(JSON.parse(whole)), null, 1)}\n`;
  writeFileSync(join(import.meta.dirname, "github.generated.json"), text);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
