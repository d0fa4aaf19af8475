import { ThimbleError } from "@thimble/schema";
import { alignUp } from "./planner/plan.ts";
import { dataView, type Region } from "./region.ts";
import { TemporaryMemory } from "./temporary-memory.ts";
import { type WasmMemory, webAssembly } from "./wasm/webassembly.ts";

const PAGE_BYTES = 65536;

/** Address 0 means "none" in C: nothing lies there. */
const FIRST_ADDRESS = 64;

/**
 * The flat byte space that holds the model's bytes ("flash") and the arena ("RAM").
 *
 * A `WebAssembly.Memory` where the engine has one, so that C kernels share it without a copy; an `ArrayBuffer`
 * elsewhere. It only ever grows; growing replaces the buffer, and every {@link Region} is bound to the new one.
 */
export class Memory {
  readonly wasm: WasmMemory | undefined;
  /** For what lives only while a node is resolved or prepared. */
  readonly temporary: TemporaryMemory = new TemporaryMemory(this);
  #buffer: ArrayBuffer;
  #regions: Region[] = [];
  #reserved = FIRST_ADDRESS;

  /** @param byteLength bytes to make addressable at once: growing is slow, and engines treat views of a memory that never grew better */
  constructor(byteLength: number) {
    const pages = Math.ceil((FIRST_ADDRESS + byteLength) / PAGE_BYTES);
    const api = webAssembly();
    this.wasm = api?.Memory ? new api.Memory({ initial: pages }) : undefined;
    this.#buffer = this.wasm?.buffer ?? new ArrayBuffer(pages * PAGE_BYTES);
  }

  /** The bytes themselves. Valid until the memory grows. */
  get buffer(): ArrayBuffer {
    return this.#buffer;
  }

  /** Sets addresses aside that nobody else gets, and makes them addressable. The bytes are 0. */
  reserve(byteLength: number, alignment?: number): number {
    const address = alignUp(this.#reserved, alignment);
    this.ensure(address + byteLength);
    this.#reserved = address + byteLength;
    return address;
  }

  /** Makes at least `byteLength` bytes addressable. Throws `ARENA_TOO_LARGE` when the engine has no more. */
  ensure(byteLength: number): void {
    const missing = byteLength - this.#buffer.byteLength;
    if (missing <= 0) return;
    try {
      this.#grow(Math.ceil(missing / PAGE_BYTES));
    } catch (cause) {
      throw new ThimbleError("ARENA_TOO_LARGE", `the JavaScript engine has no ${byteLength} bytes of memory to give`, {
        cause,
      });
    }
    for (const region of this.#regions) this.#bind(region);
  }

  #grow(pages: number): void {
    if (this.wasm) {
      this.wasm.grow(pages);
      this.#buffer = this.wasm.buffer;
    } else {
      const grown = new ArrayBuffer(this.#buffer.byteLength + pages * PAGE_BYTES);
      new Uint8Array(grown).set(new Uint8Array(this.#buffer));
      this.#buffer = grown;
    }
  }

  /** Puts a region at an address and keeps its views live from now on. */
  place(region: Region, address: number): void {
    if (region.address < 0) this.#regions.push(region);
    region.address = address;
    this.ensure(address + region.byteLength);
    this.#bind(region);
  }

  /**
   * Drops regions; their views become empty, so that a kept view cannot reach the memory. With the last of them the
   * memory goes. Default is to drop every region.
   */
  release(regions: ReadonlySet<Region> = new Set(this.#regions)): void {
    for (const region of regions) {
      region.bytes = new Uint8Array(0);
      region.data = dataView(region.type, new ArrayBuffer(0), 0, 0);
    }
    this.#regions = this.#regions.filter((region) => !regions.has(region));
    if (this.#regions.length === 0) this.#buffer = new ArrayBuffer(0);
  }

  #bind(region: Region): void {
    region.bytes = new Uint8Array(this.#buffer, region.address, region.byteLength);
    region.data = dataView(region.type, this.#buffer, region.address, region.byteLength);
  }
}
