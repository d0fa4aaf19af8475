import { operatorNames } from "@thimble/schema";
import type { Operator } from "../operator.ts";
import * as operators from "../ops/index.ts";
import { customOperator } from "./custom-operator.ts";

const byName = new Map<string, Operator>(
  Object.values(operators)
    .filter((entry): entry is Operator => typeof entry === "object" && "check" in entry)
    .map((operator) => [operator.name, operator]),
);

/**
 * The definition of an operator that a pack names: a builtin one, a custom one that this host knows, or one that takes
 * whatever the pack's kernel takes. `undefined` for a builtin operator without a definition.
 */
export const operatorNamed = (name: string): Operator | undefined =>
  byName.get(name) ?? ((operatorNames as readonly string[]).includes(name) ? undefined : customOperator(name));
