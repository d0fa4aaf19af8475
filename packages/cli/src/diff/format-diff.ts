import { formatCount, formatReal, NOTHING } from "../format.ts";
import { type Colors, colorsFor, type Output } from "../io.ts";
import { formatTable } from "../table.ts";
import type { DiffReport, LayerReport, TensorDifference } from "./diff-report.ts";

/** A difference in a cell: `12 of 100, up to 1`. */
export const formatDifference = ({ differing, elements, largest }: TensorDifference): string =>
  differing === 0 ? NOTHING : `${formatCount(differing)} of ${formatCount(elements)}, up to ${formatReal(largest)}`;

/** `LSB` for integers, nothing for floats. */
export const unitOf = ({ type }: LayerReport): string => (type.startsWith("float") ? "" : " LSB");

/** What a comparison comes to, in a sentence or two. */
export function conclusion({ layers, firstDifferent, firstBeyond, inputs }: DiffReport): string {
  const tried = `${formatCount(inputs.count)} ${inputs.count === 1 ? "input" : "inputs"} (${inputs.from})`;
  if (firstDifferent === null) return `every layer is the same, byte for byte, for ${tried}`;
  const first = layers[firstDifferent]!;
  const where = `the first layer that differs is node ${first.node} (${first.operator}), ${formatDifference(first.whole)}${unitOf(first)}`;
  if (firstBeyond === null) return `${where}; no layer adds more than the tolerance of its operator, for ${tried}`;
  const worst = layers[firstBeyond]!;
  return `${where}; node ${worst.node} (${worst.operator}) differs by itself, ${formatDifference(worst.own)}${unitOf(worst)}, given the same inputs: ${worst.b} is not ${worst.a}`;
}

/** A comparison as text. */
export function formatDiff(report: DiffReport, output: Output): string {
  const colors = colorsFor(output);
  const { bold, green, red, yellow } = colors;
  const paint = report.firstDifferent === null ? green : report.firstBeyond === null ? yellow : red;
  return [
    `${bold("A")}  ${report.a.join(", ")}`,
    `${bold("B")}  ${report.b.join(", ")}`,
    "",
    layerTable(report, colors.dim),
    "",
    paint(conclusion(report)),
    "",
  ].join("\n");
}

function layerTable({ layers }: DiffReport, dim: Colors["dim"]): string {
  const columns = [
    { title: "node", align: "right" },
    { title: "operator", most: 22 },
    { title: "type" },
    { title: "B's kernel", most: 44 },
    { title: "differs in the whole", align: "right" },
    { title: "mean", align: "right" },
    { title: "by itself", align: "right" },
  ] as const;
  const rows = layers.map((layer) => [
    `${layer.node}${layer.output > 0 ? `:${layer.output}` : ""}`,
    layer.operator,
    layer.type,
    layer.b,
    formatDifference(layer.whole),
    layer.whole.mean === 0 ? NOTHING : formatReal(layer.whole.mean),
    `${formatDifference(layer.own)}${layer.isBeyond ? " ✗" : ""}`,
  ]);
  return formatTable(columns, rows, dim);
}
