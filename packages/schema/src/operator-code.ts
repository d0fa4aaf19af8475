import { operatorNames } from "./tables/operator-names.ts";
import type { View } from "./types.ts";

/**
 * The builtin operator's code. Files from before codes above 127 existed have only the deprecated field, later files
 * have both, so the larger one is right.
 */
export function builtinCodeOf(code: Pick<View<"OperatorCode">, "builtinCode" | "deprecatedBuiltinCode">): number {
  return Math.max(code.builtinCode, code.deprecatedBuiltinCode);
}

/** The operator's name: the custom code of a custom operator, `BUILTIN_<code>` for a code the schema does not have. */
export function operatorName(code: View<"OperatorCode">): string {
  const builtin = builtinCodeOf(code);
  const name = operatorNames[builtin];
  return name === "CUSTOM" ? code.customCode : (name ?? `BUILTIN_${builtin}`);
}
