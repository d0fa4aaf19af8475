import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Interpreter } from "@thimble/core";
import { openModelled } from "@thimble/devices";
import { describe, expect, test } from "vitest";

const directory = fileURLToPath(new URL("..", import.meta.url));
const shared = fileURLToPath(new URL("../../../../shared/", import.meta.url));
const hasShared = existsSync(shared);

/** Instructions of one invoke with `@thimble/portable` on an emulated Xtensa LX106, gcc 12.2 -O2. */
const PORTABLE: Readonly<Record<string, number>> = {
  ad01_int8: 3_347_548,
  kws_ref_model: 44_141_011,
  person_detect: 122_545_831,
  pretrainedResnet_quant: 163_022_000,
};

describe.skipIf(!hasShared)(`modelled instructions${hasShared ? "" : " (skipped: no folder ../shared)"}`, async () => {
  let instructions = 0;
  const pack = await openModelled(directory, {
    module: "dist/kernels.s3.wasm",
    onCount: (count) => {
      instructions += count.instructions;
    },
  });

  test.each(Object.entries(PORTABLE))("%s takes at least 7.75 times fewer than %d", async (name, portable) => {
    const model = new Uint8Array(readFileSync(`${shared}models/${name}.tflite`));
    const interpreter = await Interpreter.create(model, { packs: [pack] });
    instructions = 0;
    interpreter.invoke();
    interpreter.dispose();
    expect(instructions).toBeGreaterThan(0);
    expect(portable / instructions).toBeGreaterThan(7.75);
  });
});
