import type { ArenaUsage } from "@thimble/core";
import type { TensorType } from "@thimble/schema";
import { operatorCode, type TensorDescription, writeModel } from "@thimble/schema/writer";
import { makeFile } from "./run-cli.ts";

/** What the input and the output of a model are. */
export interface EchoOptions {
  readonly type?: TensorType;
  readonly shape?: readonly number[];
  readonly scale?: number;
  readonly zeroPoint?: number;
  /** Add a node with an operator that nobody knows. */
  readonly mystery?: boolean;
}

/** A model whose outputs are its inputs: a RESHAPE for each pair. */
export function echoModel(...pairs: EchoOptions[]): Uint8Array {
  const tensors = pairs.flatMap((options, i) => [
    echoTensor(`input ${i}`, options),
    echoTensor(`output ${i}`, options),
  ]);
  const operators = pairs.map(({ mystery }, i) => ({
    opcodeIndex: mystery ? 1 : 0,
    inputs: [2 * i],
    outputs: [2 * i + 1],
  }));
  return writeModel({
    description: "echo",
    operatorCodes: [operatorCode("RESHAPE"), operatorCode("Mystery")],
    buffers: [{}, { data: Uint8Array.of(1, 2, 3) }],
    subgraphs: [{ tensors, inputs: pairs.map((_, i) => 2 * i), outputs: pairs.map((_, i) => 2 * i + 1), operators }],
    metadata: [{ name: "notes", buffer: 1 }],
    signatureDefs: [
      { signatureKey: "echo", inputs: [{ name: "x", tensorIndex: 0 }], outputs: [{ name: "y", tensorIndex: 1 }] },
    ],
  });
}

/** The same, written to a file. */
export const echoModelFile = (...pairs: EchoOptions[]): string => makeFile("echo.tflite", echoModel(...pairs));

function echoTensor(name: string, options: EchoOptions): TensorDescription {
  const { type = "int8", shape = [1, 4], scale, zeroPoint = 0 } = options;
  return {
    name,
    type,
    shape,
    ...(scale !== undefined && { quantization: { scale: [scale], zeroPoint: [zeroPoint] } }),
  };
}

/** The arena of a model that needs nothing but its tensors, as reports have it. */
export const arenaOf = (plannedBytes: number): ArenaUsage => ({
  sizeBytes: plannedBytes,
  usedBytes: plannedBytes,
  persistentBytes: 0,
  nonPersistentBytes: plannedBytes,
  scratchBytes: 0,
  slowBytes: 0,
  temporaryBytes: 0,
});
