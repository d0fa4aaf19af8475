import type { Owner } from "./allocation.ts";
import type { Region } from "./region.ts";

/** How the bytes of an arena are used. */
export interface ArenaUsage {
  /** Bytes of the arena: what was given, or just what is used. */
  readonly sizeBytes: number;
  /**
   * Bytes needed: persistent and non-persistent, or persistent and temporary where those are more. An arena of just so
   * many is enough, one of a byte less is not.
   */
  readonly usedBytes: number;
  /** Bytes that live as long as the interpreter: kernels' tables and variable tensors. */
  readonly persistentBytes: number;
  /** Bytes of the plan: tensors and scratch, which share memory. */
  readonly nonPersistentBytes: number;
  /** Bytes of scratch that kernels asked for, part of the plan. */
  readonly scratchBytes: number;
  /** Bytes of the tensors and scratch that are planned apart, in slow memory. They are no part of `usedBytes`. */
  readonly slowBytes: number;
  /** The most bytes that a node asked for while it was resolved or prepared: they lie where tensors will lie later. */
  readonly temporaryBytes: number;
}

/** A region that shares the planned part, and whom it is for. */
export interface PlannedRegion {
  readonly region: Region;
  readonly owner: Owner;
}

/** Regions and their places in the planned part of the arena. */
export interface PlannedPart {
  readonly regions: readonly PlannedRegion[];
  readonly offsets: readonly number[];
  readonly size: number;
}

/** What shares the arena's planned part, and what is planned apart in slow memory. */
export interface PlannedParts {
  readonly fast: PlannedPart;
  readonly slow: PlannedPart;
}

/** What an arena may take. Without a limit it takes what it needs, up to `DEFAULT_ARENA_LIMIT`. */
export interface ArenaLimits {
  /** The arena, or without the persistent part where that has a limit of its own. */
  readonly arenaBytes?: number | undefined;
  readonly persistentBytes?: number | undefined;
  readonly slowBytes?: number | undefined;
}
