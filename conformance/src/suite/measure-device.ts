import { openCase, withReference } from "../checks/open-case.ts";
import type { Measure } from "./cases-task.ts";
import type { CountedInstructions } from "./device-module.ts";

/** Counts a kernel's instructions; `counted` gets them of each node that runs on the device. */
export const measureDevice =
  (counted: CountedInstructions[]): Measure =>
  async (kernel, conformanceCase, pack) => {
    const interpreter = await openCase(conformanceCase, withReference(pack));
    counted.length = 0;
    interpreter.invoke();
    interpreter.dispose();
    return counted
      .filter((count) => count.kernel === kernel)
      .slice(0, 1)
      .map(({ instructions }) => ({ kind: "instructions", count: { kernel, case: conformanceCase.id, instructions } }));
  };
