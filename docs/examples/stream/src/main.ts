import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { modelStream } from "./model-stream.ts";
import { openSine } from "./open-sine.ts";

// seq 0 0.5 6 | npm start
const lines = createInterface({ input: process.stdin });

await pipeline(
  Readable.from(lines),
  async function* (texts) {
    for await (const text of texts) yield [Number(text)];
  },
  modelStream(await openSine()),
  async function* (outputs) {
    for await (const [y] of outputs) yield `${y.toFixed(3)}\n`;
  },
  process.stdout,
);
