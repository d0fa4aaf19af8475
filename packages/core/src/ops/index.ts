export { type Conv2DParams, conv2d } from "./conv-2d.ts";
export type { Window } from "./shared/window.ts";
