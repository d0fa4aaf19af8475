import type { InterpreterOptions } from "@thimble/core";
import { type Command, defineCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { resolveKernels } from "../interpreter-options.ts";
import { type Io, writeJson } from "../io.ts";
import { packLabel } from "../load-packs.ts";
import { readBytes } from "../read-bytes.ts";
import { sharedArguments } from "../shared-arguments.ts";
import { UsageError } from "../usage-error.ts";
import { writeText } from "../write-bytes.ts";
import { emitCpp } from "./emit-cpp.ts";
import { emitTypeScript } from "./emit-typescript.ts";
import { explainModel } from "./explain-model.ts";
import { formatResolver } from "./format-resolver.ts";
import type { ResolverReport } from "./resolver-report.ts";

/** `thimble resolver`: shows which kernel each node of some models gets, and writes code that has those kernels only. */
export const resolverCommand: Command = defineCommand({
  name: "resolver",
  description: "Show which kernel each node gets and why, and write code with those kernels only",
  args: {
    model: { type: "positional", multiple: true, description: ".tflite files" },
    explain: { type: "boolean", description: "Say of each other pack why it does not run the node" },
    emit: { type: "string", valueHint: "LANGUAGE", description: "Print code instead: ts (Thimble) or cpp (TFLM)" },
    out: { type: "string", valueHint: "FILE", description: "Write the code to a file" },
    ...sharedArguments,
  },
  examples: [
    "thimble resolver model.tflite",
    "thimble resolver model.tflite --pack @thimble/wasm-simd --explain",
    "thimble resolver *.tflite --emit ts --out kernels.ts",
    "thimble resolver *.tflite --emit cpp --out model_ops.h",
  ],
  async run(args, io) {
    if (args.out !== undefined && args.emit === undefined)
      throw new UsageError("--out is for code; add --emit ts or --emit cpp");
    const config = await resolveKernels(args);
    const bytes = new Map<string, Uint8Array>();
    for (const path of args.model) bytes.set(path, await readBytes(path, "MODEL_TOO_LARGE"));
    const explained = [...bytes].map(([path, model]) => explainModel(path, model, config));
    const report: ResolverReport = {
      command: "resolver",
      packs: config.options.packs.map(packLabel),
      models: explained.map(({ model, nodes }) => ({ model, nodes })),
      idleOverrides: config.overrides.flatMap((_, i) =>
        explained.some(({ overrides }) => overrides.has(i)) ? [] : [`overrides[${i}]`],
      ),
    };
    if (args.emit !== undefined) write(await emit(args.emit, report, bytes, config.options), args.out, io);
    else if (args.json) writeJson(io, report);
    else io.stdout.write(formatResolver(report, args.explain, io.stdout));
    const isWhole = report.models.every(({ nodes }) => nodes.every(({ problem }) => problem === null));
    return isWhole ? exitCodes.ok : exitCodes.invalid;
  },
});

async function emit(
  language: string,
  report: ResolverReport,
  bytes: ReadonlyMap<string, Uint8Array>,
  options: InterpreterOptions,
): Promise<string> {
  if (language === "ts") return emitTypeScript(report, bytes, options);
  if (language === "cpp") return emitCpp(report);
  throw new UsageError(`--emit is "${language}", it must be ts or cpp`);
}

function write(code: string, path: string | undefined, io: Io): void {
  if (path === undefined) io.stdout.write(code);
  else writeText(path, code);
}
