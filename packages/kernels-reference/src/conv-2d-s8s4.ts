import { type Conv2DParams, conv2d, type Kernel, type Region } from "@thimble/core";
import { unpackInt4 } from "./arithmetic/unpack-int4.ts";
import { type Conv2DQuantizedS8, prepareConv2DQuantizedS8 } from "./conv-2d-prepare.ts";
import { convolveS8 } from "./conv-2d-s8.ts";
import { windowLead } from "./shared/window-lead.ts";

interface Conv2DS8S4 extends Conv2DQuantizedS8 {
  readonly unpacked: Region<"int8">;
}

/** int8 activations with packed int4 filters, which each invoke unpacks into scratch. */
export const conv2dS8S4: Kernel<Conv2DParams, Conv2DS8S4> = {
  name: "conv_2d_s8_s4",
  operator: conv2d,
  types: "int8, int4, int32? -> int8",
  lead: windowLead,
  prepare: (node, host) => ({
    ...prepareConv2DQuantizedS8(node, host),
    unpacked: host.requestScratch("int8", node.input(1).size),
  }),
  invoke(node, { layout, quantization, sums, unpacked }) {
    const input = node.input(0).data as Int8Array;
    const bias = node.optionalInput(2)?.data as Int32Array | undefined;
    unpackInt4(node.input(1).bytes, unpacked.data);
    convolveS8(layout, quantization, sums, input, unpacked.data, bias, node.output(0).data as Int8Array);
  },
};
