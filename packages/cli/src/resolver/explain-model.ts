import { concerns, objection, type ResolvedConfig } from "@thimble/config";
import { type ModelNode, type Offer, openModel } from "@thimble/core";
import { isThimbleError } from "../is-thimble-error.ts";
import { packLabel } from "../load-packs.ts";
import type { CandidateReport, ResolvedModelReport, ResolvedNodeReport } from "./resolver-report.ts";

/** A model's nodes with their kernels, and what became of all others. */
export interface Explanation extends ResolvedModelReport {
  /** Places of the configuration's overrides that are about some node. */
  readonly overrides: ReadonlySet<number>;
}

/** Finds out who runs each node of a model, and why nobody else does. */
export function explainModel(path: string, bytes: Uint8Array, config: ResolvedConfig): Explanation {
  const { options } = config;
  let offered: readonly Offer[] = [];
  const choose: typeof options.choose = (node, offers) => {
    offered = offers;
    return options.choose?.(node, offers) ?? offers;
  };
  const { subgraphs, resolver } = openModel(bytes, { ...options, choose });
  const explain = (node: ModelNode): ResolvedNodeReport => {
    offered = [];
    const outcome = tryToResolve(() => resolver.resolve(node));
    return { ...describe(node), ...outcome, candidates: candidatesOf(node, offered, outcome, config) };
  };
  const nodes = subgraphs.flatMap(({ nodes }) => nodes);
  const isUsed = (at: number) => nodes.some((node) => concerns(config.overrides[at]!, node));
  return { model: path, nodes: nodes.map(explain), overrides: new Set([...config.overrides.keys()].filter(isUsed)) };
}

type Outcome = Pick<ResolvedNodeReport, "kernel" | "pack" | "problem">;

function tryToResolve(resolve: () => Pick<Offer, "kernel" | "pack">): Outcome {
  try {
    const { kernel, pack } = resolve();
    return { kernel: kernel.name, pack: packLabel(pack), problem: null };
  } catch (error) {
    if (!isThimbleError(error)) throw error;
    return { kernel: null, pack: null, problem: { code: error.code, message: error.message } };
  }
}

const typesOf = ({ inputs, outputs }: ModelNode): string =>
  [inputs, outputs].map((tensors) => tensors.map((tensor) => tensor?.type ?? "none").join(", ")).join(" -> ");

const describe = (node: ModelNode) => ({
  subgraph: node.subgraph,
  index: node.index,
  name: node.outputs[0]?.name ?? "",
  operator: node.operatorName,
  types: typesOf(node),
});

/** What each pack has to say to a node. */
function candidatesOf(
  node: ModelNode,
  offers: readonly Offer[],
  outcome: Outcome,
  config: ResolvedConfig,
): readonly CandidateReport[] {
  return config.options.packs.flatMap((pack): CandidateReport[] => {
    const own = offers.filter((offer) => offer.pack.id === pack.id);
    const label = packLabel(pack);
    if (own.length > 0) return own.map((offer) => judge(node, offer, outcome, config));
    const known = pack.kernels.filter(({ operator }) => operator.name === node.operatorName);
    if (known.length === 0)
      return [{ pack: label, kernel: null, verdict: "operator", reason: `it has no kernel for ${node.operatorName}` }];
    const types = known.map((kernel) => kernel.types).join("; ");
    return [{ pack: label, kernel: null, verdict: "types", reason: `its kernels take ${types}` }];
  });
}

function judge(node: ModelNode, offer: Offer, outcome: Outcome, config: ResolvedConfig): CandidateReport {
  const { kernel, pack } = offer;
  const base = { pack: packLabel(pack), kernel: kernel.name };
  if (outcome.kernel === kernel.name && outcome.pack === base.pack)
    return { ...base, verdict: "chosen", reason: reasonOfChoice(node, config) };
  const barred = objection(config, offer) ?? elsewhere(node, offer, config);
  if (barred !== undefined) return { ...base, verdict: "barred", reason: barred };
  const answer = offer.answer();
  return answer === true
    ? { ...base, verdict: "later", reason: null }
    : { ...base, verdict: "declined", reason: answer };
}

const overrideOf = (node: ModelNode, { overrides }: ResolvedConfig): number =>
  overrides.findIndex((override) => concerns(override, node));

const reasonOfChoice = (node: ModelNode, config: ResolvedConfig): string | null => {
  const at = overrideOf(node, config);
  return at < 0 ? null : `by overrides[${at}]`;
};

/** Which override gives the node to another kernel. */
function elsewhere(node: ModelNode, { kernel, pack }: Offer, config: ResolvedConfig): string | undefined {
  const at = overrideOf(node, config);
  const override = config.overrides[at];
  if (!override) return undefined;
  const isIt = override.pack === pack.id && (override.kernel === undefined || override.kernel === kernel.name);
  return isIt ? undefined : `overrides[${at}] gives the node to ${override.kernel ?? override.pack}`;
}
