import { type Tensor, ThimbleError } from "@thimble/core";
import { type TensorType, tensorByteLength } from "@thimble/schema";
import type { InputFile } from "./input-file.ts";
import { storeNumbers } from "./store-numbers.ts";

/** An array as NumPy saves it. */
interface NpyArray {
  readonly type: TensorType;
  readonly shape: readonly number[];
  /** Elements in row-major order, little-endian. */
  readonly bytes: Uint8Array;
}

/** What a file begins with: byte 0x93, then "NUMPY". */
const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

const TYPES: Readonly<Record<string, TensorType>> = {
  b1: "bool",
  i1: "int8",
  u1: "uint8",
  i2: "int16",
  u2: "uint16",
  i4: "int32",
  u4: "uint32",
  i8: "int64",
  u8: "uint64",
  f4: "float32",
  f8: "float64",
};

/** Sets an input from a `.npy` file of its type, or of real numbers that are quantized for it. */
export function fillArray(tensor: Tensor, file: InputFile): void {
  const { type, shape, bytes } = parseNpy(file);
  if (type === tensor.type) tensor.set(bytes);
  else if (type === "float32" || type === "float64") storeNumbers(tensor, readFloats(type, bytes));
  else
    throw new ThimbleError(
      "INPUT_TYPE",
      `${file.path} holds ${type} [${shape.join(", ")}], tensor "${tensor.name}" is ${tensor.type}; save it as ${tensor.type}, or as float32 to have it quantized`,
    );
}

function readFloats(type: "float32" | "float64", bytes: Uint8Array): Float32Array | Float64Array {
  const aligned = bytes.slice().buffer;
  return type === "float32" ? new Float32Array(aligned) : new Float64Array(aligned);
}

/** The format: magic, two bytes of version, the header's length, the header (a Python dict), the elements. */
function parseNpy(file: InputFile): NpyArray {
  const { bytes, path } = file;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || MAGIC.some((byte, i) => bytes[i] !== byte)) throw unreadable(path, "it has no NumPy header");
  const wide = bytes[6]! > 1;
  const start = wide ? 12 : 10;
  const end = start + (wide ? view.getUint32(8, true) : view.getUint16(8, true));
  if (end > bytes.length) throw unreadable(path, "it ends within its header");
  const { type, shape } = parseHeader(new TextDecoder().decode(bytes.subarray(start, end)), path);
  const needed = tensorByteLength(type, shape);
  if (bytes.length - end !== needed)
    throw unreadable(path, `it has ${bytes.length - end} bytes of elements, its header says ${needed}`);
  return { type, shape, bytes: bytes.subarray(end) };
}

function parseHeader(header: string, path: string): Pick<NpyArray, "type" | "shape"> {
  const [, order, code] = /'descr':\s*'([<>|=]?)(\w+)'/.exec(header) ?? [];
  const shape = /'shape':\s*\(([^)]*)\)/.exec(header)?.[1];
  const type = TYPES[code ?? ""];
  if (!type || shape === undefined) throw unreadable(path, `its header is ${header.trim() || "empty"}`);
  if (order === ">") throw unreadable(path, "it is big-endian; save it with .astype('<' + dtype)");
  if (/'fortran_order':\s*True/.test(header))
    throw unreadable(path, "it is in Fortran order; save it with numpy.ascontiguousarray");
  return { type, shape: parseShape(shape, path) };
}

/** The extents between the parentheses: `1, 4` or `3,`; Python 2 wrote `3L`. */
function parseShape(text: string, path: string): number[] {
  const extents = text.split(",").map((extent) => extent.trim());
  if (extents.at(-1) === "") extents.pop();
  if (!extents.every((extent) => /^\d+L?$/.test(extent))) throw unreadable(path, `its shape is (${text})`);
  return extents.map((extent) => Number.parseInt(extent, 10));
}

const unreadable = (path: string, reason: string): ThimbleError =>
  new ThimbleError("INPUT_TYPE", `${path} is no .npy file that can be read: ${reason}`);
