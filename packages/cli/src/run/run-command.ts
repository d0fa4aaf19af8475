import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { Interpreter } from "@thimble/core";
import { type Command, defineCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { fileError } from "../file-error.ts";
import { parsePixels } from "../inputs/pixels.ts";
import { interpreterOptions } from "../interpreter-options.ts";
import { writeJson } from "../io.ts";
import { packLabel } from "../load-packs.ts";
import { integerArgument } from "../number-argument.ts";
import { readBytes } from "../read-bytes.ts";
import { sharedArguments } from "../shared-arguments.ts";
import { checkMode } from "../stream/check-mode.ts";
import { parseStream, streamArguments } from "../stream/stream-arguments.ts";
import { formatStream } from "../stream/stream-report.ts";
import { streamWords } from "../stream/stream-words.ts";
import { writeBytes } from "../write-bytes.ts";
import { formatRun } from "./format-run.ts";
import { parseRange } from "./parse-range.ts";
import { describeInputs, describeOutputs, type RunReport } from "./run-report.ts";
import { setInputs } from "./set-inputs.ts";
import { timeInvokes } from "./time-invokes.ts";

/** `thimble run`: runs a model on the inputs given and shows what comes out. */
export const runCommand: Command = defineCommand({
  name: "run",
  description: "Run a model and show its outputs",
  args: {
    model: { type: "positional", description: "A .tflite file" },
    input: {
      type: "string",
      multiple: true,
      valueHint: "FILE",
      description: "Input file (.bin .npy .json .png .bmp .wav); repeatable; default is a fixed pattern",
    },
    range: {
      type: "string",
      valueHint: "BLACK,WHITE",
      description: "The numbers that a picture's black and white are",
    },
    pixels: {
      type: "string",
      valueHint: "KIND",
      description: "What grey bytes are: value, or stored (an int8 tensor)",
    },
    out: { type: "string", valueHint: "DIR", description: "Write each output's bytes to DIR/<i>.bin" },
    invocations: { type: "string", valueHint: "N", description: "Invoke N times with the same inputs; default 1" },
    arena: { type: "string", valueHint: "BYTES", description: "Limit the arena; default is just what the model needs" },
    ...streamArguments,
    ...sharedArguments,
  },
  examples: [
    "thimble run person_detect.tflite --input person.bmp",
    "thimble run model.tflite --pack @acme/kernels --input features.npy --out results",
    "thimble run speech.tflite --stream yes.wav --frontend features.tflite --labels silence,unknown,yes,no",
    "thimble run model.tflite --invocations 100 --arena 65536 --json",
  ],
  async run(args, io) {
    checkMode(args);
    const invocations = integerArgument("--invocations", args.invocations, 1) ?? 1;
    const arenaBytes = integerArgument("--arena", args.arena, 0);
    const pictures = { range: parseRange(args.range), pixels: parsePixels(args.pixels) };
    const stream = parseStream(args);
    const options = await interpreterOptions(args);
    if (stream) {
      const report = await streamWords(args.model, options, stream);
      if (args.json) writeJson(io, report);
      else io.stdout.write(formatStream(report));
      return exitCodes.ok;
    }
    const interpreter = await Interpreter.create(await readBytes(args.model, "MODEL_TOO_LARGE"), {
      ...options,
      ...(arenaBytes !== undefined && { arenaBytes }),
    });
    const { notes, setAgain } = await setInputs(interpreter, args.input, pictures);
    const { status, medianMicroseconds } = timeInvokes(interpreter, setAgain, invocations);
    const report: RunReport = {
      command: "run",
      model: args.model,
      packs: options.packs.map(packLabel),
      status,
      invocations,
      invokeMicroseconds: medianMicroseconds,
      arena: interpreter.arena,
      inputs: describeInputs(interpreter, args.input),
      outputs: describeOutputs(interpreter),
    };
    for (const note of notes) io.stderr.write(`thimble: note: ${note}\n`);
    if (args.out !== undefined) await writeOutputs(interpreter, args.out);
    if (args.json) writeJson(io, report);
    else io.stdout.write(formatRun(report, io.stdout));
    return exitCodes.ok;
  },
});

async function writeOutputs({ outputs }: Interpreter, folder: string): Promise<void> {
  try {
    await mkdir(folder, { recursive: true });
  } catch (error) {
    throw fileError("cannot make the folder", folder, error);
  }
  for (const [i, { bytes }] of outputs.entries()) writeBytes(join(folder, `${i}.bin`), bytes);
}
