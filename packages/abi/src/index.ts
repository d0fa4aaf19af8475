export { definePack, type WasmBuild, type WasmFeature, type WasmPack, type WasmSource } from "./define-pack.ts";
export { ABI_MAJOR, ABI_MINOR, enums, MAX_RANK, structs } from "./generated/contract.ts";
export { paramsStructOf } from "./params-struct.ts";
export {
  type FieldValues,
  offsetOf,
  readStruct,
  type StructName,
  type StructNumbers,
  sizeOf,
  writeStruct,
} from "./struct.ts";
