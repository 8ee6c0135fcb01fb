export { badValue } from "./bad-value.ts";
export { commandIsFolder } from "./command-is-folder.ts";
export { noAutorestart } from "./no-autorestart.ts";
export { noRpcinterface } from "./no-rpcinterface.ts";
export { publicPort } from "./public-port.ts";
export { runsAsRoot } from "./runs-as-root.ts";
export { unknownSection } from "./unknown-section.ts";
export { weakPassword } from "./weak-password.ts";
