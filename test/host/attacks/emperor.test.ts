import { tryAll } from "./try-all.ts";

tryAll("emperor");
