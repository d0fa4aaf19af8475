/** One invoke of a case. */
export interface Invocation {
  /** Bytes of each input of the model. */
  readonly inputs: readonly Uint8Array[];
  /** Bytes of each output that the reference gives; left out where there are none yet, or only later ones count. */
  readonly outputs?: readonly Uint8Array[];
}

/** A model with inputs and what it has to give for them. */
export interface ConformanceCase {
  /** Permanent and unique: `conv_2d/s8/dilated-same-odd`. */
  readonly id: string;
  /** The operator that it is about: `CONV_2D`. */
  readonly operator: string;
  /** Its edges, names of `features`; left out where nobody knows them. */
  readonly covers?: readonly string[];
  /** The bytes of a `.tflite`. */
  readonly model: Uint8Array;
  readonly invocations: readonly Invocation[];
}
