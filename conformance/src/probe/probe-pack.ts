import { type AnyKernel, type AnyPack, isLoadedPack, type LoadedPack, type Memory } from "@thimble/core";
import type { Probe, ProbedNode } from "./probe.ts";

/** The same pack for one interpreter, whose kernels a probe watches. Kernels run one by one, joined to no other. */
export function probePack(pack: AnyPack, probe: Probe): LoadedPack {
  return {
    id: pack.id,
    version: pack.version,
    kernels: pack.kernels,
    attach(memory) {
      probe.open(memory);
      const before = memory.reserve(0);
      const { kernels } = attach(pack, memory, probe.layout.shift);
      probe.protect(before, memory.reserve(0));
      return { id: pack.id, version: pack.version, kernels: kernels.map((kernel) => probeKernel(kernel, probe)) };
    },
  };
}

/** A pack of C kernels that is to lie elsewhere is attached twice: the second one's functions and data have moved. */
function attach(pack: AnyPack, memory: Memory, shift: number): { readonly kernels: readonly AnyKernel[] } {
  if (!isLoadedPack(pack)) return pack;
  if (shift > 0) pack.attach(memory);
  return pack.attach(memory);
}

function probeKernel({ series, ...kernel }: AnyKernel, probe: Probe): AnyKernel {
  return {
    ...kernel,
    supports: (node) => probe.supports(kernel, node),
    prepare: (node, host) => probe.prepare(kernel, node, host),
    invoke: (_, probed: ProbedNode) => probe.invoke(probed),
    ...(kernel.reset && { reset: (node, { data }: ProbedNode) => kernel.reset!(node, data) }),
  };
}
