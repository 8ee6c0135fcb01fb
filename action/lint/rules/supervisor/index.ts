export { commandIsFolder } from "./command-is-folder.ts";
export { noAutorestart } from "./no-autorestart.ts";
export { publicPort } from "./public-port.ts";
export { runsAsRoot } from "./runs-as-root.ts";
export { unknownSection } from "./unknown-section.ts";
export { weakPassword } from "./weak-password.ts";
