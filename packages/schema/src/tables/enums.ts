/**
 * The schema's enums: the index of a name is its value in the file. Tensor types are in lower case, the rest as the
 * schema spells it.
 */
export const enums = {
  TensorType: [
    "float32",
    "float16",
    "int32",
    "uint8",
    "int64",
    "string",
    "bool",
    "int16",
    "complex64",
    "int8",
    "float64",
    "complex128",
    "uint64",
    "resource",
    "variant",
    "uint32",
    "uint16",
    "int4",
    "bfloat16",
    "int2",
    "uint4",
    "float8_e4m3fn",
    "float8_e5m2",
  ],
  DimensionType: ["DENSE", "SPARSE_CSR"],
  StablehloPrecisionConfig: ["DEFAULT", "HIGH", "HIGHEST"],
  StablehloComparisonDirection: [
    "STABLEHLO_COMPARISON_DIRECTION_EQ",
    "STABLEHLO_COMPARISON_DIRECTION_NE",
    "STABLEHLO_COMPARISON_DIRECTION_GE",
    "STABLEHLO_COMPARISON_DIRECTION_GT",
    "STABLEHLO_COMPARISON_DIRECTION_LE",
    "STABLEHLO_COMPARISON_DIRECTION_LT",
  ],
  StablehloComparisonType: [
    "STABLEHLO_COMPARISON_TYPE_NOTYPE",
    "STABLEHLO_COMPARISON_TYPE_FLOAT",
    "STABLEHLO_COMPARISON_TYPE_FLOAT_TOTAL_ORDER",
    "STABLEHLO_COMPARISON_TYPE_SIGNED",
    "STABLEHLO_COMPARISON_TYPE_UNSIGNED",
  ],
  RngAlgorithm: ["DEFAULT", "PHILOX", "THREEFRY"],
  Padding: ["SAME", "VALID"],
  ActivationFunctionType: ["NONE", "RELU", "RELU_N1_TO_1", "RELU6", "TANH", "SIGN_BIT"],
  LSHProjectionType: ["UNKNOWN", "SPARSE", "DENSE"],
  FullyConnectedOptionsWeightsFormat: ["DEFAULT", "SHUFFLED4x16INT8"],
  LSTMKernelType: ["FULL", "BASIC"],
  CombinerType: ["SUM", "MEAN", "SQRTN"],
  MirrorPadMode: ["REFLECT", "SYMMETRIC"],
  ReduceWindowFunction: ["UNSUPPORTED", "ADD", "MUL", "MINIMUM", "MAXIMUM", "ALL", "ANY"],
  CustomOptionsFormat: ["FLEXBUFFERS"],
} as const;

/** The name of one of the schema's enums. */
export type EnumName = keyof typeof enums;

/** The names an enum can read as: `EnumValue<"Padding">` is `"SAME" | "VALID"`. */
export type EnumValue<E extends EnumName> = (typeof enums)[E][number];

/** The type of a tensor's elements. */
export type TensorType = EnumValue<"TensorType">;

const storedInFourBytes: readonly string[] = [
  "StablehloPrecisionConfig",
  "StablehloComparisonDirection",
  "StablehloComparisonType",
  "ReduceWindowFunction",
] satisfies EnumName[];

/** The scalar a value of the enum is stored as. */
export function enumStorage(name: EnumName): "int8" | "int32" {
  return storedInFourBytes.includes(name) ? "int32" : "int8";
}
