/** Methods of TFLM's resolver whose names do not follow from the operator's. */
const METHODS: Readonly<Record<string, string>> = {
  BATCH_MATMUL: "AddBatchMatMul",
  CUMSUM: "AddCumSum",
  PADV2: "AddPadV2",
  TFLM_DECODE: "AddDecode",
  TFLite_Detection_PostProcess: "AddDetectionPostprocess",
  UNIDIRECTIONAL_SEQUENCE_LSTM: "AddUnidirectionalSequenceLSTM",
};

const capitalize = (word: string): string => word.charAt(0) + word.slice(1).toLowerCase();

/** The method of TFLM's `MicroMutableOpResolver` that adds an operator: `AddConv2D`. */
export function tflmMethod(operator: string): string {
  const own = METHODS[operator];
  if (own !== undefined) return own;
  if (operator.startsWith("Signal")) return `Add${operator.slice("Signal".length)}`;
  return `Add${operator.split("_").map(capitalize).join("").replace(/2d$/, "2D")}`;
}
