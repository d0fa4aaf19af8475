import { paramsOf } from "./generated/contract.ts";
import type { StructName } from "./struct.ts";

/** An operator's name as C spells it: `CONV_2D` is `conv_2d`, `SignalRfft` `signal_rfft`. */
const wordOf = (name: string): string =>
  (name.includes("_") ? name : name.replace(/([a-z0-9])([A-Z])/g, "$1_$2")).toLowerCase();

/** The parameter struct of an operator, or `undefined`: it has no parameters. */
export const paramsStructOf = (operatorName: string): StructName | undefined =>
  (paramsOf as Readonly<Record<string, StructName>>)[wordOf(operatorName)];
