import { expect, it } from "vitest";
import { compile, everyHeader } from "../scripts/headers.mjs";
import { expectedLayout, layoutProbe } from "./layout-asserts.ts";

it("a module that measures its own structs finds the layouts that TypeScript has", async () => {
  const flags = ["-std=c11", "-O1", "-nostdlib", "-Wl,--no-entry", "-Wl,--export=layout_table", "-o", "probe.wasm"];
  const { files } = await compile(everyHeader + layoutProbe(), flags);
  const module = await WebAssembly.compile((files as Record<string, Uint8Array<ArrayBuffer>>)["probe.wasm"]!);
  const { exports } = await WebAssembly.instantiate(module);
  const { memory, layout_table: table } = exports as { memory: WebAssembly.Memory; layout_table: () => number };
  const measured = [...new Uint32Array(memory.buffer, table(), expectedLayout.length)];
  expect(measured).toEqual(expectedLayout);
});
