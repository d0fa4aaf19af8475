import type { KernelTensor } from "@thimble/core";
import { type Layout, USUAL } from "../probe/layout.ts";
import type { ProbedNode } from "../probe/probe.ts";
import type { Examination } from "./examination.ts";
import type { Expected } from "./expectation.ts";

/** Inputs of a node on which an output may lie at all, by position. */
const inputsOf = ({ node }: ProbedNode): readonly (readonly [number, KernelTensor])[] =>
  [...node.inputs.entries()].flatMap(([position, input]) =>
    input && !input.isConstant && !input.isVariable ? [[position, input] as const] : [],
  );

/** The layouts in which output 0 lies on an input, as the kernel says that it may where it has room. */
function layoutsOf(probed: ProbedNode): readonly (Layout & { readonly inPlace: number })[] {
  const { node, kernel } = probed;
  return inputsOf(probed).flatMap(([inPlace, input]) => {
    const isDeclared = kernel.inPlace?.includes(inPlace) && input.byteLength === node.outputs[0]?.byteLength;
    const lead = kernel.lead?.(node, inPlace);
    const { BYTES_PER_ELEMENT } = input.data;
    return [
      ...(isDeclared ? [{ ...USUAL, inPlace }] : []),
      ...(lead === undefined
        ? []
        : [{ ...USUAL, inPlace, lead: Math.ceil(Math.max(0, lead) / BYTES_PER_ELEMENT) * BYTES_PER_ELEMENT }]),
    ];
  });
}

/** Runs the case with the output on each input that the kernel declares for that. */
export async function checkInPlace(
  examination: Examination,
  nodes: readonly ProbedNode[],
  expected: readonly Expected[],
): Promise<void> {
  const [only] = nodes;
  if (!only || nodes.length > 1 || only.node.subgraph !== 0) return;
  for (const layout of layoutsOf(only)) {
    const mistake = await examination.runAlone(layout, expected);
    const where = layout.lead ? `${layout.lead} bytes before input ${layout.inPlace}` : `on input ${layout.inPlace}`;
    examination.judge("in-place", mistake && { ...mistake, message: `${where}, ${mistake.message}` });
  }
}
