import { calledSubgraphs } from "./called-subgraphs.ts";
import { checkIndex, invalid } from "./checks.ts";
import type { View } from "./types.ts";

const deepestCalls = 64;

/** Checks the subgraphs that operators run: they exist, none reaches itself, and they do not nest too deep. */
export function verifyCalls(model: View<"Model">): void {
  const heights = new Map<number, number>();
  model.subgraphs.forEach((_, index) => {
    callHeight(model, index, [], heights);
  });
}

/** The number of subgraphs that run inside each other at most when this one runs, itself included. */
function callHeight(
  model: View<"Model">,
  index: number,
  callers: readonly number[],
  heights: Map<number, number>,
): number {
  const known = heights.get(index);
  if (known !== undefined) return known;
  const path = [...callers, index];
  let height = 1;
  for (const call of callsOf(model, index)) {
    if (path.includes(call.index)) {
      throw invalid(call.where, `subgraph ${call.index} reaches itself: ${[...path, call.index].join(" → ")}`);
    }
    if (path.length < deepestCalls) height = Math.max(height, 1 + callHeight(model, call.index, path, heights));
    if (path.length >= deepestCalls || height > deepestCalls) {
      throw invalid(call.where, `subgraphs run inside each other more than ${deepestCalls} deep`);
    }
  }
  heights.set(index, height);
  return height;
}

function* callsOf(model: View<"Model">, index: number): Generator<{ index: number; where: string }> {
  for (const [i, operator] of model.subgraphs[index]!.operators.entries()) {
    for (const call of calledSubgraphs(operator)) {
      const where = `subgraphs[${index}].operators[${i}].${call.where}`;
      checkIndex(call.index, model.subgraphs.length, "subgraphs", where);
      yield { index: call.index, where };
    }
  }
}
