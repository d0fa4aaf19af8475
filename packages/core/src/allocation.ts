/**
 * What memory is for. Of TFLM's categories, `tensorRecord` is its TfLiteEvalTensor data, `nodeRecord` its node and
 * registration data with the operator's parameters, `kernel` its persistent buffer data, `variable` its variable buffer
 * data; it has no others.
 */
export type AllocationKind =
  | "tensorRecord"
  | "nodeRecord"
  | "kernel"
  | "variable"
  | "resourceVariable"
  | "constant"
  | "keptOutput"
  | "tensor"
  | "scratch"
  | "temporary";

/** Who some memory is for. */
export interface Owner {
  readonly kind: AllocationKind;
  /** A tensor's name, or a node's location. */
  readonly name: string;
  /** The pack whose kernel asked for it. Default is none. */
  readonly pack?: string;
}

/** Some memory of an arena. */
export interface Allocation extends Owner {
  /** Bytes that were asked for. */
  readonly requestedBytes: number;
  /** Bytes with what alignment adds. Those of tensors and scratch are shared: the plan says how many they are together. */
  readonly usedBytes: number;
}

/** Allocations taken together. */
export interface Tally {
  readonly requestedBytes: number;
  readonly usedBytes: number;
  readonly count: number;
}

/**
 * Adds up allocations by whatever a key tells apart; those without are left out.
 *
 *     tallyBy(interpreter.allocations, ({ kind }) => kind).get("kernel")?.usedBytes
 */
export function tallyBy(
  allocations: readonly Allocation[],
  keyOf: (allocation: Allocation) => string | undefined,
): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Tally>();
  for (const allocation of allocations) {
    const key = keyOf(allocation);
    if (key === undefined) continue;
    const { requestedBytes, usedBytes, count } = tallies.get(key) ?? { requestedBytes: 0, usedBytes: 0, count: 0 };
    tallies.set(key, {
      requestedBytes: requestedBytes + allocation.requestedBytes,
      usedBytes: usedBytes + allocation.usedBytes,
      count: count + 1,
    });
  }
  return tallies;
}
