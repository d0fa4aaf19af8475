import type { AnyPack } from "@thimble/core";
import { checkRandom } from "../checks/check-random.ts";
import { generators } from "../generate/generators.ts";
import type { Message, Task } from "./task.ts";

/** Runs random models of a generator with a pack. */
export async function runRandom(
  { operator, types, seed, runs }: Extract<Task, { readonly kind: "random" }>,
  pack: AnyPack,
  say: (message: Message) => void,
): Promise<void> {
  const generator = generators.find((generator) => generator.operator === operator && generator.types === types)!;
  const counterexample = await checkRandom(generator, pack, {
    runs,
    seed,
    onStart: (id) => say({ kind: "start", id }),
    onResult: (result) => say({ kind: "random", result }),
  });
  if (counterexample) say({ kind: "random", ...counterexample });
}
