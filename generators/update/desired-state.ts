import type { Answers } from "../../action/engine/app/fields.ts";
import type { Templates } from "../scaffold/render.ts";
import type { Stored } from "./stored.ts";

/** What is wanted of an update. */
export interface Wish {
  readonly given: Partial<Answers>;
  /** Folder of the package that generated the files, where the user names it. */
  readonly from: string | undefined;
  readonly templates: Templates;
  /** Version of the templates. */
  readonly to: string;
  /** Tells the user what runs now. */
  readonly step: (title: string) => void;
  /** Asks what a newer version wants to know. */
  readonly ask: (stored: Stored) => Promise<Stored>;
}
