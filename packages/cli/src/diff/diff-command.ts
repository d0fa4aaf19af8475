import { findConfig } from "@thimble/config/node";
import { randomData } from "@thimble/conformance";
import type { InterpreterOptions } from "@thimble/core";
import { type Command, defineCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { interpreterOptions, type KernelArguments } from "../interpreter-options.ts";
import { writeJson } from "../io.ts";
import { packLabel } from "../load-packs.ts";
import { integerArgument } from "../number-argument.ts";
import { readBytes } from "../read-bytes.ts";
import { setInputs } from "../run/set-inputs.ts";
import { sharedArguments } from "../shared-arguments.ts";
import { UsageError } from "../usage-error.ts";
import { writeText } from "../write-bytes.ts";
import { diffModel } from "./diff-model.ts";
import type { DiffReport } from "./diff-report.ts";
import { formatDiff } from "./format-diff.ts";
import { diffHtml } from "./html/diff-html.ts";
import type { Lockstep } from "./lockstep.ts";

const { config, json, help, "no-fallback": noFallback } = sharedArguments;

const side = (name: string) =>
  ({ type: "string", multiple: true, valueHint: "NAME", description: `Packs of side ${name}; repeatable` }) as const;

const environment = (name: string) =>
  ({ type: "string", valueHint: "NAME", description: `Environment of side ${name}, of the configuration` }) as const;

/** `thimble diff`: holds two sets of kernels against each other, layer by layer. */
export const diffCommand: Command = defineCommand({
  name: "diff",
  description: "Compare two sets of kernels on a model, layer by layer",
  args: {
    model: { type: "positional", description: "A .tflite file" },
    a: side("A"),
    b: side("B"),
    "a-env": environment("A"),
    "b-env": environment("B"),
    input: { type: "string", multiple: true, valueHint: "FILE", description: "A file for each input, as for run" },
    random: { type: "string", valueHint: "N", description: "Try N random inputs; default is one fixed pattern" },
    seed: { type: "string", valueHint: "N", description: "Seed of the random inputs; default 1" },
    html: { type: "string", valueHint: "FILE", description: "Write a page with a heat map of each layer that differs" },
    "no-fallback": noFallback,
    config,
    json,
    help,
  },
  examples: [
    "thimble diff model.tflite --b @thimble/wasm-simd",
    "thimble diff model.tflite --a @thimble/wasm-simd --b @acme/kernels --random 100",
    "thimble diff model.tflite --b-env device --input picture.png --html diff.html",
  ],
  async run(args, io) {
    const random = integerArgument("--random", args.random, 1);
    const seed = integerArgument("--seed", args.seed, 0) ?? 1;
    if (random !== undefined && args.input.length > 0)
      throw new UsageError("--random and --input both say what the inputs are; leave out one");
    const sides = [await optionsOf(args, "a"), await optionsOf(args, "b")] as const;
    const bytes = await readBytes(args.model, "MODEL_TOO_LARGE");
    const fill = random === undefined ? fromFiles(args.input) : fromSeed(seed);
    const layers = await diffModel(bytes, sides, random ?? 1, fill);
    const reports = layers.map(({ report }) => report);
    const report: DiffReport = {
      command: "diff",
      model: args.model,
      a: sides[0].packs.map(packLabel),
      b: sides[1].packs.map(packLabel),
      inputs: { count: random ?? 1, from: sourceOf(args.input, random, seed) },
      firstDifferent: firstIndex(reports, ({ whole, own }) => whole.differing > 0 || own.differing > 0),
      firstBeyond: firstIndex(reports, ({ isBeyond }) => isBeyond),
      layers: reports,
    };
    if (args.html !== undefined) writeText(args.html, diffHtml(report, layers));
    if (args.json) writeJson(io, report);
    else io.stdout.write(formatDiff(report, io.stdout));
    return report.firstBeyond === null ? exitCodes.ok : exitCodes.mismatch;
  },
});

interface SideArguments extends Pick<KernelArguments, "no-fallback" | "config"> {
  readonly a: readonly string[];
  readonly b: readonly string[];
  readonly "a-env": string | undefined;
  readonly "b-env": string | undefined;
}

/** What a side runs with: its packs or environment; side A without either is the reference alone. */
function optionsOf(args: SideArguments, name: "a" | "b"): Promise<InterpreterOptions> {
  const [pack, env] = [args[name], args[`${name}-env`]];
  if (name === "a" && pack.length === 0 && env === undefined)
    return interpreterOptions({ pack: ["@thimble/kernels-reference"], "no-fallback": false, config: undefined, env });
  if (name === "b" && pack.length === 0 && env === undefined && args.config === undefined && findConfig() === undefined)
    throw new UsageError("there is nothing to compare with; name packs with --b, or an environment with --b-env");
  return interpreterOptions({ pack, "no-fallback": args["no-fallback"], config: args.config, env });
}

const fromFiles =
  (files: readonly string[]) =>
  async ({ a }: Lockstep): Promise<void> => {
    await setInputs(a, files);
  };

const fromSeed =
  (seed: number) =>
  ({ a }: Lockstep, invocation: number): void => {
    a.inputs.forEach(({ type, shape, bytes }, i) => {
      bytes.set(randomData(type, shape, seed + 1000 * invocation + i, { isFinite: true }));
    });
  };

const sourceOf = (files: readonly string[], random: number | undefined, seed: number): string =>
  random !== undefined ? `random, seed ${seed}` : files.length > 0 ? files.join(", ") : "the pattern";

function firstIndex<T>(list: readonly T[], holds: (entry: T) => boolean): number | null {
  const index = list.findIndex(holds);
  return index < 0 ? null : index;
}
