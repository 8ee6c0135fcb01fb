import { tryAll } from "./try-all.ts";

tryAll("supervisor");
