/** Ids of the page's parts that others lead to. */
export const kernelAnchor = (kernel: string): string => `k-${kernel}`;
