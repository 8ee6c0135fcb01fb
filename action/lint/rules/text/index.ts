export { crlf } from "./crlf.ts";
export { encoding } from "./encoding.ts";
export { mergeConflictMarker } from "./merge-conflict-marker.ts";
export { symlinkOutside } from "./symlink-outside.ts";
export { tabsNbsp } from "./tabs-nbsp.ts";
