export * from "./conv-2d.ts";
export { kernels, reference, reference as default } from "./pack.ts";
