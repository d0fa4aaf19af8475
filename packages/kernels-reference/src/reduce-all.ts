import { type AnyKernel, reduceAll } from "@thimble/core";
import { type ReduceKernel, reduceKernel } from "./shared/reduce-kernel.ts";

/** 1 where no element is 0; of nothing too. */
export const reduceAllBool: ReduceKernel = reduceKernel(reduceAll, "bool", 1, (all, element) => (element ? all : 0));

/** REDUCE_ALL in every type. */
export const reduceAllKernels: readonly AnyKernel[] = [reduceAllBool];
