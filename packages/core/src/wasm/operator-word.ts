import type { Operator } from "../operator.ts";
import * as operators from "../ops/index.ts";

/**
 * An operator's name as files, cases and C's parameter structs spell it: `CONV_2D` is `conv_2d`, `SignalRfft`
 * `signal_rfft`.
 */
export const operatorWord = (name: string): string =>
  (/_/.test(name) ? name : name.replace(/([a-z0-9])([A-Z])/g, "$1_$2")).toLowerCase();

const byName = new Map<string, Operator>(
  Object.values(operators)
    .filter((entry): entry is Operator => typeof entry === "object" && "check" in entry)
    .map((operator) => [operator.name, operator]),
);

/** The definition of an operator that a pack names, or `undefined`. */
export const operatorNamed = (name: string): Operator | undefined => byName.get(name);
