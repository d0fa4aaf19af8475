import type { KernelTensor } from "../../kernel-tensor.ts";
import type { UncheckedNode } from "../../operator.ts";
import { requireThat } from "./require.ts";

/** Tensors between which a control flow operator copies bytes: as many, and each of the same type and size. */
export function requireSameTensors(
  node: UncheckedNode,
  from: { readonly name: string; readonly tensors: readonly (KernelTensor | undefined)[] },
  to: { readonly name: string; readonly tensors: readonly KernelTensor[] },
): void {
  requireThat(
    from.tensors.length === to.tensors.length,
    node,
    () => `${from.name} are ${from.tensors.length} tensors, ${to.name} ${to.tensors.length}`,
  );
  to.tensors.forEach((target, i) => {
    const source = from.tensors[i];
    requireThat(
      source?.type === target.type && source.byteLength === target.byteLength,
      node,
      () =>
        `${from.name}[${i}] is ${source?.type} of ${source?.byteLength} bytes, ${to.name}[${i}] ${target.type} of ${target.byteLength}`,
    );
    requireThat(!target.isConstant, node, () => `${to.name}[${i}] is a constant, nothing can be copied to it`);
  });
}

/** A condition is one boolean. */
export const requireCondition = (node: UncheckedNode, name: string, condition: KernelTensor | undefined): void =>
  requireThat(
    condition?.type === "bool" && condition.size === 1,
    node,
    () => `${name} is ${condition?.type} of ${condition?.size} elements, it must be one bool`,
  );
