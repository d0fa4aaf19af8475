import { formatCount, formatNumberOf, NOTHING } from "../format.ts";
import { type Colors, colorsFor, type Output } from "../io.ts";
import { formatTable, shorten } from "../table.ts";
import type { CandidateReport, ResolvedModelReport, ResolvedNodeReport, ResolverReport } from "./resolver-report.ts";

/** Which kernel each node gets, as text; with `explain`, what became of the others too. */
export function formatResolver(report: ResolverReport, explain: boolean, output: Output): string {
  const colors = colorsFor(output);
  const sections = [
    ...report.models.flatMap((model) => [
      colors.bold(model.model),
      nodeTable(model, colors.dim),
      ...(explain ? model.nodes.map((node) => explainNode(node, colors)) : []),
      ...model.nodes.flatMap(({ problem }) => (problem ? [colors.red(problem.message)] : [])),
    ]),
    summaryTable(report, colors),
    ...report.idleOverrides.map((place) => colors.yellow(`${place} fits no node of these models`)),
  ];
  return `${sections.join("\n\n")}\n`;
}

const place = ({ subgraph, index }: ResolvedNodeReport): string =>
  subgraph === 0 ? `${index}` : `${subgraph}:${index}`;

function nodeTable({ nodes }: ResolvedModelReport, dim: Colors["dim"]): string {
  const columns = [
    { title: "node", align: "right" },
    { title: "operator", most: 26 },
    { title: "types", most: 30 },
    { title: "kernel", most: 28 },
    { title: "pack", most: 34 },
  ] as const;
  const rows = nodes.map((node) => [
    place(node),
    node.operator,
    node.types,
    node.kernel ?? "none",
    node.pack ?? node.problem?.code ?? NOTHING,
  ]);
  return formatTable(columns, rows, dim);
}

const VERDICTS: Readonly<Record<CandidateReport["verdict"], string>> = {
  chosen: "runs it",
  later: "takes it too, but comes later",
  declined: "declines it",
  barred: "is left out",
  types: "is for other types",
  operator: "has none",
};

function explainNode({ candidates, ...node }: ResolvedNodeReport, { bold, green, dim }: Colors): string {
  const lines = candidates.map(({ pack, kernel, verdict, reason }) => {
    const what = `${kernel === null ? pack : `${kernel} of ${pack}`} ${VERDICTS[verdict]}${reason === null ? "" : `: ${reason}`}`;
    return `  ${verdict === "chosen" ? green(what) : dim(what)}`;
  });
  return [
    `${bold(`node ${place(node as ResolvedNodeReport)}`)}  ${node.operator}  "${shorten(node.name, 60)}"`,
    ...lines,
  ].join("\n");
}

/** How many nodes each pack runs. */
function summaryTable({ packs, models }: ResolverReport, { dim }: Colors): string {
  const nodes = models.flatMap(({ nodes }) => nodes);
  const rows = packs.map((pack) => {
    const own = nodes.filter((node) => node.pack === pack);
    return [pack, formatCount(own.length), formatCount(new Set(own.map(({ kernel }) => kernel)).size)];
  });
  const without = nodes.filter(({ kernel }) => kernel === null).length;
  const columns = [
    { title: "pack" },
    { title: "nodes", align: "right" },
    { title: "kernels", align: "right" },
  ] as const;
  return `${formatTable(columns, rows, dim)}${without > 0 ? `\n${formatNumberOf(without, "node")} without a kernel` : ""}`;
}
