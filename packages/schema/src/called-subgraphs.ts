import type { OptionsName, UnionView, View } from "./types.ts";

/** The fields of operator options that hold the index of a subgraph the operator runs, or several. */
const subgraphFields: { readonly [N in OptionsName]?: readonly (keyof View<N>)[] } = {
  CallOptions: ["subgraph"],
  IfOptions: ["thenSubgraphIndex", "elseSubgraphIndex"],
  WhileOptions: ["condSubgraphIndex", "bodySubgraphIndex"],
  CallOnceOptions: ["initSubgraphIndex"],
  StablehloReduceOptions: ["bodySubgraphIndex"],
  StablehloScatterOptions: ["updateComputationSubgraphIndex"],
  StablehloReduceWindowOptions: ["bodySubgraphIndex"],
  StablehloSortOptions: ["comparatorSubgraphIndex"],
  StablehloWhileOptions: ["condSubgraphIndex", "bodySubgraphIndex"],
  StablehloCustomCallOptions: ["calledComputations"],
  StableHLOCompositeOptions: ["decompositionSubgraphIndex"],
  StablehloCaseOptions: ["branchSubgraphIndices"],
};

/** A subgraph that an operator runs, and the path in the operator that says so. */
export interface SubgraphCall {
  readonly index: number;
  readonly where: string;
}

/** The subgraphs an operator runs, as its options say. */
export function calledSubgraphs(operator: View<"Operator">): readonly SubgraphCall[] {
  return [
    ...callsIn(operator.builtinOptions, "builtinOptions"),
    ...callsIn(operator.builtinOptions2, "builtinOptions2"),
  ];
}

function callsIn(
  options: UnionView<"BuiltinOptions"> | UnionView<"BuiltinOptions2"> | undefined,
  where: string,
): readonly SubgraphCall[] {
  if (options === undefined) return [];
  const values = options.value as Readonly<Record<string, number | readonly number[]>>;
  const fields: readonly string[] = subgraphFields[options.type] ?? [];
  return fields.flatMap((field) => callsOf(values[field]!, `${where}.${field}`));
}

function callsOf(value: number | readonly number[], where: string): readonly SubgraphCall[] {
  if (typeof value === "number") return [{ index: value, where }];
  return value.map((index, i) => ({ index, where: `${where}[${i}]` }));
}
