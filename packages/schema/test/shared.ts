import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const shared = join(import.meta.dirname, "../../../../shared");

/** Why tests of real models do not run, or undefined when they do. */
export const sharedAbsent: boolean = !existsSync(shared);

/** What the title of a suite over the shared models says when they are not there. */
export const sharedNote: string = sharedAbsent ? " (skipped: ../shared, with the models, is absent)" : "";

/** A model by its path under `shared/models`. */
export function sharedModel(name: string): Uint8Array {
  return readFileSync(join(shared, "models", name));
}

/** The names of all shared models. */
export function sharedModelNames(): readonly string[] {
  return readdirSync(join(shared, "models"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".tflite"),
  );
}

/** The small models of one operator's golden file, by the name of the case. */
export function goldenModels(file: string): readonly { readonly name: string; readonly bytes: Uint8Array }[] {
  return readFileSync(join(shared, "goldens/ops", file), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { name: string; model: string })
    .map(({ name, model }) => ({ name, bytes: Buffer.from(model, "base64") }));
}

/** The golden files, one per operator. */
export function goldenFiles(): readonly string[] {
  return readdirSync(join(shared, "goldens/ops")).filter((name) => name.endsWith(".jsonl"));
}
