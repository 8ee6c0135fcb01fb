import { resolve } from "node:path";
import { Failure } from "../../../action/engine/process/failure.ts";
import type { Io } from "../../terminal/io.ts";
import { askOnce } from "../../terminal/prompt.ts";
import { type NameRow, unwritten } from "../questions.ts";
import { type Folder, folderAt, listed, refusal } from "./folder.ts";

/** What nobody minds a scaffold beside: a new repository of GitHub's has these. */
const ownFromTheStart = /^(README|LICENSE|\.)/i;

const inTheWay = ({ app, entries }: Folder) => (app ? [] : entries.filter((name) => !ownFromTheStart.test(name)));

/** The folder that was typed, once it is clear that a scaffold may go there; else the one that a person names instead. */
export async function askFolder(typed: string, io: Io): Promise<{ typed: string; folder: Folder }> {
  const folder = await folderAt(resolve(io.cwd, typed), io);
  const problem = refusal(folder);
  const entries = inTheWay(folder);
  if (!problem && entries.length === 0) return { typed, folder };
  if (problem) io.stderr.write(`${problem}\n`);
  else if (
    await askOnce<boolean>(
      { type: "confirm", message: `${typed} holds ${listed(entries)}. Add the app to it?`, default: false },
      unwritten,
      io,
    )
  )
    return { typed, folder };
  const other = await askOnce<string>(
    {
      type: "input",
      message: "Which folder instead?",
      default: await freeName(`${typed.replace(/\/+$/, "")}-app`, io),
      validate: async (name: string) => (await problemOf(name, io)) ?? true,
    },
    unwritten,
    io,
  );
  return { typed: other, folder: await folderAt(resolve(io.cwd, other), io) };
}

/** The question for the app's name; where no folder was given, the name is its folder's as well. */
export const nameRow = (suggested: string, isFolder: boolean, io: Io): NameRow => ({
  suggested,
  problem: (name) => (isFolder ? problemOf(name, io) : Promise.resolve(undefined)),
});

/** The first of NAME, NAME-2, NAME-3 … that is nothing yet. */
export async function freeName(name: string, io: Io): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? name : `${name}-${number}`;
    if ((await problemOf(candidate, io)) === undefined) return candidate;
  }
}

async function problemOf(typed: string, io: Io): Promise<string | undefined> {
  try {
    const folder = await folderAt(resolve(io.cwd, typed), io);
    if (folder.app)
      return `${typed} already holds an app of this name; create-flask-deploy ${typed} adds what it lacks`;
    const entries = inTheWay(folder);
    return refusal(folder) ?? (entries.length > 0 ? `${typed} already holds ${listed(entries)}` : undefined);
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}
