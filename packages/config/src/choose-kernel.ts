import type { ChooseKernel, Offer } from "@thimble/core";
import type { Override } from "./config.ts";
import { configError } from "./config-error.ts";
import type { LoadedEntry } from "./load-entry.ts";

type Node = Parameters<ChooseKernel>[0];

/** What a configuration says of kernels, once its packs are loaded. */
export interface Rules {
  readonly entries: readonly LoadedEntry[];
  readonly overrides: readonly Override[];
  /** Default is any. */
  readonly rounding?: "double" | "single" | undefined;
}

/** Whether an override is about a node. */
export function concerns({ operator, type, node, subgraph }: Override, candidate: Node): boolean {
  return (
    (operator === undefined || operator === candidate.operatorName) &&
    (type === undefined || type === candidate.inputs[0]?.type) &&
    (subgraph === undefined || subgraph === candidate.subgraph) &&
    (node === undefined || node === candidate.index || candidate.outputs.some(({ name }) => name === node))
  );
}

/** Why a configuration does not let a node have a kernel; `undefined` if it does. */
export function objection({ entries, rounding }: Rules, { kernel, pack }: Offer): string | undefined {
  const { only, exclude } = entries.find((entry) => entry.pack.id === pack.id) ?? {};
  const name = kernel.operator.name;
  if (only && !only.includes(name)) return `the configuration lets the pack run ${only.join(", ")} only`;
  if (exclude?.includes(name)) return `the configuration excludes ${name} from the pack`;
  const { rounding: own = "double" } = kernel;
  if (rounding !== undefined && own !== "none" && own !== rounding)
    return `it rounds with ${own} rounding, the configuration asks for ${rounding}`;
  return undefined;
}

/** What the option `choose` of an interpreter is, for a configuration. */
export function chooseKernel(rules: Rules): ChooseKernel {
  return (node, offers) => {
    const at = rules.overrides.findIndex((override) => concerns(override, node));
    const override = rules.overrides[at];
    if (override) return overridden(rules, node, offers, override, `overrides[${at}]`);
    const allowed = offers.filter((offer) => objection(rules, offer) === undefined);
    if (allowed.length > 0) return allowed;
    const reasons = offers.map((offer) => `${offer.kernel.name} of ${offer.pack.id}: ${objection(rules, offer)}`);
    throw configError(node.location, `the configuration leaves no kernel for the node: ${reasons.join("; ")}`);
  };
}

/** The kernels that an override names; it is an error if none of them takes the node. */
function overridden(
  rules: Rules,
  node: Node,
  offers: readonly Offer[],
  { pack, kernel }: Override,
  where: string,
): readonly Offer[] {
  const named = offers.filter(
    (offer) => offer.pack.id === pack && (kernel === undefined || offer.kernel.name === kernel),
  );
  const reasons = named.map((offer) => objection(rules, offer) ?? offer.answer());
  const taken = named.filter((_, i) => reasons[i] === true);
  if (taken.length > 0) return taken;
  const why = named.map((offer, i) => `${offer.kernel.name}: ${String(reasons[i])}`).join("; ");
  throw configError(
    where,
    `gives the node ${node.location} to ${kernel === undefined ? pack : `${kernel} of ${pack}`}, which ${why === "" ? "has no kernel for its types" : `does not take it: ${why}`}`,
  );
}
