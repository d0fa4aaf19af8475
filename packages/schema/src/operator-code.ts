import { operatorNames } from "./tables/operator-names.ts";
import type { Plain, View } from "./types.ts";

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

const CUSTOM = operatorNames.indexOf("CUSTOM");

/** The deprecated field has room for codes up to 127. */
const MOST_DEPRECATED = 127;

/** The inverse of {@link operatorName}: what a model says of an operator. A name that is no builtin one is a custom code. */
export function operatorCode(
  name: string,
): Pick<Plain<"OperatorCode">, "builtinCode" | "deprecatedBuiltinCode" | "customCode"> {
  const builtin = (operatorNames as readonly string[]).indexOf(name);
  const builtinCode = builtin < 0 ? CUSTOM : builtin;
  const deprecatedBuiltinCode = Math.min(builtinCode, MOST_DEPRECATED);
  return { builtinCode, deprecatedBuiltinCode, ...(builtin < 0 && { customCode: name }) };
}
