import { getQuickJS } from "quickjs-emscripten";
import { expect, test } from "vitest";
import { bundleForEngines, casesForEngines } from "./engine-bundle.ts";

test("runs in QuickJS, an engine without WebAssembly, TextDecoder or any host API", async () => {
  const quickjs = await getQuickJS();
  const vm = quickjs.newContext();
  const evaluate = (code: string): unknown => {
    const result = vm.unwrapResult(vm.evalCode(code));
    const value = vm.dump(result);
    if (result.alive) result.dispose();
    return value;
  };
  expect(evaluate("[typeof WebAssembly, typeof TextDecoder, typeof process, typeof Buffer]")).toEqual(
    Array(4).fill("undefined"),
  );
  evaluate(await bundleForEngines());
  evaluate(`
    globalThis.outcome = "pending";
    thimbleReplay(${JSON.stringify(casesForEngines())}).then(
      (wrong) => { outcome = wrong; },
      (error) => { outcome = String(error.stack); },
    );
  `);
  vm.runtime.executePendingJobs().dispose();
  expect(evaluate("outcome")).toEqual([]);
  vm.dispose();
});
