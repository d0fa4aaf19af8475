import type { ThimbleError } from "@thimble/core";

/** Whether this is a `ThimbleError`, be it of another copy of the core, which a pack may bring. */
export const isThimbleError = (error: unknown): error is ThimbleError =>
  error instanceof Error && error.name === "ThimbleError" && "code" in error;
