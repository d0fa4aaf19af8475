import { fileURLToPath } from "node:url";
import { writeSingleOperator } from "@thimble/conformance";
import type { AnyPack } from "@thimble/core";
import { obstacleTo, openDevice, targets } from "@thimble/devices";
import { titled } from "@thimble/goldens";
import { runNode } from "@thimble/goldens/run-node";
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

const outputsOf = async (pack: AnyPack, length: number): Promise<readonly number[]> =>
  (await runNode(pack, model(length), () => 0)).outputs;

for (const target of targets) {
  const obstacle = obstacleTo(target);
  test.skipIf(obstacle !== undefined)(
    titled(`on ${target.name} distributions of many equal inputs are the reference's`, obstacle),
    async () => {
      const { pack, device } = await openDevice(folder, target.name);
      for (const length of [511, 512, 513, 1001, 2049])
        expect(await outputsOf(pack, length)).toEqual(await outputsOf(reference, length));
      device.dispose();
    },
  );
}
