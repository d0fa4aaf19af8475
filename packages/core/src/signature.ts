import { ThimbleError } from "@thimble/schema";

/** The types one input or output accepts; `null` stands for "left out". */
type Slot = readonly (string | null)[];

/** Accepted tensor types of a kernel, parsed. */
export interface Signature {
  readonly inputs: readonly Slot[];
  readonly outputs: readonly Slot[];
  /** The last input may repeat. */
  readonly variadic: boolean;
  /** The last output may repeat. */
  readonly variadicOutputs: boolean;
}

const SLOT = "[a-z0-9_]+(\\|[a-z0-9_]+)*\\??(\\.\\.\\.)?";

const SLOTS = `(${SLOT}(, *${SLOT})*)?`;

const SIGNATURE = new RegExp(`^ *${SLOTS} *-> *${SLOTS} *$`);

/** Whether a text has the form of a kernel's types, without the work of parsing it. */
export const isSignature = (text: string): boolean => SIGNATURE.test(text);

const parseSlots = (text: string): Slot[] =>
  text
    .split(",")
    .map((slot) => slot.trim())
    .filter((slot) => slot !== "")
    .map((slot) => {
      const [, types = "", optional] = /^(.*?)(\?)?(?:\.\.\.)?$/.exec(slot)!;
      return optional ? [...types.split("|"), null] : types.split("|");
    });

const isVariadic = (slots: string): boolean => slots.trim().endsWith("...");

/**
 * Parses a kernel's types: `"int8, int8, int32? -> int8"`.
 *
 * Inputs, an arrow, outputs, each separated by commas. `?` marks an input that may be left out, `a|b` alternatives,
 * `any` every type, and `...` behind the last input or output that it may repeat (`?...`: or be left out).
 */
export function parseSignature(text: string): Signature {
  const [inputs, outputs, ...rest] = text.split("->");
  if (inputs === undefined || outputs === undefined || rest.length > 0)
    throw new ThimbleError("PACK_INVALID", `kernel types "${text}" are not of the form "int8, int8 -> int8"`);
  return {
    inputs: parseSlots(inputs),
    outputs: parseSlots(outputs),
    variadic: isVariadic(inputs),
    variadicOutputs: isVariadic(outputs),
  };
}

const fits = (slot: Slot | undefined, type: string | null): boolean =>
  slot === undefined ? type === null : slot.includes(type) || (type !== null && slot.includes("any"));

function allFit(slots: readonly Slot[], types: readonly (string | null)[], variadic: boolean): boolean {
  const count = Math.max(slots.length, types.length);
  for (let i = 0; i < count; i++) {
    const slot = variadic ? slots[Math.min(i, slots.length - 1)] : slots[i];
    if (!fits(slot, types[i] ?? null)) return false;
  }
  return true;
}

/** Whether a node with these types (`null`: input left out) fits. */
export const matchesSignature = (
  signature: Signature,
  inputs: readonly (string | null)[],
  outputs: readonly (string | null)[],
): boolean =>
  allFit(signature.inputs, inputs, signature.variadic) && allFit(signature.outputs, outputs, signature.variadicOutputs);
