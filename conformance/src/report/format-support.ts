import type { KernelReport, Report } from "./report.ts";

/** What one pack has for an operator and types, as its report says. */
function cell(kernel: KernelReport | undefined): string {
  if (!kernel) return "–";
  const { cases, randomModels, exactness, preconditions } = kernel;
  const mark = cases.failed > 0 || kernel.problems.length > 0 ? "✗" : "✓";
  const closeness = exactness === "exact" ? "" : ", within tolerance";
  const reasons = preconditions.map(({ reason }) => `, not where ${reason}`).join("");
  return `${mark} ${cases.passed} + ${randomModels}${closeness}${reasons}`;
}

const rowKey = ({ operator, types }: KernelReport): string => `${operator}\n${types}`;

/** Which packs have which operators in which types, as a Markdown table made of their reports. */
export function formatSupport(reports: readonly Report[]): string {
  const keys = [...new Set(reports.flatMap(({ kernels }) => kernels.map(rowKey)))].sort();
  const rows = keys.map((key, i) => {
    const [operator, types] = key.split("\n") as [string, string];
    const isFirst = keys[i - 1]?.split("\n")[0] !== operator;
    const cells = reports.map(({ kernels }) => cell(kernels.find((kernel) => rowKey(kernel) === key)));
    return `| ${isFirst ? `\`${operator}\`` : ""} | \`${types.replaceAll("|", "\\|")}\` | ${cells.join(" | ")} |`;
  });
  const packs = reports.map(({ pack }) => `\`${pack.id}\` ${pack.version}`);
  return [
    `| operator | types | ${packs.join(" | ")} |`,
    `|---|---|${reports.map(() => "---|").join("")}`,
    ...rows,
  ].join("\n");
}

/** What a support table says that a pack has: each operator and types, as `ADD int8, int8 -> int8`. */
export function parseSupport(text: string, pack: string): readonly string[] {
  const rows = text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("`", "").replaceAll("\\|", "|")));
  const column = rows[0]?.findIndex((title) => title.split(" ")[0] === pack) ?? -1;
  let operator = "";
  return rows.slice(2).flatMap((cells) => {
    operator = cells[1] || operator;
    return (cells[column] ?? "–") === "–" ? [] : [`${operator} ${cells[2]}`];
  });
}
