import type { KernelTensor, Subgraph } from "@thimble/core";
import { quantizationJson } from "../quantization-json.ts";
import type { TensorReport } from "./inspect-report.ts";

/** Every tensor of a model. */
export const inspectTensors = (subgraphs: readonly Subgraph[]): TensorReport[] =>
  subgraphs.flatMap((subgraph) => subgraph.tensors.map((tensor) => inspectTensor(tensor, subgraph)));

const inspectTensor = (tensor: KernelTensor, subgraph: Subgraph): TensorReport => ({
  subgraph: subgraph.index,
  index: tensor.index,
  name: tensor.name,
  type: tensor.type,
  shape: [...tensor.shape],
  quantization: quantizationJson(tensor.quantization),
  kind: kindOf(tensor, subgraph),
  bytes: tensor.byteLength,
});

function kindOf(tensor: KernelTensor, { inputs, outputs }: Subgraph): TensorReport["kind"] {
  if (inputs.includes(tensor)) return "input";
  if (tensor.isConstant) return "constant";
  if (tensor.isVariable) return "variable";
  return outputs.includes(tensor) ? "output" : "intermediate";
}
