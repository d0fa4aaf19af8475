import type { AnyKernel } from "@thimble/core";
import type { Killer } from "../mutant.ts";

/** A kernel in TypeScript that is wrong in one of its lines. */
export interface TypeScriptMutant {
  /** The right kernel and what is wrong: `quantize_f32_s8.ts/zero-point-forgotten`. */
  readonly id: string;
  /** What is wrong, in a sentence. */
  readonly what: string;
  readonly kernel: AnyKernel;
  /** The check that has to see it; others may see it too. */
  readonly killedBy: Killer;
}

/** A right kernel, and the mutants that were made from it. */
export interface MutatedKernel {
  readonly right: AnyKernel;
  readonly mutants: readonly TypeScriptMutant[];
}

/**
 * Makes a kernel and its mutants of lines that can be exchanged.
 *
 * @param make makes the kernel of its lines
 * @param lines the right ones
 * @param mutants for each what is wrong, and the line that stands for a right one
 */
export function mutated<Lines>(
  make: (lines: Lines) => AnyKernel,
  lines: NoInfer<Lines>,
  mutants: Readonly<
    Record<string, Omit<TypeScriptMutant, "id" | "kernel"> & { readonly line: Partial<NoInfer<Lines>> }>
  >,
): MutatedKernel {
  const right = make(lines);
  return {
    right,
    mutants: Object.entries(mutants).map(([name, { line, what, killedBy }]) => ({
      id: `${right.name}.ts/${name}`,
      what,
      killedBy,
      kernel: make({ ...lines, ...line }),
    })),
  };
}
