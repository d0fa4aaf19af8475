import { formatCount, formatQuantization, formatShape, NOTHING } from "../format.ts";
import { formatTable } from "../table.ts";
import type { InspectReport } from "./inspect-report.ts";

type Style = (text: string) => string;

/** The operators of a model as a table. */
export function operatorTable({ operators }: InspectReport, dim: Style): string {
  const columns = [
    { title: "operator", most: 44 },
    { title: "version", align: "right" },
    { title: "nodes", align: "right" },
    { title: "unsupported", align: "right" },
    { title: "MACs", align: "right" },
  ] as const;
  const rows = operators.map(({ operator, version, count, unsupported, macs }) => [
    operator,
    `${version}`,
    formatCount(count),
    unsupported ? formatCount(unsupported) : NOTHING,
    macs ? formatCount(macs) : NOTHING,
  ]);
  return formatTable(columns, rows, dim);
}

/** `3`, or in a model of several subgraphs `1:3`. */
const place = ({ tensors, nodes }: InspectReport): ((at: { subgraph: number; index: number }) => string) =>
  [...tensors, ...nodes].some(({ subgraph }) => subgraph > 0)
    ? ({ subgraph, index }) => `${subgraph}:${index}`
    : ({ index }) => `${index}`;

/** The nodes of a model as a table. */
export function nodeTable(report: InspectReport, dim: Style): string {
  const columns = [
    { title: "node", align: "right" },
    { title: "operator", most: 26 },
    { title: "kernel", most: 26 },
    { title: "pack", most: 32 },
    { title: "MACs", align: "right" },
  ] as const;
  const rows = report.nodes.map((node) => [
    place(report)(node),
    node.operator,
    node.kernel ?? "unsupported",
    node.pack ?? node.problem?.code ?? "",
    node.macs ? formatCount(node.macs) : NOTHING,
  ]);
  return formatTable(columns, rows, dim);
}

/** The tensors of a model as a table. */
export function tensorTable(report: InspectReport, dim: Style): string {
  const columns = [
    { title: "tensor", align: "right" },
    { title: "kind" },
    { title: "type" },
    { title: "shape", most: 20 },
    { title: "bytes", align: "right" },
    { title: "quantization", most: 24 },
    { title: "name", most: 26 },
  ] as const;
  const rows = report.tensors.map((tensor) => [
    place(report)(tensor),
    tensor.kind,
    tensor.type,
    formatShape(tensor.shape),
    formatCount(tensor.bytes),
    formatQuantization(tensor.quantization ?? undefined),
    tensor.name,
  ]);
  return formatTable(columns, rows, dim);
}
