import { fileURLToPath } from "node:url";
import { writeSingleOperator } from "@thimble/conformance";
import { type AnyPack, Interpreter } from "@thimble/core";
import { obstacleTo, openDevice, targets } from "@thimble/devices";
import reference from "@thimble/kernels-reference";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL("..", import.meta.url));

const tensor = (length: number, scale: number, zeroPoint: number) => ({
  type: "int8" as const,
  shape: [1, length],
  quantization: { scale: [scale], zeroPoint: [zeroPoint] },
});

/** A distribution of equal inputs: the more there are, the further their exponentials go to the right. */
const model = (length: number): Uint8Array =>
  writeSingleOperator({
    operator: "SOFTMAX",
    options: { type: "SoftmaxOptions", value: { beta: 1 } },
    inputs: [tensor(length, 1 / 16, 0)],
    outputs: [tensor(length, 1 / 256, -128)],
  });

async function outputOf(pack: AnyPack, length: number): Promise<Uint8Array> {
  const interpreter = await Interpreter.create(model(length), { packs: [pack] });
  interpreter.invoke();
  const { bytes } = interpreter.outputs[0]!;
  const output = bytes.slice();
  interpreter.dispose();
  return output;
}

for (const target of targets) {
  const obstacle = obstacleTo(target);
  const skipped = obstacle === undefined ? "" : ` (skipped: ${obstacle})`;
  test.skipIf(obstacle !== undefined)(
    `on ${target.name} distributions of many equal inputs are the reference's${skipped}`,
    async () => {
      const { pack, device } = await openDevice(folder, target.name);
      for (const length of [511, 512, 513, 1001, 2049])
        expect(await outputOf(pack, length)).toEqual(await outputOf(reference, length));
      device.dispose();
    },
  );
}
