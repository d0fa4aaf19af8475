import { enums } from "@thimble/abi";
import type { KernelStatus } from "../kernel.ts";

const { OK, ABORTED } = enums.status;

/** What a C kernel's invoke returned, if it is one of what an invoke may return; otherwise an error that says it. */
export function statusOfInvoke(status: number): KernelStatus {
  if (status !== OK && status !== ABORTED) throw new Error(`invoke returned status ${status}`);
  return status;
}
