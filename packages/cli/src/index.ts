export { type ExitCode, exitCodes } from "./exit-codes.ts";
export type { Io } from "./io.ts";
export { main } from "./main.ts";
