import { checkIndex, checkIndices, checkOptionalIndices, checkOutside, invalid } from "./checks.ts";
import { compressedTensors } from "./compression.ts";
import { bufferBytes, isOutside } from "./model-bytes.ts";
import type { View } from "./types.ts";
import { verifyCalls } from "./verify-calls.ts";
import { verifyTensor } from "./verify-tensor.ts";
import { fileBytes } from "./view.ts";

const schemaVersion = 3;

/** What stands for the data of a compressed tensor, which is not as long as its shape says. */
const NO_BYTES = new Uint8Array(0);

/**
 * Checks what the layout alone does not say: that every index refers to something, that constants are as long as their
 * shapes, and that subgraphs do not run themselves. Nothing is checked that only a kernel can judge.
 *
 * @throws ThimbleError with the path of the first thing that is wrong.
 */
export function verifyModel(model: View<"Model">): void {
  if (model.version !== schemaVersion) {
    const message = `the model has version ${model.version} of the schema, only ${schemaVersion} can be read: convert it anew`;
    throw invalid("version", message, "MODEL_VERSION");
  }
  if (model.subgraphs.length === 0) throw invalid("subgraphs", "a model has at least one subgraph");
  verifyBuffers(model);
  const compressed = compressedTensors(model);
  for (const [i, graph] of model.subgraphs.entries()) verifySubGraph(model, graph, compressed[i], `subgraphs[${i}]`);
  for (const [i, signature] of model.signatureDefs.entries()) verifySignature(model, signature, `signatureDefs[${i}]`);
  verifyCalls(model);
}

function verifyBuffers(model: View<"Model">): void {
  const fileSize = fileBytes(model).length;
  for (const [i, { offset, size }] of model.buffers.entries()) {
    if (isOutside(offset)) checkOutside(offset, size, fileSize, `buffers[${i}]`);
  }
  for (const [i, { buffer }] of model.metadata.entries()) {
    checkIndex(buffer, model.buffers.length, "buffers", `metadata[${i}].buffer`);
  }
  checkIndices(model.metadataBuffer, model.buffers.length, "buffers", "metadataBuffer");
}

function verifySubGraph(
  model: View<"Model">,
  graph: View<"SubGraph">,
  compressed: ReadonlyMap<number, unknown> | undefined,
  where: string,
): void {
  const tensorCount = graph.tensors.length;
  for (const [i, tensor] of graph.tensors.entries()) {
    const path = `${where}.tensors[${i}]`;
    checkIndex(tensor.buffer, model.buffers.length, "buffers", `${path}.buffer`);
    const data = compressed?.has(i) ? NO_BYTES : bufferBytes(model, tensor.buffer);
    verifyTensor(tensor, data, tensorCount, path);
  }
  checkIndices(graph.inputs, tensorCount, "tensors", `${where}.inputs`);
  checkIndices(graph.outputs, tensorCount, "tensors", `${where}.outputs`);
  for (const [i, operator] of graph.operators.entries()) {
    verifyOperator(model, operator, tensorCount, `${where}.operators[${i}]`);
  }
}

function verifyOperator(model: View<"Model">, operator: View<"Operator">, tensorCount: number, where: string): void {
  checkIndex(operator.opcodeIndex, model.operatorCodes.length, "operator codes", `${where}.opcodeIndex`);
  checkOptionalIndices(operator.inputs, tensorCount, "tensors", `${where}.inputs`);
  checkIndices(operator.outputs, tensorCount, "tensors", `${where}.outputs`);
  checkOptionalIndices(operator.intermediates, tensorCount, "tensors", `${where}.intermediates`);
  const { largeCustomOptionsOffset: offset, largeCustomOptionsSize: size } = operator;
  if (isOutside(offset)) checkOutside(offset, size, fileBytes(model).length, `${where}.largeCustomOptionsOffset`);
}

function verifySignature(model: View<"Model">, signature: View<"SignatureDef">, where: string): void {
  checkIndex(signature.subgraphIndex, model.subgraphs.length, "subgraphs", `${where}.subgraphIndex`);
  const tensorCount = model.subgraphs[signature.subgraphIndex]!.tensors.length;
  for (const key of ["inputs", "outputs"] as const) {
    for (const [i, { tensorIndex }] of signature[key].entries()) {
      checkIndex(tensorIndex, tensorCount, "tensors", `${where}.${key}[${i}].tensorIndex`);
    }
  }
}
