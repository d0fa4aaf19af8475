import type { StringArgDef } from "citty";
import { integerArgument, numberArgument } from "../number-argument.ts";
import { UsageError } from "../usage-error.ts";
import type { WordOptions } from "./find-words.ts";

type Option = StringArgDef & { readonly type: "string" };

/** The arguments of `thimble run` on a recording that is longer than the model's input. */
export const streamArguments: {
  readonly stream: Option;
  readonly frontend: Option;
  readonly stride: Option;
  readonly labels: Option;
  readonly ignore: Option;
  readonly threshold: Option;
} = {
  stream: { type: "string", valueHint: "FILE.wav", description: "Recognize words in a recording; needs --frontend" },
  frontend: { type: "string", valueHint: "MODEL", description: "The model that turns windows of sound into features" },
  stride: { type: "string", valueHint: "N", description: "Samples from one window to the next; default 320" },
  labels: { type: "string", valueHint: "A,B,…", description: "Names of the classes" },
  ignore: { type: "string", valueHint: "A,B,…", description: "Labels that are no words; default silence,unknown" },
  threshold: { type: "string", valueHint: "SCORE", description: "The least score of a word; default 0.7" },
};

/** What the arguments say. */
export interface StreamOptions extends WordOptions {
  readonly recording: string;
  readonly frontend: string;
  readonly stride: number;
}

const list = (text: string | undefined): string[] => (text ? text.split(",") : []);

/** Labels that are no words. A class without a label is `class 3`. */
function parseIgnore(text: string, labels: readonly string[]): string[] {
  const ignore = list(text);
  const isLabel = (name: string): boolean => (labels.length > 0 ? labels.includes(name) : /^class \d+$/.test(name));
  const stranger = ignore.find((name) => !isLabel(name));
  if (stranger !== undefined) throw new UsageError(`--ignore names "${stranger}", which is not among --labels`);
  return ignore;
}

/** Parses the arguments; `undefined` where no recording is given. */
export function parseStream(
  args: { readonly [Name in keyof typeof streamArguments]: string | undefined },
): StreamOptions | undefined {
  if (args.stream === undefined) return undefined;
  if (args.frontend === undefined) throw new UsageError("--stream needs --frontend, the model that makes features");
  const labels = list(args.labels);
  return {
    recording: args.stream,
    frontend: args.frontend,
    stride: integerArgument("--stride", args.stride, 1) ?? 320,
    labels,
    ignore: args.ignore === undefined ? ["silence", "unknown"] : parseIgnore(args.ignore, labels),
    threshold: numberArgument("--threshold", args.threshold, 0) ?? 0.7,
  };
}
