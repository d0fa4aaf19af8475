import type { ArenaUsage, Interpreter, InvokeResult, Tensor } from "@thimble/core";
import { isFloat } from "../inputs/store-numbers.ts";
import { type QuantizationJson, quantizationJson } from "../quantization-json.ts";

/** What `thimble run --json` prints. */
export interface RunReport {
  readonly command: "run";
  readonly model: string;
  /** `id@version`, in the order of priority. */
  readonly packs: readonly string[];
  /** `"aborted"`: a kernel had no output yet, so that `outputs` hold nothing of meaning. */
  readonly status: InvokeResult;
  readonly invocations: number;
  /** The median of the invocations. */
  readonly invokeMicroseconds: number;
  readonly arena: ArenaUsage;
  readonly inputs: readonly InputReport[];
  readonly outputs: readonly OutputReport[];
}

interface TensorReport {
  readonly name: string;
  readonly type: string;
  readonly shape: readonly number[];
  readonly quantization: QuantizationJson | null;
}

export interface InputReport extends TensorReport {
  /** The file it was read from; `null` for the fixed pattern. */
  readonly file: string | null;
}

export interface OutputReport extends TensorReport {
  /** Real numbers of a float or quantized tensor, otherwise `null`. */
  readonly values: readonly number[] | null;
  /** The integers as they are stored; `null` for floats and for types that hold no numbers. */
  readonly stored: readonly number[] | null;
}

const describeTensor = ({ name, type, shape, quantization }: Tensor): TensorReport => ({
  name,
  type,
  shape,
  quantization: quantizationJson(quantization),
});

export const describeInputs = ({ inputs }: Interpreter, files: readonly string[]): InputReport[] =>
  inputs.map((tensor, i) => ({ ...describeTensor(tensor), file: files[i] ?? null }));

export const describeOutputs = ({ outputs }: Interpreter): OutputReport[] =>
  outputs.map((tensor) => ({ ...describeTensor(tensor), ...readNumbers(tensor) }));

const INTEGERS: ReadonlySet<string> = new Set("bool int4 int8 uint8 int16 uint16 int32 uint32 int64 uint64".split(" "));

function readNumbers(tensor: Tensor): Pick<OutputReport, "values" | "stored"> {
  if (isFloat(tensor)) return { values: tensor.unpack(), stored: null };
  if (!INTEGERS.has(tensor.type)) return { values: null, stored: null };
  return { values: tensor.quantization ? Array.from(tensor.dequantize()) : null, stored: tensor.unpack() };
}
