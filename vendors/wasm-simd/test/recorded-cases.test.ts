import { formatDifference, replayCase } from "@thimble/conformance";
import { isWaived, operatorsWithCases, readCases } from "@thimble/conformance/recorded-cases";
import reference from "@thimble/kernels-reference";
import { expect, test } from "vitest";
import { describeBuilds } from "./builds.ts";

/** Codes of a pack alone that has no kernel for a case. */
const DECLINED = ["OPERATOR_UNSUPPORTED", "TYPES_UNSUPPORTED", "HYBRID_UNSUPPORTED"];

describeBuilds("with the reference behind it, the pack gives the recorded outputs", (pack) => {
  for (const operator of operatorsWithCases)
    test(operator, async () => {
      for (const recorded of readCases(operator).filter(({ name }) => !isWaived(name))) {
        const result = await replayCase(recorded, { packs: [pack, reference] });
        expect(result.status === "differs" ? formatDifference(result.difference) : result).toMatchObject({
          status: "passed",
        });
      }
    });
});

describeBuilds("alone, the pack gives the recorded outputs or declines", (pack) => {
  const operators = new Set(pack.kernels.map(({ operator }) => operator.name));

  for (const word of operatorsWithCases.filter((word) => operators.has(readCases(word)[0]!.op)))
    test(word, async () => {
      let passed = 0;
      for (const recorded of readCases(word).filter(({ name }) => !isWaived(name))) {
        const result = await replayCase(recorded, { packs: [pack] });
        if (result.status === "failed") expect(DECLINED, result.message).toContain(result.code);
        else expect(result.status === "differs" ? formatDifference(result.difference) : "").toBe("");
        if (result.status === "passed") passed++;
      }
      expect(passed).toBeGreaterThan(0);
    });
});
