import { kindOf, ThimbleError } from "@thimble/schema";
import type { ChooseKernel } from "./offer.ts";
import { type AnyPack, definePack, isLoadedPack } from "./pack.ts";
import { checkPlanner, type PlannerName } from "./planner/index.ts";
import type { Profiler } from "./profiler.ts";

/** Memory that is planned apart from the arena. */
export interface SlowMemory {
  /** Tensors and scratch of more bytes than this lie there. */
  readonly above: number;
  /** A hard limit. Default is none. */
  readonly sizeBytes?: number | undefined;
}

export interface InterpreterOptions {
  /** Where kernels come from; the first pack whose kernel supports a node wins. */
  readonly packs: readonly AnyPack[];
  /** A hard limit for the arena. Default is to make it just as large as it has to be. */
  readonly arenaBytes?: number | undefined;
  /** A limit for what lives as long as the interpreter; `arenaBytes` is then for tensors and scratch alone. Default is none. */
  readonly persistentBytes?: number | undefined;
  /** A second memory, for large tensors. Default is none. */
  readonly slowMemory?: SlowMemory | undefined;
  /** Default is `"offline"` for a model that carries a plan, otherwise `"optimal"`; `"greedy"` is TFLM's. */
  readonly planner?: PlannerName | undefined;
  /** Whether an output may lie on an input that nothing reads afterwards, where its kernel takes that. Default is true. */
  readonly inPlace?: boolean | undefined;
  /** Whether nodes may run in another order than the model's, where that makes the plan smaller. Default is false. */
  readonly reorder?: boolean | undefined;
  /** Gives every tensor memory of its own, so that each can be read after invoke. Default is false. */
  readonly preserveAllTensors?: boolean | undefined;
  /** `"tflm"` refuses what TFLM refuses, so that a model that is taken loads there. Default is to take all there are kernels for. */
  readonly strict?: "tflm" | undefined;
  /** Which of the kernels that a node may get are asked, and in which order. Default is all, in the packs' order. */
  readonly choose?: ChooseKernel | undefined;
  /** Told of every node as it runs. Default is none, which costs nothing. */
  readonly profiler?: Profiler | undefined;
}

const KNOWN: readonly (keyof InterpreterOptions)[] = [
  "packs",
  "arenaBytes",
  "persistentBytes",
  "slowMemory",
  "planner",
  "inPlace",
  "reorder",
  "preserveAllTensors",
  "strict",
  "choose",
  "profiler",
];

const invalid = (message: string): ThimbleError => new ThimbleError("OPTION_INVALID", message);

/** Checks what a caller passed, who may not have a compiler to do it. */
export function checkOptions(options: InterpreterOptions): void {
  const stranger = Object.keys(options ?? {}).find((key) => !(KNOWN as readonly string[]).includes(key));
  if (stranger !== undefined) throw invalid(`there is no option "${stranger}"; the options are ${KNOWN.join(", ")}`);
  checkPacks(options?.packs);
  const { planner, inPlace, reorder, strict, choose, profiler } = options;
  checkSizes(options);
  if (planner !== undefined) checkPlanner(planner);
  for (const [name, value] of Object.entries({ inPlace, reorder }))
    if (value !== undefined && typeof value !== "boolean")
      throw invalid(`${name} is "${String(value)}", it can only be true or false`);
  if (strict !== undefined && strict !== "tflm") throw invalid(`strict is "${String(strict)}", it can only be "tflm"`);
  if (choose !== undefined && typeof choose !== "function")
    throw invalid(`choose is "${String(choose)}", it can only be a function of a node and what it is offered`);
  if (profiler !== undefined && !(typeof profiler?.begin === "function" && typeof profiler.end === "function"))
    throw invalid("profiler must have the functions begin and end");
}

function checkSizes({ arenaBytes, persistentBytes, slowMemory }: InterpreterOptions): void {
  if (slowMemory !== undefined && slowMemory?.above === undefined)
    throw invalid("slowMemory has no size above which tensors lie there; pass slowMemory: { above: 4096 }");
  const sizes = {
    arenaBytes,
    persistentBytes,
    "slowMemory.above": slowMemory?.above,
    "slowMemory.sizeBytes": slowMemory?.sizeBytes,
  };
  for (const [name, size] of Object.entries(sizes))
    if (size !== undefined && !(Number.isSafeInteger(size) && size >= 0))
      throw invalid(`${name} is ${String(size)}, it must be a number of bytes`);
}

function checkPacks(packs: unknown): void {
  if (packs !== undefined && !Array.isArray(packs))
    throw invalid(`packs is ${kindOf(packs)}, it must be a list: packs: [pack]`);
  if (!packs?.length)
    throw invalid(
      "packs is empty: an interpreter has no kernels of its own; pass packs: [reference] from @thimble/kernels-reference",
    );
  packs.forEach((pack, i) => {
    if (Array.isArray(pack?.builds))
      throw invalid(
        `packs[${i}] (${String(pack.id)}) holds C kernels, which are loaded first; pass await loadPack(pack)`,
      );
    if (!Array.isArray(pack?.kernels))
      throw invalid(
        `packs[${i}] is ${kindOf(pack)}, no pack; pass what a package exports by default, or what loadPack resolves to`,
      );
    if (!isLoadedPack(pack)) definePack(pack);
    const twin = packs.findIndex(({ id }) => id === pack.id);
    if (twin < i)
      throw invalid(
        `packs[${twin}] and packs[${i}] are both ${pack.id} (versions ${packs[twin].version} and ${pack.version}); leave out one`,
      );
  });
}
