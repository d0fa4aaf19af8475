import { type FileHandle, open } from "node:fs/promises";
import { ThimbleError } from "@thimble/core";

/** A line of a file. */
export interface Line {
  readonly text: string;
  /** Counted from 1. */
  readonly number: number;
  /** How many of the file's bytes it is, with its end. */
  readonly bytes: number;
}

/** Lines that are longer are no cases: files of another kind would fill the memory. */
const MOST_MEBIBYTES = 64;
const CHUNK_BYTES = 2 ** 16;
const NEWLINE = 10;

/**
 * Reads a file line by line: one line at a time is in memory.
 *
 * @throws ThimbleError `OPTION_INVALID` for a line that is longer than any case.
 */
export async function* readLines(path: string): AsyncGenerator<Line> {
  const file = await open(path);
  try {
    yield* splitLines(readChunks(file), path);
  } finally {
    await file.close();
  }
}

async function* readChunks(file: FileHandle): AsyncGenerator<Buffer> {
  for (;;) {
    const { bytesRead, buffer } = await file.read(Buffer.allocUnsafe(CHUNK_BYTES), 0, CHUNK_BYTES);
    if (bytesRead === 0) return;
    yield buffer.subarray(0, bytesRead);
  }
}

async function* splitLines(chunks: AsyncIterable<Buffer>, path: string): AsyncGenerator<Line> {
  let number = 1;
  let line = new PartsOfLine();
  for await (const chunk of chunks)
    for (const part of partsOf(chunk)) {
      line.add(part);
      if (line.bytes > MOST_MEBIBYTES * 2 ** 20) throw tooLong(`${path}:${number}`);
      if (part.at(-1) !== NEWLINE) continue;
      yield { text: line.text, number: number++, bytes: line.bytes };
      line = new PartsOfLine();
    }
  if (line.bytes > 0) yield { text: line.text, number, bytes: line.bytes };
}

/** Cuts a chunk after each newline. */
function* partsOf(chunk: Buffer): Generator<Buffer> {
  for (let start = 0; start < chunk.length; ) {
    const end = chunk.indexOf(NEWLINE, start) + 1 || chunk.length;
    yield chunk.subarray(start, end);
    start = end;
  }
}

/** What was read of a line. It is decoded as a whole: a character may lie in two chunks. */
class PartsOfLine {
  readonly #parts: Buffer[] = [];
  bytes = 0;

  get text(): string {
    return Buffer.concat(this.#parts).toString();
  }

  add(part: Buffer): void {
    this.#parts.push(part);
    this.bytes += part.length;
  }
}

const tooLong = (where: string): ThimbleError =>
  new ThimbleError(
    "OPTION_INVALID",
    `${where}: the line is longer than ${MOST_MEBIBYTES} MiB; a case file holds one case a line`,
  );
