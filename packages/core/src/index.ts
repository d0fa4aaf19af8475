export type { WasmBuild, WasmFeature, WasmPack, WasmSource } from "@thimble/abi";
export { type TensorType, ThimbleError, type ThimbleErrorCode } from "@thimble/schema";
export type { Activation } from "./activation.ts";
export { type Allocation, type AllocationKind, type Tally, tallyBy } from "./allocation.ts";
export type { Arena } from "./arena.ts";
export type { ArenaUsage } from "./arena-parts.ts";
export { Interpreter, type InvokeResult, type SharedInterpreters } from "./interpreter.ts";
export {
  type AnyKernel,
  type Exactness,
  type InvokableSubgraph,
  type Kernel,
  type KernelDescription,
  type KernelSeries,
  type KernelStatus,
  kernelStatus,
  type PrepareHost,
  type Rounding,
  type RunSteps,
} from "./kernel.ts";
export { KernelTensor, type Quantization } from "./kernel-tensor.ts";
export type { LoadedModel } from "./load-model.ts";
export { Memory } from "./memory.ts";
export { KernelNode, type NodeDescription, nodeError } from "./node.ts";
export type { ChooseKernel, Offer } from "./offer.ts";
export { type OpenModel, type OpenOptions, openModel } from "./open-model.ts";
export { defineOperator, type Operator, type TflmLimits, type UncheckedNode } from "./operator.ts";
export * from "./ops/builtin.ts";
export type { InterpreterOptions, SlowMemory } from "./options.ts";
export { type AnyPack, definePack, isLoadedPack, type LoadedPack, type Pack } from "./pack.ts";
export { formatPlan } from "./planner/format.ts";
export { makePlan, type PlannerName, planners } from "./planner/index.ts";
export {
  alignUp,
  type Certificate,
  type Overlap,
  overlapInTime,
  type Placement,
  type Plan,
  type PlanBuffer,
  type Planner,
  type TensorPlace,
} from "./planner/plan.ts";
export type { Profiler, ProfilerEvent } from "./profiler.ts";
export { type DataOf, Region, type TypedArray } from "./region.ts";
export { DEFAULT_ARENA_LIMIT } from "./require-bytes.ts";
export { type ResolvedNode, Resolver } from "./resolver.ts";
export type { ResourceVariable, ResourceVariables } from "./resource-variables.ts";
export { matchesSignature, parseSignature, type Signature } from "./signature.ts";
export type { Step } from "./step.ts";
export type { ModelNode, Subgraph } from "./subgraph.ts";
export { Tensor } from "./tensor.ts";
export { engineFeatures, hasFeature } from "./wasm/engine-features.ts";
export { loadPack } from "./wasm/load-pack.ts";
export type { PreparedNode } from "./wasm/wasm-series.ts";
export { STACK_BYTES } from "./wasm/wasm-space.ts";
