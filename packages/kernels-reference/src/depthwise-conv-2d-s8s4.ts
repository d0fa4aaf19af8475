import { type DepthwiseConv2DParams, depthwiseConv2d, type Kernel, type Region } from "@thimble/core";
import { unpackInt4 } from "./arithmetic/unpack-int4.ts";
import { type DepthwiseQuantizedS8, prepareDepthwiseQuantizedS8 } from "./depthwise-conv-2d-prepare.ts";
import { convolveDepthwiseS8 } from "./depthwise-conv-2d-s8.ts";
import { windowLead } from "./shared/window-lead.ts";

interface DepthwiseS8S4 extends DepthwiseQuantizedS8 {
  readonly unpacked: Region<"int8">;
}

/** int8 activations with packed int4 filters, which each invoke unpacks into scratch. */
export const depthwiseConv2dS8S4: Kernel<DepthwiseConv2DParams, DepthwiseS8S4> = {
  name: "depthwise_conv_2d_s8_s4",
  operator: depthwiseConv2d,
  types: "int8, int4, int32? -> int8",
  lead: windowLead,
  prepare: (node, host) => ({
    ...prepareDepthwiseQuantizedS8(node, host),
    unpacked: host.requestScratch("int8", node.input(1).size),
  }),
  invoke(node, { layout, quantization, sums, unpacked }) {
    const input = node.input(0).data as Int8Array;
    const bias = node.optionalInput(2)?.data as Int32Array | undefined;
    unpackInt4(node.input(1).bytes, unpacked.data);
    convolveDepthwiseS8(layout, quantization, sums, input, unpacked.data, bias, node.output(0).data as Int8Array);
  },
};
