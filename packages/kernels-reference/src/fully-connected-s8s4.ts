import { type FullyConnectedParams, fullyConnected, type Kernel, type Region } from "@thimble/core";
import { unpackInt4 } from "./arithmetic/unpack-int4.ts";
import { type FullyConnectedQuantization, prepareFullyConnected } from "./fully-connected-prepare.ts";
import { connectS8 } from "./fully-connected-s8.ts";

interface FullyConnectedS8S4 {
  readonly quantization: FullyConnectedQuantization;
  readonly unpacked: Region<"int8">;
}

/** int8 activations with packed int4 weights, which each invoke unpacks into scratch. */
export const fullyConnectedS8S4: Kernel<FullyConnectedParams, FullyConnectedS8S4> = {
  name: "fully_connected_s8_s4",
  operator: fullyConnected,
  types: "int8, int4, int32? -> int8",
  prepare: (node, host) => ({
    quantization: prepareFullyConnected(node, host),
    unpacked: host.requestScratch("int8", node.input(1).size),
  }),
  invoke(node, { quantization, unpacked }) {
    const input = node.input(0).data as Int8Array;
    const bias = node.optionalInput(2)?.data as Int32Array | undefined;
    unpackInt4(node.input(1).bytes, unpacked.data);
    connectS8(node.params, quantization, input, unpacked.data, bias, node.output(0).data as Int8Array);
  },
};
