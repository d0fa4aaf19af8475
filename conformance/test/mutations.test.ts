import { readFileSync } from "node:fs";
import { join } from "node:path";
import { Interpreter, type Profiler, ThimbleError } from "@thimble/core";
import { hasShared, needsShared, sharedFolder } from "@thimble/goldens";
import reference from "@thimble/kernels-reference";
import { describe, expect, test } from "vitest";
import { mutate } from "../src/mutate.ts";
import { operatorsWithCases, readCases } from "../src/recorded-cases.ts";
import { seededRandom } from "../src/seeded-random.ts";

/** Kept small: a model that a mutation made huge must not make the test slow. */
const ARENA_BYTES = 1 << 19;

/** More nodes than any recorded case runs: a loop that damaged values keep going is given up. */
const MOST_STEPS = 20_000;

function stepBudget(): Profiler {
  let steps = 0;
  return {
    begin() {
      if (++steps > MOST_STEPS) throw new ThimbleError("NODE_INVALID", "the loop takes too long for a test");
    },
    end() {},
  };
}

interface Outcome {
  readonly refused: number;
  readonly ran: number;
}

/** Creates and runs a model; throws what is neither a `ThimbleError` nor a run that leaves the constants alone. */
async function runsOrRefuses(model: Uint8Array, random: () => number): Promise<"ran" | "refused"> {
  try {
    const interpreter = await Interpreter.create(model, {
      packs: [reference],
      arenaBytes: ARENA_BYTES,
      profiler: stepBudget(),
    });
    // An input may be a constant of the damaged model: it is set before the constants are looked at. Zeros are indices
    // and sizes that most operators take.
    for (const input of interpreter.inputs) input.bytes.fill(random() < 0.5 ? 0 : Math.floor(random() * 256));
    const constants = interpreter.steps.flatMap(({ node }) => node.inputs.filter((tensor) => tensor?.isConstant));
    const values = constants.map((tensor) => tensor!.bytes.slice());
    interpreter.invoke();
    constants.forEach((tensor, i) => {
      if (!tensor!.bytes.every((byte, at) => byte === values[i]![at]))
        throw new Error(`${tensor!.name}: a constant was written to`);
    });
    interpreter.dispose();
    return "ran";
  } catch (error) {
    if (!(error instanceof ThimbleError) || error.code === "KERNEL_FAILED") throw error;
    return "refused";
  }
}

async function leavesBytesAlone<T>(bytes: Uint8Array, run: () => Promise<T>): Promise<T> {
  const before = bytes.slice();
  const result = await run();
  if (!bytes.every((byte, at) => byte === before[at])) throw new Error("the caller's bytes were written to");
  return result;
}

async function runMutants(
  models: readonly (readonly [string, Uint8Array])[],
  count: number,
  seed: number,
): Promise<Outcome> {
  const outcome = { refused: 0, ran: 0 };
  for (let i = 0; i < count; i++) {
    const random = seededRandom(seed + i);
    const [name, model] = models[i % models.length]!;
    try {
      const mutant = mutate(model, random);
      outcome[await leavesBytesAlone(mutant, () => runsOrRefuses(mutant, random))]++;
    } catch (cause) {
      throw new Error(`mutant ${seed + i} of ${name}: ${cause}`, { cause });
    }
  }
  return outcome;
}

const caseModels = (operator: string): [string, Uint8Array][] =>
  readCases(operator).map(({ name, model }) => [name, model]);

describe("a damaged model is refused or runs within its memory", () => {
  test.each(operatorsWithCases)("%s: 200 mutants", { timeout: 300_000 }, async (operator) => {
    const { refused, ran } = await runMutants(caseModels(operator), 200, 1);
    expect(refused + ran).toBe(200);
    expect(refused).toBeGreaterThan(0);
    expect(ran).toBeGreaterThan(0);
  });
});

const REAL = [
  "hello_world_int8",
  "hello_world_float",
  "micro_speech_quantized",
  "keyword_scrambled_8bit",
  "simple_add_model",
  "audio_preprocessor_int8",
  "trained_lstm_int8",
];

describe.skipIf(!hasShared)(needsShared("a damaged real model is refused or runs within its memory"), () => {
  test.each(REAL)("%s: 300 mutants", { timeout: 300_000 }, async (name) => {
    const model = new Uint8Array(readFileSync(join(sharedFolder, "models", `${name}.tflite`)));
    const { refused, ran } = await runMutants([[name, model]], 300, 7);
    expect(refused + ran).toBe(300);
  });
});
