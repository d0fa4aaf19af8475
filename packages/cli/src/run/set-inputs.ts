import { type Interpreter, ThimbleError } from "@thimble/core";
import { fillInput } from "../inputs/fill-input.ts";
import { fillPattern } from "../inputs/fill-pattern.ts";
import type { PictureOptions } from "../inputs/input-file.ts";

/** What became of the inputs. */
export interface InputSetter {
  /** What the user should know of how files were read. */
  readonly notes: readonly string[];
  /** Sets the inputs to the same values again: an invoke may reuse their memory. */
  readonly setAgain: () => void;
}

/** Sets a model's inputs from files, or to a fixed pattern where there are none. */
export async function setInputs(
  { inputs }: Interpreter,
  files: readonly string[] = [],
  options: PictureOptions = {},
): Promise<InputSetter> {
  if (files.length > 0 && files.length !== inputs.length)
    throw new ThimbleError(
      "INPUT_SIZE",
      `the model has ${inputs.length} inputs (${inputs.map(({ name }) => `"${name}"`).join(", ")}), ${files.length} files were given with --input`,
    );
  const notes: string[] = [];
  for (const [i, tensor] of inputs.entries()) {
    const note = files.length > 0 ? await fillInput(tensor, files[i]!, options) : fillPattern(tensor);
    if (note) notes.push(note);
  }
  const values = inputs.map(({ bytes }) => bytes.slice());
  const setAgain = () => {
    for (const [i, tensor] of inputs.entries()) tensor.set(values[i]!);
  };
  return { notes, setAgain };
}
