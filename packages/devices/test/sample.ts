import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Interpreter } from "@thimble/core";
import { buildPack, digestOf } from "@thimble/pack-kit";
import { operatorCode, writeModel } from "@thimble/schema/writer";
import { onTestFinished } from "vitest";
import { type OpenDeviceOptions, openDevice, targets } from "../src/index.ts";

/** The operators that the sample pack has kernels for. */
export type Unary = "NEG" | "ROUND" | "SIN" | "COS" | "LOG" | "ABS";

/** A chain of element-wise float operators over one tensor of `length` elements after another. */
export const chain = (operators: readonly Unary[], length: number): Uint8Array =>
  writeModel({
    operatorCodes: operators.map(operatorCode),
    subgraphs: [
      {
        tensors: Array.from({ length: operators.length + 1 }, (_, i) => ({
          name: `t${i}`,
          type: "float32" as const,
          shape: [length],
        })),
        inputs: [0],
        outputs: [operators.length],
        operators: operators.map((_, i) => ({ opcodeIndex: i, inputs: [i], outputs: [i + 1] })),
      },
    ],
    buffers: [{}],
  });

/** Every target with the twin that the sample pack has. */
export const everyTarget: Readonly<Record<string, { readonly twin: string }>> = Object.fromEntries(
  targets.map(({ name }) => [name, { twin: "dist/kernels.wasm" }]),
);

/** A package of the sample pack, in a folder that the next run uses again. */
export function writePackage(pack: object = { targets: everyTarget }): string {
  const folder = join(tmpdir(), "thimble-devices-test", digestOf([JSON.stringify(pack)]));
  mkdirSync(join(folder, "dist"), { recursive: true });
  cpSync(fileURLToPath(new URL("./pack/kernels", import.meta.url)), join(folder, "kernels"), { recursive: true });
  const builds = { "dist/kernels.wasm": [] };
  const description = {
    name: "@acme/sample",
    version: "1.2.3",
    type: "module",
    thimble: { pack: { builds, ...pack } },
  };
  writeFileSync(join(folder, "package.json"), JSON.stringify(description));
  return folder;
}

/** The sample pack's package, built. */
export async function buildPackage(): Promise<string> {
  const folder = writePackage();
  await buildPack(folder);
  return folder;
}

/** A model of the sample pack on a device, until the test ends. */
export async function open(
  folder: string,
  target: string,
  operators: readonly Unary[],
  length: number,
  options: OpenDeviceOptions = {},
): Promise<Interpreter> {
  const { pack, device } = await openDevice(folder, target, options);
  onTestFinished(() => device.dispose());
  return Interpreter.create(chain(operators, length), { packs: [pack] });
}

/** Runs a model of floats once. */
export function run(interpreter: Interpreter, values: Float32Array): Float32Array {
  interpreter.inputs[0]!.set(values);
  interpreter.invoke();
  return (interpreter.outputs[0]!.data as Float32Array).slice();
}
