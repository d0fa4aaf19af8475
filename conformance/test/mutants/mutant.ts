/** What is held to account about a kernel; a mutant names the check that has to see it. */
export type Check =
  /** The outputs are the reference's, on models of every shape and quantization. */
  | "output"
  /** The outputs are those of the rounding that the kernel declares. */
  | "rounding"
  /** The outputs are as close to the reference as the kernel declares. */
  | "exactness"
  /** The same inputs give the same outputs every time. */
  | "repeat"
  /** Other nodes, and other interpreters, that run in between change nothing. */
  | "instances"
  /** After a reset a kernel answers as it did at first. */
  | "reset"
  /** What scratch, the output and the stack held before changes nothing. */
  | "poison"
  /** Nothing is written but the output, scratch, the kernel's own record and, in prepare, its own memory. */
  | "writes"
  /** Nothing is read that lies outside of the tensors: what surrounds them changes nothing. */
  | "reads"
  /** Inputs and constants hold after an invoke what they held before. */
  | "unchanged"
  /** Tensors may lie at every address that the size of their elements allows. */
  | "alignment"
  /** Records and constants are the same wherever memory and functions lie. */
  | "relocation"
  /** The output may lie where the kernel says that an input may lie. */
  | "in-place"
  /** Where memory runs out, prepare says so and touches nothing. */
  | "out-of-memory"
  /** An invoke allocates nothing. */
  | "allocation"
  /** What supports takes, prepare prepares. */
  | "supports"
  /** The kernel takes what it is listed for. */
  | "coverage"
  /** Invoke neither traps nor throws. */
  | "crash"
  /** Invoke ends. */
  | "time-limit"
  /** Nothing keeps an interpreter's memory alive after it is disposed of. */
  | "leak";

/** A kernel that is wrong in one line. */
export interface Mutant {
  /** The source and what is wrong: `conv_2d_s8/padding-is-0`. */
  readonly id: string;
  /** The right kernel that it was made from, a file of `kernels` without its ending. */
  readonly source: string;
  /** What is wrong, in a sentence. */
  readonly what: string;
  /** Text that is found exactly once in the source, and what stands in its place. */
  readonly replace: readonly [right: string, wrong: string];
  readonly killedBy: Check;
}

/** The mutants of one source, by what is wrong with them. */
export const mutantsOf = (
  source: string,
  mutants: Readonly<Record<string, Omit<Mutant, "id" | "source">>>,
): readonly Mutant[] =>
  Object.entries(mutants).map(([name, mutant]) => ({ id: `${source}/${name}`, source, ...mutant }));
