import { singleRounding } from "@thimble/kernels-reference";
import fc from "fast-check";
import type { Generator } from "../generate/generators.ts";
import { invokeReference, randomInputs } from "../generate/random-case.ts";
import type { SingleOperator } from "../generate/single-operator.ts";
import type { CommittedCase } from "./case-file.ts";
import { type Candidate, edgesOf, features } from "./features.ts";
import { wordOf } from "./ids.ts";

/** Models that are looked at for each generator. */
const SAMPLES = 900;

/** Cases that have a feature, at least. */
const TIMES_COVERED = 2;

/** State shows in the third invoke at the latest. */
const INVOCATIONS = 2;
const INVOCATIONS_WITH_STATE = 3;

interface Sample extends Candidate {
  readonly bytes: number;
  readonly covers: readonly string[];
}

/**
 * Chooses cases for a generator: of many models, drawn from a seed, the smallest ones that together have every feature
 * that any of them has.
 */
export async function chooseCases({ operator, types, models }: Generator): Promise<readonly CommittedCase[]> {
  const samples: Sample[] = [];
  for (const [i, single] of fc.sample(models, { numRuns: SAMPLES, seed: 20_26 }).entries()) {
    const sample = await tryModel(single, 1000 * i);
    if (sample) samples.push(sample);
  }
  samples.sort((a, b) => a.bytes - b.bytes);
  return [...cover(samples)].map(([sample, name]) => ({
    id: `${wordOf(operator)}/${types}/${name}`,
    covers: sample.covers,
    node: sample.single,
    invocations: sample.invocations,
  }));
}

/** The smallest samples that have each feature some times, with names: `same-odd`, `same-odd-2`. */
function cover(samples: readonly Sample[]): ReadonlyMap<Sample, string> {
  const chosen = new Map<Sample, string>();
  const times = new Map<string, number>();
  for (const feature of Object.keys(features)) {
    for (let named = 1; (times.get(feature) ?? 0) < TIMES_COVERED; named++) {
      const sample = samples.find((candidate) => candidate.covers.includes(feature) && !chosen.has(candidate));
      if (!sample) break;
      chosen.set(sample, named === 1 ? feature : `${feature}-${named}`);
      for (const name of sample.covers) times.set(name, (times.get(name) ?? 0) + 1);
    }
  }
  return chosen;
}

const mayKeepState = ({ inputs, outputs, customOptions, around }: SingleOperator): boolean =>
  [...inputs, ...outputs].some((tensor) => tensor?.isVariable) || customOptions !== undefined || around !== undefined;

/** Runs a model with the reference; `undefined` if it is refused. */
async function tryModel(single: SingleOperator, seed: number): Promise<Sample | undefined> {
  const inputs = randomInputs(single, seed, mayKeepState(single) ? INVOCATIONS_WITH_STATE : INVOCATIONS);
  const invocations = await invokeReference(single, inputs);
  if (!invocations) return undefined;
  const isRescaled = single.outputs[0]?.quantization !== undefined;
  const roundedOnce = isRescaled ? await invokeReference(single, inputs, singleRounding) : undefined;
  const candidate = { single, invocations, roundedOnce };
  return { ...candidate, bytes: bytesOf(candidate), covers: edgesOf(candidate) };
}

const bytesOf = ({ single, invocations }: Candidate): number =>
  [
    ...invocations.flatMap(({ inputs, outputs }) => [...inputs, ...outputs]),
    ...single.inputs.flatMap((tensor) => tensor?.data ?? []),
  ].reduce((sum, { length }) => sum + length, 0);
