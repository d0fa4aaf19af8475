import picocolors from "picocolors";

/** A stream that may be a terminal, with so many columns. */
export type Output = NodeJS.WritableStream & { readonly isTTY?: boolean; readonly columns?: number };

/** Where a command writes: its results to `stdout`, progress and errors to `stderr`. */
export interface Io {
  readonly stdout: Output;
  readonly stderr: Output;
}

export type Colors = ReturnType<typeof picocolors.createColors>;

/** Whether colours are welcome: on a terminal, unless NO_COLOR is set. */
export const hasColors = (output: Output): boolean => output.isTTY === true && !process.env.NO_COLOR;

/** Colours for a stream; where they are not welcome, functions that return their text as it is. */
export const colorsFor = (output: Output): Colors => picocolors.createColors(hasColors(output));

/** Writes a document for programs. */
export const writeJson = (io: Io, document: unknown): void => {
  io.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
};
