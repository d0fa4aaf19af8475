export { type OperatorWord, operators, type PackChoice, type Place, places, problemOfName } from "./choices.ts";
export { main } from "./main.ts";
export { writePack } from "./write-pack.ts";
