import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { Interpreter } from "@thimble/core";
import { expect, test } from "vitest";
import { reference } from "../src/index.ts";

interface RecordedCase {
  readonly name: string;
  readonly types: string;
  readonly model: string;
  readonly inputs: readonly string[];
}

interface LoadedCase {
  readonly name: string;
  readonly interpreter: Interpreter;
  readonly elements: number;
}

setFlagsFromString("--expose-gc");
const collectGarbage = runInNewContext("gc") as (options: { readonly type: "minor" }) => void;

const folder = fileURLToPath(new URL("../../../conformance/cases/", import.meta.url));

/** WHILE runs its nodes many times in one invoke, so the bound of one does not fit. */
const isOutOfScope = ({ name }: RecordedCase): boolean => name.startsWith("while_");

/** Of a case whose invoke takes long, fewer rounds warm up. */
const WARM_UP_MILLISECONDS = 40;
const WARM_UPS = 1500;
const MEASURED = 50;
const ATTEMPTS = 8;

const readCases = (operator: string): RecordedCase[] =>
  readFileSync(`${folder}${operator}/recorded.jsonl`, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as RecordedCase);

/** A case's operator and types. */
const signatureOf = ({ name, types }: RecordedCase): string => `${name.replace(/_\d+$/, "")} ${types}`;

const sizeOf = ({ inputs }: RecordedCase): number => inputs.join("").length;

/** For each operator and its types the case with the largest inputs. */
function chooseCases(): RecordedCase[] {
  const chosen = new Map<string, RecordedCase>();
  const words = readdirSync(folder).filter((word) => existsSync(`${folder}${word}/recorded.jsonl`));
  for (const recorded of words.flatMap(readCases)) {
    const other = chosen.get(signatureOf(recorded));
    if (!other || sizeOf(other) < sizeOf(recorded)) chosen.set(signatureOf(recorded), recorded);
  }
  return [...chosen.values()];
}

async function load({ name, model, inputs }: RecordedCase): Promise<LoadedCase> {
  const interpreter = await Interpreter.create(Buffer.from(model, "base64"), { packs: [reference] });
  inputs.forEach((input, i) => {
    interpreter.inputs[i]!.bytes.set(Buffer.from(input, "base64"));
  });
  const elements = interpreter.outputs.reduce((sum, { data }) => sum + data.length, 0);
  return { name, interpreter, elements };
}

function warmUp({ interpreter }: LoadedCase): void {
  const start = performance.now();
  for (let i = 0; i < WARM_UPS && performance.now() - start < WARM_UP_MILLISECONDS; i++) interpreter.invoke();
}

/** Bytes by which the heap grows for each invoke. */
function growthOf({ interpreter }: LoadedCase): number {
  collectGarbage({ type: "minor" });
  const before = process.memoryUsage().heapUsed;
  for (let i = 0; i < MEASURED; i++) interpreter.invoke();
  return (process.memoryUsage().heapUsed - before) / MEASURED;
}

/** The least of a few measurements, between which the code has time to become what it is in the long run. */
function leastGrowthOf(loaded: LoadedCase, bound: number): number {
  let least = growthOf(loaded);
  for (let attempt = 1; attempt < ATTEMPTS && least > bound; attempt++) {
    warmUp(loaded);
    least = Math.min(least, growthOf(loaded));
  }
  return least;
}

test("invoke allocates nothing, with code that has seen every operator and every type", async () => {
  const cases = await Promise.all(
    chooseCases()
      .filter((recorded) => !isOutOfScope(recorded))
      .map(load),
  );
  for (let round = 0; round < 2; round++) cases.forEach(warmUp);
  const allocating = cases.flatMap((loaded) => {
    // A double on the heap takes 12 bytes or more: one for each element is over the bound, four in all are not.
    const bound = 64 + 4 * loaded.elements;
    const growth = leastGrowthOf(loaded, bound);
    return growth > bound ? [`${loaded.name}: ${growth} bytes an invoke, ${loaded.elements} elements`] : [];
  });
  expect(allocating).toEqual([]);
});
