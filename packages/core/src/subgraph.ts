import {
  bufferBytes,
  type Model,
  type OperatorView,
  operatorName,
  type SubGraph,
  type TensorView,
  ThimbleError,
  tensorByteLength,
} from "@thimble/schema";
import { KernelTensor, type Quantization } from "./kernel-tensor.ts";
import type { NodeDescription } from "./node.ts";

/** A node as the model gives it, before an operator has checked it. */
export interface ModelNode extends NodeDescription {
  readonly view: OperatorView;
  /** All subgraphs of the model: a control flow operator checks itself against those it invokes. */
  readonly subgraphs: readonly Subgraph[];
}

/** A subgraph with tensors that have no memory yet and nodes that have no kernel yet. */
export interface Subgraph {
  readonly index: number;
  readonly name: string;
  readonly tensors: readonly KernelTensor[];
  readonly nodes: readonly ModelNode[];
  readonly inputs: readonly KernelTensor[];
  readonly outputs: readonly KernelTensor[];
}

/** A resource is the number of a variable: the format says nothing about its size, TFLM makes it an int32. */
const HANDLE_TYPE = "int32";

/** Turns a verified model into tensors and nodes. */
export function buildSubgraphs(model: Model): readonly Subgraph[] {
  const subgraphs: Subgraph[] = [];
  for (const [index, view] of model.subgraphs.entries()) subgraphs.push(buildSubgraph(model, view, index, subgraphs));
  return subgraphs;
}

function buildSubgraph(model: Model, view: SubGraph, index: number, subgraphs: readonly Subgraph[]): Subgraph {
  const tensors = view.tensors.map((tensor, i) => buildTensor(model, tensor, i, `subgraphs[${index}].tensors[${i}]`));
  const at = (i: number): KernelTensor => tensors[i]!;
  const nodes = view.operators.map((operator, i): ModelNode => {
    const code = model.operatorCodes[operator.opcodeIndex]!;
    const name = operatorName(code);
    return {
      location: `subgraphs[${index}].operators[${i}] (${name})`,
      operatorName: name,
      version: code.version,
      index: i,
      subgraph: index,
      inputs: operator.inputs.map((tensor) => tensors[tensor]),
      outputs: operator.outputs.map(at),
      intermediates: operator.intermediates.map(at),
      view: operator,
      subgraphs,
    };
  });
  return { index, name: view.name, tensors, nodes, inputs: view.inputs.map(at), outputs: view.outputs.map(at) };
}

function buildTensor(model: Model, view: TensorView, index: number, where: string): KernelTensor {
  const { name, type, shape, isVariable } = view;
  if (view.sparsity) throw unsupported(where, "is sparse; convert the model with dense weights");
  if (view.externalBuffer !== 0)
    throw unsupported(where, "has its data in another file; convert the model into one file");
  const isConstant = !isVariable && bufferBytes(model, view.buffer).length > 0;
  const byteLength = tensorByteLength(type === "resource" ? HANDLE_TYPE : type, shape);
  return new KernelTensor({
    index,
    name,
    type,
    shape,
    byteLength,
    quantization: quantizationOf(view),
    isConstant,
    isVariable,
  });
}

const unsupported = (where: string, message: string): ThimbleError =>
  new ThimbleError("MODEL_INVALID", `the tensor ${message}`, { where });

/** TFLM takes a tensor for quantized when it has both scales and zero points; one zero point serves all channels. */
function quantizationOf(view: TensorView): Quantization | undefined {
  const { quantization } = view;
  if (!quantization?.scale.length || !quantization.zeroPoint.length) return undefined;
  return { scale: quantization.scale, zeroPoint: quantization.zeroPoint, dimension: quantization.quantizedDimension };
}
