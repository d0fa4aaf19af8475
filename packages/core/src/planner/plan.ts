/** Which tensor of a model: by subgraph, then by position in its tensor list. */
export interface TensorPlace {
  readonly subgraph: number;
  readonly index: number;
}

/** One stretch of memory that has to be placed: a tensor or a node's scratch. */
export interface PlanBuffer {
  /** Of a tensor without a name its index. */
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** First and last step at which it is in use, both included. */
  readonly firstUse: number;
  readonly lastUse: number;
  /** Where it has to lie. Default is wherever the planner puts it. */
  readonly offset?: number | undefined;
  /** Bytes that such an offset has to be a multiple of. Default is {@link BUFFER_ALIGNMENT}. */
  readonly alignment?: number | undefined;
  /** The tensor that it is for. Scratch is for none. */
  readonly tensor?: TensorPlace | undefined;
}

/**
 * A node's output that may share bytes with an input, though both are in use at the node's step: its kernel reads each
 * byte for the last time before it writes there.
 */
export interface Overlap {
  /** Positions in the list of buffers. The input's last use is the output's first. */
  readonly input: number;
  readonly output: number;
  /** Bytes by which the output begins before the input, at least. */
  readonly lead: number;
  /** Whether the output may only begin just where the input does. */
  readonly isExact: boolean;
}

/** What is known of a placement: no other is smaller, or how many bytes a smaller one might save at most. */
export type Certificate = "optimal" | { readonly gap: number };

/** Where each buffer lies, in bytes from the start of the planned part of the arena. */
export interface Placement {
  readonly offsets: readonly number[];
  /** Bytes of the planned part. */
  readonly size: number;
  /** Bytes that any placement takes at least. Left out by planners that do not know. */
  readonly lowerBound?: number;
  readonly certificate?: Certificate;
}

/**
 * A pure function from buffers to their places. Buffers in use at the same step never share a byte, but for those that
 * may overlap: a planner may make use of that.
 */
export type Planner = (buffers: readonly PlanBuffer[], overlaps?: readonly Overlap[]) => Placement;

/** A finished plan: what was to be placed and where it lies. */
export interface Plan extends Placement {
  readonly planner: string;
  readonly buffers: readonly PlanBuffer[];
  /** What was allowed to overlap. Default is nothing. */
  readonly overlaps?: readonly Overlap[];
}

/** Every buffer starts at a multiple of this and takes a multiple of it, as in TFLM. */
export const BUFFER_ALIGNMENT = 16;

export const alignUp = (size: number, alignment: number = BUFFER_ALIGNMENT): number =>
  Math.ceil(size / alignment) * alignment;

/** Whether two buffers are in use at the same step. */
export const overlapInTime = (a: PlanBuffer, b: PlanBuffer): boolean =>
  a.firstUse <= b.lastUse && b.firstUse <= a.lastUse;
