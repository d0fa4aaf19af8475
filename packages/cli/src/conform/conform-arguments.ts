import type { BooleanArgDef, StringArgDef } from "citty";
import type { Arguments } from "../parse-arguments.ts";
import { UsageError } from "../usage-error.ts";

type Text = StringArgDef & { readonly type: "string" };
type Texts = Text & { readonly multiple: true };
type Flag = BooleanArgDef & { readonly type: "boolean" };

/** The options of `thimble conform`. */
export const conformArguments: {
  readonly ops: Texts;
  readonly cases: Texts;
  readonly seed: Text;
  readonly runs: Text;
  readonly shard: Text;
  readonly "only-failed": Text;
  readonly models: Texts;
  readonly target: Texts;
  readonly report: Text;
  readonly tarball: Text;
  readonly threads: Text;
  readonly operators: Flag;
  readonly sample: Text;
  readonly json: Flag;
  readonly help: Flag;
} = {
  ops: { type: "string", multiple: true, valueHint: "A,B,…", description: "Only these operators: conv_2d,add" },
  cases: {
    type: "string",
    multiple: true,
    valueHint: "GLOB",
    description: "Only cases whose ids fit, * for any part; repeatable",
  },
  seed: { type: "string", valueHint: "N", description: "Seed of the random models; default 1" },
  runs: { type: "string", valueHint: "N", description: "Random models of each generator; default 40" },
  shard: { type: "string", valueHint: "I/N", description: "Run one of N equal parts, counted from 1" },
  "only-failed": { type: "string", valueHint: "REPORT", description: "Only what failed in this report.json" },
  models: {
    type: "string",
    multiple: true,
    valueHint: "FILE",
    description: "A model to compare layer by layer with the reference; repeatable",
  },
  target: {
    type: "string",
    multiple: true,
    valueHint: "NAME,…",
    description: "An emulated core on which the kernels are held to the suite too: cortex-m4, rv32imc; repeatable",
  },
  report: { type: "string", valueHint: "DIR", description: "Write report.json, report.html, junit.xml and badge.svg" },
  tarball: { type: "string", valueHint: "FILE", description: "The package's tarball, whose digest the report states" },
  threads: { type: "string", valueHint: "N", description: "Threads; default as many as the machine has cores" },
  operators: { type: "boolean", description: "Print a line for each operator" },
  sample: { type: "string", valueHint: "N", description: "Cases that verify runs again; default 200" },
  json: { type: "boolean", description: "Print one JSON document" },
  help: { type: "boolean", alias: "h", description: "Print this text" },
};

/** What a command line says of them. */
export type ConformArguments = Arguments<typeof conformArguments>;

/** Throws for an option that an action has no use for. */
export function requireOnly(args: ConformArguments, action: string, own: readonly string[]): void {
  for (const [name, value] of Object.entries(args)) {
    const isGiven = Array.isArray(value) ? value.length > 0 : value !== undefined && value !== false;
    if (isGiven && !own.includes(name)) throw new UsageError(`--${name} does not go with conform ${action}`);
  }
}

/** `a,b` and repeated options alike; `undefined` where there are none. */
export function listArgument(values: readonly string[]): readonly string[] | undefined {
  const list = values.flatMap((value) => value.split(",")).filter((word) => word !== "");
  return list.length > 0 ? list : undefined;
}

/** `2/8` */
export function shardArgument(text: string | undefined): { readonly index: number; readonly of: number } | undefined {
  if (text === undefined) return undefined;
  const [, index, of] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
  if (index === undefined || of === undefined || index < 1 || index > of)
    throw new UsageError(`--shard is "${text}", it must be I/N, one part of N: 1/4 to 4/4`);
  return { index, of };
}
