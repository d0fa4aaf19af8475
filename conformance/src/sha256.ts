import { createHash } from "node:crypto";

/** The SHA-256 of some bytes, in hexadecimal digits. */
export const sha256 = (...parts: readonly (string | Uint8Array)[]): string =>
  parts.reduce((hash, part) => hash.update(part), createHash("sha256")).digest("hex");
