import type { EnumValue } from "@thimble/schema";

/** The activation that an operator applies to its output before storing it. */
export type Activation = EnumValue<"ActivationFunctionType">;
