import { type PlannerName, planners } from "@thimble/core";
import { type Command, defineCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { interpreterOptions } from "../interpreter-options.ts";
import { writeJson } from "../io.ts";
import { integerArgument } from "../number-argument.ts";
import { readBytes } from "../read-bytes.ts";
import { sharedArguments } from "../shared-arguments.ts";
import { UsageError } from "../usage-error.ts";
import { writeBytes, writeText } from "../write-bytes.ts";
import { emitPlan } from "./emit-plan.ts";
import { formatPlanReport } from "./format-plan-report.ts";
import { planHtml } from "./html/plan-html.ts";
import { limitMessage } from "./limit-message.ts";
import { planModel } from "./plan-model.ts";
import { planSvg } from "./svg/plan-svg.ts";

/** `thimble plan`: shows where everything lies in a model's arena, and writes it down. */
export const planCommand: Command = defineCommand({
  name: "plan",
  description: "Show how a model uses its arena, and how little it could need",
  args: {
    model: { type: "positional", description: "A .tflite file" },
    planner: {
      type: "string",
      valueHint: "NAME",
      description: "optimal, greedy, linear or offline; default the model's own plan, or else optimal",
    },
    target: { type: "boolean", description: "Show what the arena takes on a 32-bit target, part by part" },
    svg: { type: "string", valueHint: "FILE", description: "Write the picture" },
    html: { type: "string", valueHint: "FILE", description: "Write a page with picture and tables" },
    emit: {
      type: "string",
      valueHint: "FILE",
      description: "Write the model with this plan, which TensorFlow Lite Micro keeps, too",
    },
    limit: { type: "string", valueHint: "BYTES", description: "Exit with 1 if the arena takes more" },
    ...sharedArguments,
  },
  examples: [
    "thimble plan model.tflite",
    "thimble plan model.tflite --html plan.html",
    "thimble plan model.tflite --emit planned.tflite",
    "thimble plan model.tflite --limit 65536",
    "thimble plan model.tflite --planner greedy --target --json",
  ],
  async run(args, io) {
    const planner = plannerArgument(args.planner);
    const limit = integerArgument("--limit", args.limit, 0);
    const options = await interpreterOptions(args);
    const bytes = await readBytes(args.model, "MODEL_TOO_LARGE");
    // TFLM's kernels do not say that they take an output on an input.
    const inPlace = args.emit === undefined && (options.inPlace ?? true);
    const report = await planModel(args.model, bytes, { ...options, inPlace }, { planner, limit });
    if (args.svg !== undefined) writeText(args.svg, planSvg(report));
    if (args.html !== undefined) writeText(args.html, planHtml(report));
    if (args.emit !== undefined) writeBytes(args.emit, emitPlan(bytes, report.buffers));
    if (args.json) writeJson(io, report);
    else io.stdout.write(formatPlanReport(report, args.target, io.stdout));
    if (!report.limit?.isExceeded) return exitCodes.ok;
    io.stderr.write(limitMessage(report, io.stderr));
    return exitCodes.mismatch;
  },
});

function plannerArgument(name: string | undefined): PlannerName | undefined {
  if (name === undefined || Object.hasOwn(planners, name)) return name as PlannerName | undefined;
  throw new UsageError(`--planner is "${name}", it must be one of ${Object.keys(planners).join(", ")}`);
}
