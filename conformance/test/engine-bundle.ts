import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { RecordedCase } from "../src/index.ts";
import { readCases } from "../src/recorded-cases.ts";

/** Runs cases in whatever engine evaluates it: `thimbleReplay(cases)` resolves to the names of those that differ. */
const ENTRY = `
  import { Interpreter } from "@thimble/core";
  import reference from "@thimble/kernels-reference";

  globalThis.thimbleReplay = async (cases) => {
    const wrong = [];
    for (const { name, invocations, model, inputs, outputs } of cases) {
      const interpreter = await Interpreter.create(Uint8Array.from(model), { packs: [reference] });
      for (let i = 0; i < invocations; i++) {
        inputs.forEach((bytes, input) => interpreter.inputs[input].bytes.set(bytes));
        interpreter.invoke();
      }
      const same = outputs.every((bytes, output) => bytes.every((byte, i) => byte === interpreter.outputs[output].bytes[i]));
      if (!same) wrong.push(name);
      interpreter.dispose();
    }
    return wrong;
  };
`;

/** The interpreter and the reference kernels as one script without imports. */
export async function bundleForEngines(): Promise<string> {
  const result = await build({
    stdin: { contents: ENTRY, resolveDir: fileURLToPath(new URL(".", import.meta.url)) },
    bundle: true,
    format: "iife",
    platform: "neutral",
    target: "es2022",
    write: false,
  });
  return result.outputFiles[0]!.text;
}

const OPERATORS = ["conv_2d", "depthwise_conv_2d", "fully_connected", "softmax", "svdf", "add", "quantize", "mean"];

/** A few recorded cases with integer outputs, as plain lists that any engine can be handed. */
export function casesForEngines(): Record<string, unknown>[] {
  const plain = ({ name, invocations, model, inputs, outputs }: RecordedCase) => ({
    name,
    invocations,
    model: [...model],
    inputs: inputs.map((bytes) => [...bytes]),
    outputs: outputs.map((bytes) => [...bytes]),
  });
  return OPERATORS.flatMap((operator) => {
    const exact = readCases(operator).filter(({ types }) => !types.includes("f32"));
    return exact.slice(0, 4).map(plain);
  });
}
