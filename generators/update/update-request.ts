import type { Answers } from "../../action/engine/app/fields.ts";
import type { Templates } from "../scaffold/render.ts";
import type { Stored } from "./stored.ts";

/** The input of an update. */
export interface UpdateRequest {
  readonly given: Partial<Answers>;
  /** Folder of the package that generated the files, if the user passes one. */
  readonly from: string | undefined;
  readonly templates: Templates;
  /** Version of the templates. */
  readonly to: string;
  /** Tells the user what runs now. */
  readonly step: (title: string) => void;
  /** Asks what a newer version wants to know. */
  readonly ask: (stored: Stored) => Promise<Stored>;
}
