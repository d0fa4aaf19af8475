import { Interpreter, type Pack } from "@thimble/core";
import type { RecordedCase } from "./recorded-case.ts";
import { replayCase } from "./replay.ts";

/** What a pack does for one operator and one combination of types, as a run of recorded cases showed. */
export interface SupportRow {
  readonly operator: string;
  readonly maxVersion: number;
  readonly kernel: string;
  readonly types: string;
  /** Whether TFLM's own kernel takes these types. */
  readonly tflm: boolean;
  /** Recorded cases that ran on this kernel, and how many of them gave what TFLM gave. */
  readonly cases: number;
  readonly passed: number;
}

/** Runs the cases on a pack and counts by kernel. A case counts for every kernel that its model has a node for. */
export async function supportTable(pack: Pack, cases: readonly RecordedCase[]): Promise<SupportRow[]> {
  const counts = new Map(pack.kernels.map(({ name }) => [name, { cases: 0, passed: 0 }]));
  for (const recorded of cases) {
    const { status } = await replayCase(recorded, { packs: [pack] });
    for (const kernel of await kernelsOf(recorded, pack)) {
      const count = counts.get(kernel)!;
      count.cases++;
      if (status === "passed") count.passed++;
    }
  }
  return pack.kernels
    .map(({ name, operator, types, beyondTflm = false }) => ({
      operator: operator.name,
      maxVersion: operator.maxVersion,
      kernel: name,
      types,
      tflm: !beyondTflm,
      ...counts.get(name)!,
    }))
    .sort((a, b) => (a.operator < b.operator ? -1 : a.operator > b.operator ? 1 : 0));
}

/** The kernels of the operator that a case is about. */
async function kernelsOf({ model, op }: RecordedCase, pack: Pack): Promise<Set<string>> {
  const interpreter = await Interpreter.create(model, { packs: [pack] });
  const kernels = interpreter.steps.filter(({ node }) => node.operatorName === op).map(({ kernel }) => kernel.name);
  interpreter.dispose();
  return new Set(kernels);
}

/** The table in Markdown: operator, newest version, types, TFLM, Thimble. */
export function formatSupportTable(rows: readonly SupportRow[]): string {
  const lines = rows.map(({ operator, maxVersion, types, tflm, cases, passed }, i) => {
    const first = rows[i - 1]?.operator !== operator;
    const proof = cases > 0 ? `${passed} of ${cases} cases` : "yes";
    return `| ${first ? `\`${operator}\`` : ""} | ${first ? `1–${maxVersion}` : ""} | \`${types.replaceAll("|", "\\|")}\` | ${tflm ? "yes" : "–"} | ${proof} |`;
  });
  return ["| operator | versions | types | TFLM | Thimble |", "|---|---|---|---|---|", ...lines].join("\n");
}
