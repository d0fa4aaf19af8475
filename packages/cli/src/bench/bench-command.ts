import { type Command, defineCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { writeJson } from "../io.ts";
import { loadPacks, packLabel } from "../load-packs.ts";
import { numberArgument } from "../number-argument.ts";
import { readBytes } from "../read-bytes.ts";
import { sharedArguments } from "../shared-arguments.ts";
import { benchModel } from "./bench-model.ts";
import type { BenchReport, ModelReport } from "./bench-report.ts";
import { formatBench } from "./format-bench.ts";

/** `thimble bench`: measures models as a whole, node by node, and what the interpreter adds. */
export const benchCommand: Command = defineCommand({
  name: "bench",
  description: "Measure models: a whole invoke, each operator, and the interpreter's overhead",
  args: {
    model: { type: "positional", multiple: true, description: "A .tflite file; repeatable" },
    seconds: { type: "string", valueHint: "S", description: "How long to measure each model; default 2" },
    ...sharedArguments,
  },
  examples: [
    "thimble bench model.tflite",
    "thimble bench *.tflite --seconds 0.5",
    "thimble bench model.tflite --pack @acme/kernels --json > bench.json",
  ],
  async run(args, io) {
    const seconds = numberArgument("--seconds", args.seconds, 0) ?? 2;
    const packs = await loadPacks(args.pack, !args["no-fallback"]);
    const models: ModelReport[] = [];
    for (const path of args.model)
      models.push({ model: path, ...(await benchModel(await readBytes(path, "MODEL_TOO_LARGE"), packs, seconds)) });
    const report: BenchReport = { command: "bench", packs: packs.map(packLabel), seconds, models };
    if (args.json) writeJson(io, report);
    else io.stdout.write(formatBench(report, io.stdout));
    return exitCodes.ok;
  },
});
