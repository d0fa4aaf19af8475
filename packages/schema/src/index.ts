export { bytesOf } from "./bytes-of.ts";
export { calledSubgraphs, type SubgraphCall } from "./called-subgraphs.ts";
export { type CompressedTensors, compressedTensors, decompress, type LookUpTable } from "./compression.ts";
export { defaultView } from "./default-view.ts";
export { errorCodes, ThimbleError, type ThimbleErrorCode, type ThimbleErrorOptions } from "./error.ts";
export { kindOf } from "./kind-of.ts";
export {
  type Model,
  modelBytes,
  type OperatorView,
  readModel,
  type SubGraph,
  type TensorView,
} from "./model.ts";
export { bufferBytes, customOptionBytes } from "./model-bytes.ts";
export { type OfflinePlan, offlinePlanError, readOfflinePlan } from "./offline-plan.ts";
export { builtinCodeOf, operatorName } from "./operator-code.ts";
export { type EnumName, type EnumValue, enums, type TensorType } from "./tables/enums.ts";
export { type OperatorName, operatorNames } from "./tables/operator-names.ts";
export type { TableName, UnionName } from "./tables/schema.ts";
export { bitsPerElement, tensorByteLength } from "./tensor-type.ts";
export type { OptionsName, OptionsOf, UnionView, View } from "./types.ts";
export { decodeUtf8 } from "./utf8.ts";
