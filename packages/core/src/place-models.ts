import type { Arena } from "./arena.ts";
import type { ArenaUsage } from "./arena-parts.ts";
import { limitsOf, type OpenModel, type OpenOptions, openModel } from "./open-model.ts";
import { type PreparedModel, type PrepareOptions, prepareModel } from "./prepare.ts";
import { requireUsage } from "./require-bytes.ts";
import { type SharedTensors, Tenant } from "./tenant.ts";

/** A model that is ready to run, in its place. */
export interface PlacedModel extends PreparedModel {
  readonly arena: Arena;
  /** Where other models use the memory of its tensors. */
  readonly tenant: Tenant | undefined;
}

/** Models in one memory. */
export interface PlacedModels {
  readonly models: readonly PlacedModel[];
  /** What they take together. */
  readonly usage: ArenaUsage;
}

/** Opens models, prepares them and gives everything its place; several share the memory of their tensors. */
export function placeModels(
  sources: readonly (Uint8Array | ArrayBuffer)[],
  options: OpenOptions & PrepareOptions,
): PlacedModels {
  const opened: OpenModel[] = [];
  for (const source of sources) opened.push(openModel(source, options, opened[0]));
  const isShared = sources.length > 1;
  const planned = opened.map((model) => prepareModel(model, { ...options, isShared }));
  const arenas = opened.map(({ arena }) => arena);
  for (const [i, { parts }] of planned.entries()) arenas[i]!.count(parts);
  const usage = usageOf(arenas, options.arenaBytes);
  requireUsage(usage, limitsOf(options), isShared ? "the models together need" : "the model needs");
  const start = arenas[0]!.takePlanned(usage.nonPersistentBytes);
  for (const arena of arenas) arena.fill(start);
  const shared: SharedTensors = { holder: undefined, runner: undefined };
  const models = planned.map(({ finish, parts }, i): PlacedModel => {
    const model = finish();
    const tensors = new Set(parts.fast.regions.map(({ region }) => region));
    const tenant = isShared ? new Tenant(shared, tensors, model.subgraphs[0]!.inputs) : undefined;
    return { ...model, arena: arenas[i]!, tenant };
  });
  return { models, usage };
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** Persistent parts add up; of what lies in the shared memory the largest counts. */
function usageOf(arenas: readonly Arena[], arenaBytes: number | undefined): ArenaUsage {
  const all = arenas.map(({ usage }) => usage);
  const persistentBytes = sum(all.map((usage) => usage.persistentBytes));
  const most = Math.max(...all.map((usage) => usage.usedBytes - usage.persistentBytes));
  const usedBytes = persistentBytes + most;
  return {
    sizeBytes: arenaBytes ?? usedBytes,
    usedBytes,
    persistentBytes,
    nonPersistentBytes: Math.max(...all.map((usage) => usage.nonPersistentBytes)),
    scratchBytes: sum(all.map((usage) => usage.scratchBytes)),
    slowBytes: sum(all.map((usage) => usage.slowBytes)),
    temporaryBytes: Math.max(...all.map((usage) => usage.temporaryBytes)),
  };
}
