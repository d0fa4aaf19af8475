import type { InterpreterOptions } from "@thimble/core";
import { type Command, defineCommand } from "../command.ts";
import { type ExitCode, exitCodes } from "../exit-codes.ts";
import { interpreterOptions } from "../interpreter-options.ts";
import { type Io, writeJson } from "../io.ts";
import { loadPacks, packLabel } from "../load-packs.ts";
import { numberArgument } from "../number-argument.ts";
import { readBytes } from "../read-bytes.ts";
import { sharedArguments } from "../shared-arguments.ts";
import { UsageError } from "../usage-error.ts";
import { writeText } from "../write-bytes.ts";
import { benchCsv } from "./bench-csv.ts";
import { benchModel } from "./bench-model.ts";
import type { BenchReport, ComparisonReport, ModelReport } from "./bench-report.ts";
import { comparePacks } from "./compare-packs.ts";
import { formatBench } from "./format-bench.ts";
import { formatComparison } from "./format-comparison.ts";
import { formatTrace, type TraceEvent, traceModel } from "./trace.ts";

/** `thimble bench`: measures models as a whole, node by node, and what the interpreter adds. */
export const benchCommand: Command = defineCommand({
  name: "bench",
  description: "Measure models: a whole invoke, each operator, and the interpreter's overhead",
  args: {
    model: { type: "positional", multiple: true, description: "A .tflite file; repeatable" },
    seconds: { type: "string", valueHint: "S", description: "How long to measure each model; default 2" },
    against: {
      type: "string",
      multiple: true,
      valueHint: "NAME",
      description: "Compare with these packs, measured in turns; repeatable",
    },
    csv: { type: "string", valueHint: "FILE", description: "Write the times of all nodes as CSV" },
    trace: { type: "string", valueHint: "FILE", description: "Write some invokes as a trace for Chrome or Perfetto" },
    ...sharedArguments,
  },
  examples: [
    "thimble bench model.tflite",
    "thimble bench *.tflite --seconds 0.5",
    "thimble bench model.tflite --pack @acme/kernels --json > bench.json",
    "thimble bench model.tflite --csv nodes.csv --trace trace.json",
    "thimble bench model.tflite --pack @acme/kernels --against @thimble/kernels-reference",
  ],
  async run(args, io) {
    const seconds = numberArgument("--seconds", args.seconds, 0) ?? 2;
    const options = await interpreterOptions(args);
    if (args.against.length > 0 && (args.csv ?? args.trace) !== undefined)
      throw new UsageError("--csv and --trace are of one set of packs; leave out --against");
    if (args.against.length > 0) return compare(args, options, seconds, io);
    const models: ModelReport[] = [];
    const events: TraceEvent[] = [];
    for (const [i, path] of args.model.entries()) {
      const bytes = await readBytes(path, "MODEL_TOO_LARGE");
      models.push({ model: path, ...(await benchModel(bytes, options, seconds)) });
      if (args.trace !== undefined) events.push(...(await traceModel(path, bytes, options, i)));
    }
    if (args.trace !== undefined) writeText(args.trace, formatTrace(events));
    const report: BenchReport = { command: "bench", packs: options.packs.map(packLabel), seconds, models };
    if (args.csv !== undefined) writeText(args.csv, benchCsv(report));
    if (args.json) writeJson(io, report);
    else io.stdout.write(formatBench(report, io.stdout));
    return exitCodes.ok;
  },
});

interface ComparisonArguments {
  readonly model: readonly string[];
  readonly against: readonly string[];
  readonly json: boolean;
}

async function compare(
  { model, against: names, json }: ComparisonArguments,
  options: InterpreterOptions,
  seconds: number,
  io: Io,
): Promise<ExitCode> {
  const against = await loadPacks(names, true);
  const models: ComparisonReport["models"][number][] = [];
  for (const path of model)
    models.push({
      model: path,
      ...(await comparePacks(await readBytes(path, "MODEL_TOO_LARGE"), options, { packs: against }, seconds)),
    });
  const report: ComparisonReport = {
    command: "bench",
    packs: options.packs.map(packLabel),
    against: against.map(packLabel),
    seconds,
    models,
  };
  if (json) writeJson(io, report);
  else io.stdout.write(formatComparison(report, io.stdout));
  return exitCodes.ok;
}
