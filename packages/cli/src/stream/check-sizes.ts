import { type Tensor, ThimbleError } from "@thimble/core";

/** Checks that each class has its label, where labels are given. */
export function checkLabels(labels: readonly string[], { data }: Tensor): void {
  if (labels.length > 0 && labels.length !== data.length)
    throw new ThimbleError("INPUT_SIZE", `--labels names ${labels.length} classes, the model has ${data.length}`);
}

/** Checks that a recording is as long as a window: a shorter one would have no words, whatever is in it. */
export function checkLength(path: string, samples: number, { data }: Tensor): void {
  if (samples < data.length)
    throw new ThimbleError(
      "INPUT_SIZE",
      `${path} has ${samples} samples, a window of the frontend takes ${data.length}`,
    );
}
