import { enums } from "@thimble/abi";
import type { InvokableSubgraph } from "../kernel.ts";
import { placeHostTable, returning } from "./host-table.ts";
import { persistentRecords, type WasmContext } from "./wasm-context.ts";

const NAME = "thimble.subgraphs/1";

const { OK, ERROR } = enums.status;

/** A subgraph that a C kernel may run, and the records of its tensors. */
interface UsableSubgraph extends Pick<InvokableSubgraph, "invoke"> {
  readonly inputs: readonly number[];
  readonly outputs: readonly number[];
}

/** The extension ext/subgraphs.h: C kernels that run subgraphs. */
export function addSubgraphs(context: WasmContext): void {
  const usable = new Map<number, UsableSubgraph>();
  const { services, space } = context;

  const require = (record: number, index: number): number => {
    const { call } = services;
    if (!call?.host || call.record !== record) return ERROR;
    const { operator, host, node } = call;
    if (!operator.calls?.(node.params).includes(index)) return ERROR;
    const { recordOf } = persistentRecords(context, host);
    const { inputs, outputs, invoke } = host.subgraph(index);
    usable.set(index, { inputs: inputs.map(recordOf), outputs: outputs.map(recordOf), invoke });
    return OK;
  };

  const functions = {
    require: returning(2, (node = 0, index = 0) => require(node, index)),
    input: returning(2, (index = 0, i = 0) => usable.get(index)?.inputs[i] ?? 0),
    output: returning(2, (index = 0, i = 0) => usable.get(index)?.outputs[i] ?? 0),
    invoke: returning(1, (index = 0) => usable.get(index)?.invoke() ?? ERROR),
  };
  services.addExtension(NAME, () => placeHostTable(space, "subgraphs", functions));
}
