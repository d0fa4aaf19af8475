import { enums } from "@thimble/abi";
import type { VarHandleParams } from "../ops/var-handle.ts";
import type { ResourceVariables } from "../resource-variables.ts";
import { placeHostTable, returning } from "./host-table.ts";
import type { WasmContext } from "./wasm-context.ts";

const NAME = "thimble.variables/1";

const { OK, ERROR } = enums.status;

const isVarHandle = (params: unknown): params is VarHandleParams =>
  typeof params === "object" && params !== null && "container" in params && "name" in params;

/** The extension ext/variables.h: C kernels that share variables by handle. */
export function addVariables({ services, space }: WasmContext): void {
  let variables: ResourceVariables | undefined;

  const handleOf = (record: number): number => {
    const { call } = services;
    if (!call?.host || call.record !== record || !isVarHandle(call.node.params)) return -1;
    variables = call.host.resources;
    const handle = variables.idOf(call.node.params.container, call.node.params.name);
    const output = call.node.output(0);
    call.host.keepOutput(output);
    output.data[0] = handle;
    return handle;
  };

  const allocate = (handle: number, value: number): number => {
    const { call } = services;
    const tensor = call?.tensors.get(value);
    if (!call?.host || !tensor) return ERROR;
    variables = call.host.resources;
    return variables.allocate(handle, tensor) ? OK : ERROR;
  };

  const regionOf = (handle: number) => variables?.get(handle)?.region;

  const functions = {
    handleOf: returning(1, (node = 0) => handleOf(node)),
    allocate: returning(2, (handle = 0, value = 0) => allocate(handle, value)),
    data: returning(1, (handle = 0) => regionOf(handle)?.address ?? 0),
    byteLength: returning(1, (handle = 0) => regionOf(handle)?.byteLength ?? 0),
  };
  services.addExtension(NAME, () => placeHostTable(space, "variables", functions));
}
