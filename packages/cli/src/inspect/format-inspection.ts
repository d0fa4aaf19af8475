import { formatBytes, formatCount } from "../format.ts";
import { type Colors, colorsFor, type Output } from "../io.ts";
import { formatProblems } from "./format-problems.ts";
import type { InspectReport, SignatureTensor } from "./inspect-report.ts";
import { nodeTable, operatorTable, tensorTable } from "./inspection-tables.ts";

/** An inspection as text, with the plan's text where it is wanted. */
export function formatInspection(report: InspectReport, plan: string | undefined, output: Output): string {
  const colors = colorsFor(output);
  const sections = [
    formatHead(report, colors),
    titled("operators", operatorTable(report, colors.dim), colors),
    titled("nodes", nodeTable(report, colors.dim), colors),
    titled("tensors", tensorTable(report, colors.dim), colors),
    formatExtras(report, colors),
    plan && titled("arena", plan, colors),
    formatProblems(report, colors),
  ];
  return `${sections.filter((section) => section).join("\n\n")}\n`;
}

const titled = (title: string, text: string, { bold }: Colors): string => `${bold(title)}\n${text}`;

function formatHead(
  { model, description, bytes, parameterBytes, macs, arena, packs }: InspectReport,
  { bold, yellow }: Colors,
): string {
  const used = arena
    ? `${formatBytes(arena.usedBytes)}: ${formatBytes(arena.persistentBytes)} persistent, ${formatBytes(arena.nonPersistentBytes)} planned`
    : yellow("unknown, for the model does not run with these packs");
  return [
    `${bold("model")}       ${model}${description ? ` (${description})` : ""}`,
    `${bold("size")}        ${formatBytes(bytes)}, ${formatBytes(parameterBytes)} of parameters`,
    `${bold("arena")}       ${used}`,
    `${bold("MACs")}        ${formatCount(macs)}`,
    `${bold("packs")}       ${packs.join(", ")}`,
  ].join("\n");
}

function formatExtras({ metadata, signatures }: InspectReport, colors: Colors): string {
  const names = (tensors: readonly SignatureTensor[]): string =>
    tensors.map(({ name, tensor }) => `${name} (tensor ${tensor})`).join(", ") || "nothing";
  const lines = [
    ...metadata.map(({ name, bytes }) => `metadata   ${name}, ${formatBytes(bytes)}`),
    ...signatures.map(({ key, inputs, outputs }) => `signature  ${key}: ${names(inputs)} → ${names(outputs)}`),
  ];
  return lines.length > 0 ? titled("attached", lines.join("\n"), colors) : "";
}
