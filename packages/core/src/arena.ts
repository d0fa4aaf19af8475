import { ThimbleError } from "@thimble/schema";
import type { Allocation, Owner } from "./allocation.ts";
import type { Memory } from "./memory.ts";
import { alignUp } from "./planner/plan.ts";
import { alignmentOf, type Region } from "./region.ts";

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

/** What an arena may take. Without a limit it takes what it needs, up to {@link DEFAULT_ARENA_LIMIT}. */
export interface ArenaLimits {
  /** The arena, or without the persistent part where that has a limit of its own. */
  readonly arenaBytes?: number | undefined;
  readonly persistentBytes?: number | undefined;
  readonly slowBytes?: number | undefined;
}

/** The largest arena that is made without being asked for: a guard against models that claim absurd shapes. */
export const DEFAULT_ARENA_LIMIT: number = 256 * 1024 * 1024;

/** What persistent memory grows by where the stretch that was set aside for it is used up. */
const SEGMENT_BYTES = 64 * 1024;

/**
 * The model's bytes and the arena in the memory of one interpreter. Persistent memory comes first and grows while
 * kernels prepare; the planned part follows when its size is known.
 *
 * The arena is one stretch of addresses as long as it turns out no larger than expected. What is more goes to further
 * stretches, because others (packs' data, repacked constants) lie behind the first; sizes count as if there were one.
 */
export class Arena {
  readonly memory: Memory;
  readonly #model: Uint8Array;
  readonly #modelAddress: number;
  readonly #limits: ArenaLimits;
  readonly #regions = new Set<Region>();
  readonly #reserved: Region[] = [];
  #next: number;
  #end: number;
  #persistentBytes = 0;
  #temporaryBytes = 0;
  /** Persistent and temporary bytes together, at most. */
  #preparingBytes = 0;
  #planned: PlannedPart = NOTHING;
  #slow: PlannedPart = NOTHING;
  readonly #allocations: Allocation[] = [];

  /**
   * @param expected bytes it will probably take
   */
  constructor(memory: Memory, model: Uint8Array, limits: ArenaLimits, expected: number) {
    this.memory = memory;
    this.#model = model;
    this.#limits = limits;
    this.#modelAddress = memory.reserve(model.length);
    const length = alignUp(Math.min(expected, limits.arenaBytes ?? DEFAULT_ARENA_LIMIT));
    this.#next = memory.reserve(length);
    this.#end = this.#next + length;
    new Uint8Array(memory.buffer).set(model, this.#modelAddress);
  }

  /** The address of the copy of some of the model's own bytes. */
  addressOf(bytes: Uint8Array): number {
    return this.#modelAddress + bytes.byteOffset - this.#model.byteOffset;
  }

  /** What the persistent part, tensors, scratch and temporary memory are made of, in the order in which they were asked for. */
  get allocations(): readonly Allocation[] {
    return this.#allocations;
  }

  /** Puts a region at an address, until the arena is released. */
  place(region: Region, address: number): void {
    this.#regions.add(region);
    this.memory.place(region, address);
  }

  /** Lets go of every region. */
  release(): void {
    this.memory.release(this.#regions);
  }

  /** Places a region in persistent memory, zeroed, at once. */
  allocatePersistent(region: Region, owner: Owner): void {
    this.#extendPersistent(region, owner);
    if (this.#persistentBytes > this.#mostBytes) requireBytes(this.#persistentBytes, this.#limits.arenaBytes);
    this.place(region, this.#take(region.byteLength, alignmentOf(region.type)));
  }

  /** Reserves persistent memory for a region that is placed when the arena is committed. */
  reservePersistent(region: Region, owner: Owner): void {
    this.#extendPersistent(region, owner);
    this.#reserved.push(region);
  }

  /** Counts the temporary memory that someone was given since this was last called, and takes it back. */
  countTemporary(owner: Omit<Owner, "kind">): void {
    this.memory.temporary.clear();
    const bytes = this.memory.temporary.takePeak();
    if (bytes === 0) return;
    this.#temporaryBytes = Math.max(this.#temporaryBytes, bytes);
    this.#preparingBytes = Math.max(this.#preparingBytes, alignUp(this.#persistentBytes) + bytes);
    this.#allocations.push({ ...owner, kind: "temporary", requestedBytes: bytes, usedBytes: bytes });
  }

  /**
   * Adds the planned part behind the persistent one and places all that has no place yet.
   *
   * @throws ThimbleError `ARENA_TOO_SMALL` or `ARENA_TOO_LARGE`, before any of that memory is taken.
   */
  commit({ fast, slow }: PlannedParts): void {
    this.count({ fast, slow });
    const { usedBytes, persistentBytes, slowBytes } = this.usage;
    const limits = this.#limits;
    if (limits.persistentBytes === undefined) requireBytes(usedBytes, limits.arenaBytes);
    else {
      requireBytes(persistentBytes, limits.persistentBytes, { option: "persistentBytes" });
      requireBytes(Math.max(fast.size, this.#temporaryBytes), limits.arenaBytes);
    }
    requireBytes(slowBytes, limits.slowBytes, { option: "slowMemory.sizeBytes" });
    this.fill(this.#take(fast.size));
  }

  /** What will be planned, before it has a place: {@link usage} counts it. */
  count({ fast, slow }: PlannedParts): void {
    this.#planned = fast;
    this.#slow = slow;
  }

  /** Places all that has no place yet, the planned part at an address. */
  fill(start: number): void {
    for (const region of this.#reserved) this.place(region, this.#take(region.byteLength, alignmentOf(region.type)));
    this.#fill(this.#planned, start);
    this.#fill(this.#slow, this.memory.reserve(this.#slow.size));
  }

  #fill({ regions, offsets }: PlannedPart, start: number): void {
    for (const [i, { region, owner }] of regions.entries()) {
      this.place(region, start + offsets[i]!);
      const { byteLength } = region;
      this.#allocations.push({ ...owner, requestedBytes: byteLength, usedBytes: alignUp(byteLength) });
    }
  }

  get usage(): ArenaUsage {
    const persistentBytes = alignUp(this.#persistentBytes);
    const usedBytes = Math.max(persistentBytes + this.#planned.size, this.#preparingBytes);
    return {
      sizeBytes: this.#limits.arenaBytes ?? usedBytes,
      usedBytes,
      persistentBytes,
      nonPersistentBytes: this.#planned.size,
      scratchBytes: scratchBytesOf(this.#planned) + scratchBytesOf(this.#slow),
      slowBytes: this.#slow.size,
      temporaryBytes: this.#temporaryBytes,
    };
  }

  /** What may be taken before the whole need is known: enough to be able to name it. */
  get #mostBytes(): number {
    return Math.max(this.#limits.arenaBytes ?? 0, DEFAULT_ARENA_LIMIT);
  }

  #extendPersistent({ type, byteLength }: Region, owner: Owner): void {
    const before = this.#persistentBytes;
    this.#persistentBytes = alignUp(before, alignmentOf(type)) + byteLength;
    const usedBytes = this.#persistentBytes - before;
    this.#allocations.push({ ...owner, requestedBytes: byteLength, usedBytes });
  }

  /** Addresses in the current stretch, or in another one where they do not fit. */
  #take(byteLength: number, alignment?: number): number {
    if (alignUp(this.#next, alignment) + byteLength > this.#end) {
      const length = Math.max(alignUp(byteLength), SEGMENT_BYTES);
      this.#next = this.memory.reserve(length);
      this.#end = this.#next + length;
    }
    const address = alignUp(this.#next, alignment);
    this.#next = address + byteLength;
    return address;
  }
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

const NOTHING: PlannedPart = { regions: [], offsets: [], size: 0 };

const scratchBytesOf = ({ regions }: PlannedPart): number =>
  regions.reduce((sum, { region, owner }) => sum + (owner.kind === "scratch" ? region.byteLength : 0), 0);
