import { resolve } from "node:path";
import { Failure } from "../../../action/engine/process/failure.ts";
import type { Io } from "../../terminal/io.ts";
import { askOnce } from "../../terminal/prompt.ts";
import { type NameRow, unwritten } from "../questions.ts";
import { type Folder, folderAt, listed, refusal } from "./folder.ts";

/** Files that a new repository on GitHub has: a scaffold may be written beside them. */
const ownFromTheStart = /^(README|LICENSE|\.)/i;

const inTheWay = ({ app, entries }: Folder) => (app ? [] : entries.filter((name) => !ownFromTheStart.test(name)));

/** The folder that was typed, if a scaffold may be written to it; else one that the user enters instead. */
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

/** The prompt for the app's name; if no folder was passed, the name is also that of its folder. */
export const nameRow = (suggested: string, isFolder: boolean, io: Io): NameRow => ({
  suggested,
  problem: (name) => (isFolder ? problemOf(name, io) : Promise.resolve(undefined)),
});

/** The first of NAME, NAME-2, NAME-3 … that can be used. */
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
      return `${typed} already holds an app of this name; create-flask-deploy ${typed} adds the missing files`;
    const entries = inTheWay(folder);
    return refusal(folder) ?? (entries.length > 0 ? `${typed} already holds ${listed(entries)}` : undefined);
  } catch (error) {
    if (error instanceof Failure) return error.message;
    throw error;
  }
}
