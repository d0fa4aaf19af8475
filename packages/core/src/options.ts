import { ThimbleError } from "@thimble/schema";
import type { Pack } from "./pack.ts";
import type { PlannerName } from "./planner/index.ts";
import type { Profiler } from "./profiler.ts";

export interface InterpreterOptions {
  /** Where kernels come from; the first pack whose kernel supports a node wins. */
  readonly packs: readonly Pack[];
  /** A hard limit for the arena. Default is to make it just as large as it has to be. */
  readonly arenaBytes?: number | undefined;
  /** Default is `"greedy"`, TFLM's. */
  readonly planner?: PlannerName | undefined;
  /** Gives every tensor memory of its own, so that each can be read after invoke. Default is false. */
  readonly preserveAllTensors?: boolean | undefined;
  /** `"tflm"` refuses what TFLM refuses, so that a model that is taken loads there. Default is to take all there are kernels for. */
  readonly strict?: "tflm" | undefined;
  /** Told of every node as it runs. Default is none, which costs nothing. */
  readonly profiler?: Profiler | undefined;
}

/** Checks what a caller passed, who may not have a compiler to do it. */
export function checkOptions(options: InterpreterOptions): void {
  const { packs, arenaBytes } = options ?? {};
  if (!Array.isArray(packs) || packs.length === 0)
    throw new ThimbleError(
      "OPTION_INVALID",
      "packs is empty: an interpreter has no kernels of its own; pass packs: [reference] from @thimble/kernels-reference",
    );
  packs.forEach((pack, i) => {
    if (!Array.isArray(pack?.kernels))
      throw new ThimbleError(
        "OPTION_INVALID",
        `packs[${i}] is no pack; pass a package's default export, as made by definePack`,
      );
  });
  if (options.strict !== undefined && options.strict !== "tflm")
    throw new ThimbleError("OPTION_INVALID", `strict is "${options.strict}", it can only be "tflm"`);
  if (arenaBytes !== undefined && !(Number.isSafeInteger(arenaBytes) && arenaBytes >= 0))
    throw new ThimbleError("OPTION_INVALID", `arenaBytes is ${arenaBytes}, it must be a number of bytes`);
}
