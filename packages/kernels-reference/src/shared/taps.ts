import type { Window } from "@thimble/core";

/** The first tap of a window at `origin` that lies in the input. */
export const firstTap = (window: Window, origin: number): number =>
  origin >= 0 ? 0 : Math.ceil(-origin / window.dilation);

/** One past the last tap of a window at `origin` that lies in an input of `extent`. */
export const lastTap = (window: Window, origin: number, extent: number): number =>
  Math.max(0, Math.min(window.extent, Math.ceil((extent - origin) / window.dilation)));
