import { ThimbleError } from "@thimble/core";

/** The error of a configuration; `where` is the path of the key: `overrides[1].pack`. */
export const configError = (where: string, message: string, cause?: unknown): ThimbleError =>
  new ThimbleError("CONFIG_INVALID", message, { where, ...(cause !== undefined && { cause }) });
