import { ThimbleError } from "@thimble/schema";
import type { ArenaLimits, ArenaUsage } from "./arena-parts.ts";

/** The largest arena that is made without being asked for: a guard against models that claim absurd shapes. */
export const DEFAULT_ARENA_LIMIT: number = 256 * 1024 * 1024;

/**
 * Throws unless a use of memory is within its limits: of all of the arena, or of the persistent part and the rest, where
 * that part has a limit of its own, and of slow memory.
 *
 * @param who whose use it is, for the error
 */
export function requireUsage(usage: ArenaUsage, limits: ArenaLimits, who: string): void {
  const { usedBytes, persistentBytes, nonPersistentBytes, temporaryBytes, slowBytes } = usage;
  if (limits.persistentBytes === undefined) requireBytes(usedBytes, limits.arenaBytes, { who });
  else {
    requireBytes(persistentBytes, limits.persistentBytes, { who, option: "persistentBytes" });
    requireBytes(Math.max(nonPersistentBytes, temporaryBytes), limits.arenaBytes, { who });
  }
  requireBytes(slowBytes, limits.slowBytes, { who, option: "slowMemory.sizeBytes" });
}

/** Throws `ARENA_TOO_SMALL`, or `ARENA_TOO_LARGE` where no limit was given, unless `needed` bytes are within it. */
export function requireBytes(
  needed: number,
  limit: number | undefined,
  { option = "arenaBytes", who = "the model needs" }: { readonly option?: string; readonly who?: string } = {},
): void {
  if (needed <= (limit ?? DEFAULT_ARENA_LIMIT)) return;
  const what = MEMORY_OF[option] ?? "an arena";
  if (limit !== undefined)
    throw new ThimbleError(
      "ARENA_TOO_SMALL",
      `${who} ${what} of ${needed} bytes, ${limit} were given; pass ${option}: ${needed} or more`,
    );
  throw new ThimbleError(
    "ARENA_TOO_LARGE",
    `${who} ${what} of ${needed} bytes, more than the ${DEFAULT_ARENA_LIMIT} that are taken unasked; pass ${option}: ${needed} if the model is meant to be that large`,
  );
}

/** What an option limits. */
const MEMORY_OF: Readonly<Record<string, string>> = {
  persistentBytes: "persistent memory",
  "slowMemory.sizeBytes": "slow memory",
};
