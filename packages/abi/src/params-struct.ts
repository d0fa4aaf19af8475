import { sharedParams, structs } from "./generated/contract.ts";
import type { StructName } from "./struct.ts";

/** An operator's name as C spells it: `CONV_2D` is `conv_2d`, `SignalRfft` `signal_rfft`. */
const wordOf = (name: string): string =>
  (name.includes("_") ? name : name.replace(/([a-z0-9])([A-Z])/g, "$1_$2")).toLowerCase();

/** The struct of a word's own name: `convParams` of `conv`. */
const ownStructOf = (word: string): string =>
  `${word.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase())}Params`;

/** The parameter struct of an operator, or `undefined`: it has no parameters. */
export function paramsStructOf(operatorName: string): StructName | undefined {
  const word = wordOf(operatorName);
  if (Object.hasOwn(sharedParams, word)) return sharedParams[word as keyof typeof sharedParams];
  const own = ownStructOf(word);
  return Object.hasOwn(structs, own) ? (own as StructName) : undefined;
}
