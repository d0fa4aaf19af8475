import type { Memory } from "../memory.ts";
import { HostServices } from "./host-services.ts";
import { addSubgraphs } from "./subgraphs-extension.ts";
import { addVariables } from "./variables-extension.ts";
import type { WasmContext } from "./wasm-context.ts";
import { WasmSeries } from "./wasm-series.ts";
import { WasmSpace } from "./wasm-space.ts";

const contexts = new WeakMap<Memory, WasmContext>();

/** The context of a memory; the first pack that is attached makes it. */
export function contextOf(memory: Memory): WasmContext {
  const known = contexts.get(memory);
  if (known) return known;
  const space = new WasmSpace(memory);
  const services = new HostServices(space);
  const context = { space, services, series: new WasmSeries(space, services.address), tensors: new Map() };
  addSubgraphs(context);
  addVariables(context);
  contexts.set(memory, context);
  return context;
}
