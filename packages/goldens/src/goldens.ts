import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder with models and what TensorFlow Lite Micro computes for them, beside a checkout of the project. */
export const sharedFolder: string = fileURLToPath(new URL("../../../../shared/", import.meta.url));

export const hasShared: boolean = existsSync(sharedFolder);

/** A test's title that says why it is skipped, where it is. */
export const titled = (title: string, obstacle: string | undefined): string =>
  obstacle === undefined ? title : `${title} (skipped: ${obstacle})`;

/** Why a test that needs the folder is skipped; undefined where the folder is there. */
export const missingShared: string | undefined = hasShared ? undefined : "no folder ../shared beside the project";

/** What a test that needs the folder is called. */
export const needsShared = (title: string): string => titled(title, missingShared);

export const readShared = (...path: readonly string[]): Uint8Array =>
  new Uint8Array(readFileSync(join(sharedFolder, ...path)));

/** What is known of a model. */
export interface Meta {
  /** The model's file, in the folder of models. */
  readonly model: string;
  readonly status: string;
  readonly arena_used_bytes_32bit?: number;
  readonly arena_nonpersistent_bytes_32bit?: number;
}

const goldens = join(sharedFolder, "goldens/models");

export const metaOf = (name: string): Meta => JSON.parse(readFileSync(join(goldens, name, "meta.json"), "utf8"));

const runsInTflm = (name: string): boolean =>
  existsSync(join(goldens, name, "meta.json")) && metaOf(name).status === "ok";

/** The models that TensorFlow Lite Micro runs; without the folder one that stands for all. */
export const modelNames: readonly string[] = hasShared ? readdirSync(goldens).filter(runsInTflm) : ["every model"];

/** A model's bytes. */
export const readModel = (name: string): Uint8Array => readShared("models", metaOf(name).model);

/** The sets of inputs that a model has outputs for. */
export const inputSetsOf = (name: string): readonly string[] =>
  ["s0", "s1", "s2", "csv"].filter((set) => existsSync(join(goldens, name, `in0.${set}.bin`)));

/** A model's inputs (or outputs) in a set, in the model's order. */
export function readTensors(name: string, side: "in" | "out", set: string): readonly Uint8Array[] {
  const pathOf = (i: number): string => join(goldens, name, `${side}${i}.${set}.bin`);
  const tensors: Uint8Array[] = [];
  while (existsSync(pathOf(tensors.length))) tensors.push(new Uint8Array(readFileSync(pathOf(tensors.length))));
  return tensors;
}
