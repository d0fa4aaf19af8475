import { operatorNames } from "@thimble/schema";
import type { Operator } from "../operator.ts";
import * as builtinOperators from "../ops/builtin.ts";
import { customOperator } from "./custom-operator.ts";

/** The definitions that a module exports, by the operators' names. */
const definitionsIn = (module: object): ReadonlyMap<string, Operator> =>
  new Map(
    Object.values(module)
      .filter((entry): entry is Operator => typeof entry === "object" && "check" in entry)
      .map((operator) => [operator.name, operator]),
  );

const builtins = definitionsIn(builtinOperators);

const isBuiltin = (name: string): boolean => builtins.has(name) || (operatorNames as readonly string[]).includes(name);

/**
 * The definitions of operators that a pack names, in the order of their names: builtin ones, custom ones that this host
 * knows, or ones that take whatever the pack's kernel takes. `undefined` for a builtin operator without a definition.
 *
 * Few packs have kernels for custom operators: their definitions are a module that a bundler can leave to be loaded when
 * one does.
 */
export async function operatorsNamed(names: readonly string[]): Promise<readonly (Operator | undefined)[]> {
  const customs = names.every(isBuiltin) ? undefined : definitionsIn(await import("../ops/custom.ts"));
  return names.map((name) => (isBuiltin(name) ? builtins.get(name) : (customs?.get(name) ?? customOperator(name))));
}
