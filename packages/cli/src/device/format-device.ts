import { formatBytes, formatCount, formatFixed, NOTHING } from "../format.ts";
import { type Colors, colorsFor, type Output } from "../io.ts";
import { type Column, formatTable } from "../table.ts";
import type { DeviceReport, NodeInstructions } from "./device-report.ts";

type Row = Pick<NodeInstructions, "instructions" | "share" | "macs">;

const columns: readonly Column[] = ["instructions", "share", "MACs", "MACs an instruction"].map((title) => ({
  title,
  align: "right",
}));

const cells = ({ instructions, share, macs }: Row): string[] => [
  formatCount(instructions),
  `${formatFixed(share * 100, 1)} %`,
  macs > 0 ? formatCount(macs) : NOTHING,
  macs > 0 ? formatFixed(macs / instructions, 3) : NOTHING,
];

/** What a model takes on an emulated core, as text. */
export function formatDevice(report: DeviceReport, output: Output): string {
  const colors = colorsFor(output);
  const operators = formatTable(
    [{ title: "operator", most: 36 }, { title: "nodes", align: "right" }, ...columns],
    sumByOperator(report.nodes).map(([operator, count, row]) => [operator, formatCount(count), ...cells(row)]),
    colors.dim,
  );
  const nodes = formatTable(
    [{ title: "node", align: "right" }, { title: "operator", most: 26 }, { title: "kernel", most: 26 }, ...columns],
    report.nodes.map((row) => [`${row.index}`, row.operator, row.kernel, ...cells(row)]),
    colors.dim,
  );
  return `${[formatHead(report, colors), operators, nodes].join("\n\n")}\n`;
}

function formatHead(report: DeviceReport, { bold, red }: Colors): string {
  const { model, pack, target, core, compiler, instructions, isRepeatable, isSame, textBytes } = report;
  const own = textBytes.model === null ? "" : `${formatBytes(textBytes.model)} with the model's kernels, `;
  return [
    `${bold(model)} on ${target}, ${core}`,
    `  instructions  ${formatCount(instructions)} an invoke, ${isRepeatable ? "the same again" : red("another number again")}`,
    `  outputs       ${isSame ? "the bytes that the pack gives as WebAssembly" : red("not the bytes that the pack gives as WebAssembly")}`,
    `  text          ${own}${formatBytes(textBytes.pack)} with all of the pack's`,
    `  built from    ${pack} by ${compiler}`,
  ].join("\n");
}

function sumByOperator(nodes: readonly NodeInstructions[]): readonly (readonly [string, number, Row])[] {
  const names = [...new Set(nodes.map(({ operator }) => operator))];
  const rows = names.map((name) => {
    const own = nodes.filter(({ operator }) => operator === name);
    const sum = (value: (node: NodeInstructions) => number): number =>
      own.reduce((total, node) => total + value(node), 0);
    const row = {
      instructions: sum(({ instructions }) => instructions),
      share: sum(({ share }) => share),
      macs: sum(({ macs }) => macs),
    };
    return [name, own.length, row] as const;
  });
  return rows.sort(([, , a], [, , b]) => b.instructions - a.instructions);
}
