import { readFileSync, writeFileSync } from "node:fs";
import reference from "@thimble/kernels-reference";
import { expect, test } from "vitest";
import { formatSupportTable, supportTable } from "../src/index.ts";
import { operatorsWithCases, readCases, waivers } from "../src/recorded-cases.ts";

const page = new URL("../../docs/operators.md", import.meta.url);

const INTRODUCTION = `# Operators

Every kernel of \`@thimble/kernels-reference\`, made by running the recorded cases of \`conformance/cases\`: models of one
operator with what TensorFlow Lite Micro (TFLM) gave for them. "TFLM" says whether TFLM's own kernel takes the types; where
it does not, \`strict: "tflm"\` refuses them too. "Thimble" counts the recorded cases that ran on the kernel and gave the
same: integers bit for bit, floats within the tolerance of \`conformance/src/tolerance.ts\`. Types are inputs, an arrow,
outputs; \`?\` may be left out, \`...\` repeats, \`|\` separates alternatives. A \`WHILE\` whose condition stays true does not
end, here as on a device.

Make it anew with \`pnpm --filter @thimble/conformance write-support-table\`.
`;

test("the page of operators is what a run of the recorded cases gives", async () => {
  const rows = await supportTable(reference, operatorsWithCases.flatMap(readCases));
  const text = `${INTRODUCTION}\n${formatSupportTable(rows)}\n`;
  if (process.env.WRITE_SUPPORT_TABLE) writeFileSync(page, text);
  expect(readFileSync(page, "utf8")).toBe(text);
  const differing = rows.reduce((sum, { passed, cases }) => sum + cases - passed, 0);
  expect(differing).toBe(waivers.length);
});
