import { formatNumberOf } from "../format.ts";
import type { Colors } from "../io.ts";
import { wrapText } from "../wrap-text.ts";
import type { InspectReport, NodeReport } from "./inspect-report.ts";

/** Why a model does not run, each reason once, however many nodes share it; or that it does. */
export function formatProblems({ nodes, problem }: InspectReport, { bold, green, red }: Colors): string {
  if (problem === null) return green("The model runs with these packs.");
  const groups = groupByReason(nodes);
  if (groups.length === 0)
    return `${bold("the model cannot run")}\n${red(problem.code)}\n${wrapText(problem.message, "  ")}`;
  const count = groups.reduce((sum, { places }) => sum + places.length, 0);
  const paragraphs = groups.map(({ code, places, reason }) =>
    [red(code), wrapText(`${places.join(", ")}:`, "  "), wrapText(reason, "  ")].join("\n"),
  );
  return [bold(`${formatNumberOf(count, "node")} cannot run`), ...paragraphs].join("\n");
}

interface Group {
  readonly code: string;
  readonly reason: string;
  /** `3 CONV_2D` */
  readonly places: string[];
}

/** What the message of a node's error begins with. */
const LOCATION = /^subgraphs\[\d+\]\.operators\[\d+\] \(.*?\): /;

function groupByReason(nodes: readonly NodeReport[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { subgraph, index, operator, problem } of nodes) {
    if (!problem) continue;
    const reason = problem.message.replace(LOCATION, "");
    const key = [problem.code, reason].join();
    const group = groups.get(key) ?? { code: problem.code, reason, places: [] };
    group.places.push(`${subgraph > 0 ? `${subgraph}:` : ""}${index} ${operator}`);
    groups.set(key, group);
  }
  return [...groups.values()];
}
