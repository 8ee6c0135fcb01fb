export { devServer } from "./dev-server.ts";
export { shellBackground } from "./shell-background.ts";
