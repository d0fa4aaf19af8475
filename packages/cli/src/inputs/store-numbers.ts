import { type Tensor, ThimbleError } from "@thimble/core";
import { bitsPerElement } from "@thimble/schema";

/** Whether an element holds a real number as it is. */
export const isFloat = ({ type }: Tensor): boolean => type === "float32" || type === "float64";

/** Sets an input from numbers: real ones where it is float or quantized, otherwise integers as they are stored. */
export function storeNumbers(tensor: Tensor, numbers: ArrayLike<number>): void {
  if (isFloat(tensor) || tensor.quantization) tensor.quantize(numbers);
  else storeIntegers(tensor, numbers);
}

function storeIntegers(tensor: Tensor, numbers: ArrayLike<number>): void {
  const { name, type, data } = tensor;
  if (bitsPerElement(type) < 8)
    throw new ThimbleError("INPUT_TYPE", `tensor "${name}" is ${type}, which takes its bytes from a .bin file`);
  if (numbers.length !== data.length)
    throw new ThimbleError("INPUT_SIZE", `tensor "${name}" takes ${data.length} numbers, ${numbers.length} were given`);
  for (let i = 0; i < numbers.length; i++) {
    const number = numbers[i]!;
    data[i] = data instanceof BigInt64Array || data instanceof BigUint64Array ? BigInt(Math.trunc(number)) : number;
    if (Number(data[i]) !== number)
      throw new ThimbleError("INPUT_TYPE", `tensor "${name}" is ${type}, which cannot hold element ${i}: ${number}`);
  }
}
