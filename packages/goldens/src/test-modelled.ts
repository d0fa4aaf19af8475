import { type AnyPack, Interpreter } from "@thimble/core";
import { openModelled } from "@thimble/devices";
import { describe, expect, test } from "vitest";
import { hasShared, needsShared, readModel } from "./goldens.ts";

/** Instructions of one invoke with `@thimble/portable` on an emulated Xtensa LX106, gcc 12.2 -O2. */
const PORTABLE: Readonly<Record<string, number>> = {
  ad01_int8: 3_347_548,
  kws_ref_model: 44_141_011,
  person_detect: 122_545_831,
  pretrainedResnet_quant: 163_022_000,
};

/**
 * Makes a test for each model: by its modelled instructions a module takes at least so many times fewer than the portable
 * kernels. Without the models the tests are skipped and say why.
 *
 * @param directory of the pack's package
 * @param module of its builds
 * @param others packs for nodes that it has no kernel for; they count nothing
 */
export function testModelledInstructions(
  directory: string,
  module: string,
  times: number,
  others: readonly AnyPack[] = [],
): void {
  describe.skipIf(!hasShared)(needsShared("modelled instructions"), async () => {
    let instructions = 0;
    const onCount = (count: { readonly instructions: number }): void => {
      instructions += count.instructions;
    };
    const pack = hasShared ? await openModelled(directory, { module, onCount }) : undefined;

    test.each(Object.entries(PORTABLE))(`%s takes at least ${times} times fewer than %d`, async (name, portable) => {
      const interpreter = await Interpreter.create(readModel(name), { packs: [pack!, ...others] });
      instructions = 0;
      interpreter.invoke();
      interpreter.dispose();
      expect(instructions).toBeGreaterThan(0);
      expect(portable / instructions).toBeGreaterThan(times);
    });
  });
}
