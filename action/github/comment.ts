import type { GitHub } from "./client.ts";

/** GitHub's limit for a comment is 65,536 characters. */
const LIMIT = 65_000;
const PAGE = 100;

/**
 * Keeps one comment on a pull request: updates the one that begins with the mark, and never creates a second.
 * @param mark distinguishes our comment from others, and those of apps in different folders; it is invisible
 * @param isNeeded false if there is nothing to report: then only an existing comment is updated
 */
export async function keepComment(
  github: GitHub,
  pull: number,
  mark: string,
  body: string,
  isNeeded: boolean,
): Promise<void> {
  const { ask, owner, repo } = github;
  const start = `<!-- ${mark.replaceAll("--", "- -")} -->`;
  const text = `${start}\n${body}`.slice(0, LIMIT);
  const wanted = { owner, repo, body: text };
  const there = await find(github, pull, start);
  if (there) {
    if (there.body === text) return;
    await ask("PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}", { ...wanted, comment_id: there.id });
  } else if (isNeeded)
    await ask("POST /repos/{owner}/{repo}/issues/{issue_number}/comments", { ...wanted, issue_number: pull });
}

async function find({ ask, owner, repo }: GitHub, pull: number, start: string) {
  for (let page = 1; ; page++) {
    const { data } = await ask("GET /repos/{owner}/{repo}/issues/{issue_number}/comments", {
      ...{ owner, repo, issue_number: pull, per_page: PAGE, page },
    });
    const marked = data.filter(({ body }) => body?.startsWith(start));
    // Anyone may begin a comment with the mark; we edit none but our own.
    const isOurs = marked.length > 0 ? await ownComments({ ask }) : () => false;
    const ours = marked.find(({ user }) => isOurs(user));
    if (ours || data.length < PAGE) return ours;
  }
}

type Author = { readonly login: string; readonly type: string } | null;

/** A job's own token has no account to query: GitHub posts its comments as a bot. */
async function ownComments({ ask }: Pick<GitHub, "ask">): Promise<(author: Author) => boolean> {
  const me = await ask("GET /user").then(
    ({ data }) => data.login,
    () => undefined,
  );
  return (author) => (me === undefined ? author?.type === "Bot" : author?.login === me);
}
