import { formatPlan, Interpreter, type InterpreterOptions, openModel } from "@thimble/core";
import { type Command, defineCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { interpreterOptions } from "../interpreter-options.ts";
import { writeJson } from "../io.ts";
import { isThimbleError } from "../is-thimble-error.ts";
import { packLabel } from "../load-packs.ts";
import { optionRemedy } from "../option-remedy.ts";
import { readBytes } from "../read-bytes.ts";
import { sharedArguments } from "../shared-arguments.ts";
import { formatInspection } from "./format-inspection.ts";
import { describeMetadata, describeSignatures } from "./inspect-extras.ts";
import { countOperators, inspectNodes } from "./inspect-nodes.ts";
import type { InspectReport } from "./inspect-report.ts";
import { inspectTensors } from "./inspect-tensors.ts";

/** `thimble inspect`: shows what a model consists of, which kernels would run it and what it needs. */
export const inspectCommand: Command = defineCommand({
  name: "inspect",
  description: "Show a model's operators, tensors, kernels and memory, whether or not it can run",
  args: {
    model: { type: "positional", description: "A .tflite file" },
    strict: { type: "boolean", description: "Refuse what TensorFlow Lite Micro refuses" },
    plan: { type: "boolean", description: "Show where each buffer lies in the arena, too" },
    ...sharedArguments,
  },
  examples: [
    "thimble inspect model.tflite",
    "thimble inspect model.tflite --pack @acme/kernels --json",
    "thimble inspect model.tflite --plan",
  ],
  async run(args, io) {
    const options = await interpreterOptions(args);
    const bytes = await readBytes(args.model, "MODEL_TOO_LARGE");
    const { report, plan } = await inspect(args.model, bytes, {
      ...options,
      ...(args.strict && { strict: "tflm" as const }),
    });
    if (args.json) writeJson(io, args.plan ? { ...report, plan } : report);
    else io.stdout.write(formatInspection(report, args.plan && plan ? formatPlan(plan) : undefined, io.stdout));
    return exitCodes.ok;
  },
});

async function inspect(path: string, bytes: Uint8Array, options: InterpreterOptions) {
  const { model, subgraphs, resolver } = openModel(bytes, options);
  const nodes = inspectNodes(subgraphs, resolver);
  const tensors = inspectTensors(subgraphs);
  const { arena, plan, problem } = await tryToPrepare(bytes, options);
  const report: InspectReport = {
    command: "inspect",
    model: path,
    packs: options.packs.map(packLabel),
    description: model.description,
    bytes: bytes.length,
    parameterBytes: tensors.reduce((sum, { kind, bytes }) => sum + (kind === "constant" ? bytes : 0), 0),
    macs: nodes.reduce((sum, { macs }) => sum + (macs ?? 0), 0),
    supported: problem === null,
    problem,
    arena,
    operators: countOperators(nodes),
    nodes,
    tensors,
    metadata: describeMetadata(model),
    signatures: describeSignatures(model),
  };
  return { report, plan };
}

/** What the arena comes to, or the first reason why there is none. */
async function tryToPrepare(bytes: Uint8Array, options: InterpreterOptions) {
  try {
    const interpreter = await Interpreter.create(bytes, options);
    const { arena, plan } = interpreter;
    interpreter.dispose();
    return { arena, plan, problem: null };
  } catch (error) {
    if (!isThimbleError(error)) throw error;
    return { arena: null, plan: null, problem: { code: error.code, message: optionRemedy(error.message) } };
  }
}
