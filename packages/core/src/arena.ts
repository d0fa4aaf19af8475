import type { Allocation, Owner } from "./allocation.ts";
import type { ArenaLimits, ArenaUsage, PlannedPart, PlannedParts } from "./arena-parts.ts";
import type { Memory } from "./memory.ts";
import { alignUp } from "./planner/plan.ts";
import { alignmentOf, type Region } from "./region.ts";
import { DEFAULT_ARENA_LIMIT, requireBytes } from "./require-bytes.ts";

/** What persistent memory grows by where the stretch that was set aside for it is used up. */
const SEGMENT_BYTES = 64 * 1024;

/**
 * A model's bytes and its arena, in a memory that may be other models' too. Persistent memory comes first and grows while
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

  /** @param expected bytes it will probably take */
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

  /** Takes addresses for a planned part, behind what is persistent. */
  takePlanned(byteLength: number): number {
    return this.#take(byteLength);
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

const NOTHING: PlannedPart = { regions: [], offsets: [], size: 0 };

const scratchBytesOf = ({ regions }: PlannedPart): number =>
  regions.reduce((sum, { region, owner }) => sum + (owner.kind === "scratch" ? region.byteLength : 0), 0);
