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
