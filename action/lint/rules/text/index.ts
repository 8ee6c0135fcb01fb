export { crlf } from "./crlf.ts";
export { encoding } from "./encoding.ts";
export { mergeConflictMarker } from "./merge-conflict-marker.ts";
export { tabsNbsp } from "./tabs-nbsp.ts";
