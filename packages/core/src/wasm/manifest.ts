import { enums, offsetOf, readStruct, type StructName, type StructNumbers, sizeOf } from "@thimble/abi";
import { ThimbleError } from "@thimble/schema";
import type { Exactness, KernelDescription, Rounding } from "../kernel.ts";
import { isSignature } from "../signature.ts";
import { readCString } from "./c-string.ts";
import type { PlacedModule } from "./place-module.ts";
import type { WasmSpace } from "./wasm-space.ts";

/** Which of a module's own functions one is, counted from the first; `undefined` for one that a kernel leaves out. */
type OptionalFunction = number | undefined;

/** A kernel as a pack describes it, checked. Its functions are the same ones wherever the module is placed. */
export interface KernelEntry {
  readonly description: Omit<KernelDescription, "operator">;
  readonly operatorName: string;
  readonly maxOperatorVersion: number;
  readonly supports: OptionalFunction;
  readonly prepare: OptionalFunction;
  readonly invoke: number;
  readonly reset: OptionalFunction;
}

/** What a pack says of itself, checked. */
export interface Manifest {
  readonly id: string;
  readonly version: string;
  readonly kernels: readonly KernelEntry[];
}

/** Positions of the bits that are set in a mask of 32. */
function positionsOf(mask: number): readonly number[] {
  const positions: number[] = [];
  for (let rest = mask; rest !== 0; rest &= rest - 1) positions.push(31 - Math.clz32(rest & -rest));
  return positions;
}

const MOST_KERNELS = 4096;

/** Longest texts, in bytes. */
const MOST = { id: 214, version: 64, name: 63, operatorName: 127, types: 511 } as const;

/** Oldest sizes: a struct that says to be smaller is none. */
const KERNEL_BYTES_1_0 = 48;
const PACK_BYTES_1_0 = 20;

/**
 * Reads a placed pack's description and checks every text, number and function in it.
 *
 * @throws ThimbleError `PACK_INVALID`, naming the pack, the kernel and the field
 */
export function readManifest(space: WasmSpace, placed: PlacedModule, name: string): Manifest {
  const reader = new ManifestReader(space, placed, name);
  return reader.readPack();
}

class ManifestReader {
  readonly #space: WasmSpace;
  readonly #placed: PlacedModule;
  readonly #name: string;
  /** Texts that were read, by their addresses: kernels of one operator or type share them. */
  readonly #texts = new Map<number, string>();
  /** Types that were found to have their form. */
  readonly #signatures = new Set<string>();

  constructor(space: WasmSpace, placed: PlacedModule, name: string) {
    this.#space = space;
    this.#placed = placed;
    this.#name = name;
  }

  readPack(): Manifest {
    const pack = this.#struct(
      this.#placed.call("thimble_pack_describe") >>> 0,
      "pack",
      "its description",
      PACK_BYTES_1_0,
    );
    const id = this.#text(pack.id, "its id", MOST.id);
    const version = this.#text(pack.version, "its version", MOST.version);
    if (pack.kernelCount === 0 || pack.kernelCount > MOST_KERNELS)
      throw this.#invalid(`lists ${pack.kernelCount} kernels, there can be 1 to ${MOST_KERNELS}`);
    const kernels = Array.from({ length: pack.kernelCount }, (_, i) => this.#kernel(pack.kernels + 4 * i, i));
    return { id, version, kernels };
  }

  #kernel(pointerAddress: number, index: number): KernelEntry {
    const where = `kernels[${index}]`;
    const kernel = this.#struct(this.#pointer(pointerAddress, where), "kernel", where, KERNEL_BYTES_1_0);
    const name = this.#text(kernel.name, `the name of ${where}`, MOST.name);
    if (!/^[a-z0-9_]+$/.test(name))
      throw this.#invalid(`names ${where} "${name}"; a name has only the characters a-z, 0-9 and _`);
    const types = this.#text(kernel.types, `the types of ${name}`, MOST.types);
    if (!this.#signatures.has(types) && !isSignature(types))
      throw this.#invalid(`gives ${name} the types "${types}", which are not of the form "int8, int8 -> int8"`);
    this.#signatures.add(types);
    return {
      description: {
        name,
        types,
        rounding: this.#choice<Rounding>(kernel.rounding, "rounding", name),
        exactness: this.#choice<Exactness>(kernel.exactness, "exactness", name),
        inPlace: positionsOf(kernel.inPlace),
      },
      operatorName: this.#text(kernel.operatorName, `the operator of ${name}`, MOST.operatorName),
      maxOperatorVersion: kernel.maxOperatorVersion,
      supports: this.#function(kernel.supports, `supports of ${name}`),
      prepare: this.#function(kernel.prepare, `prepare of ${name}`),
      invoke: this.#requiredFunction(kernel.invoke, `invoke of ${name}`),
      reset: this.#function(kernel.reset, `reset of ${name}`),
    };
  }

  #struct<S extends StructName>(address: number, struct: S, what: string, least: number): StructNumbers<S> {
    const { view } = this.#space;
    if (address === 0 || address % 4 !== 0 || address + sizeOf(struct) > view.byteLength)
      throw this.#invalid(`has ${what} at address ${address}, outside of its memory`);
    const structSize = view.getUint32(address + offsetOf(struct, "structSize" as never), true);
    if (structSize < least)
      throw this.#invalid(`gives ${what} a struct_size of ${structSize}, it has at least ${least}`);
    return readStruct(view, address, struct);
  }

  #pointer(address: number, what: string): number {
    const { view } = this.#space;
    if (address % 4 !== 0 || address + 4 > view.byteLength)
      throw this.#invalid(`has the pointer to ${what} at address ${address}, outside of its memory`);
    return view.getUint32(address, true);
  }

  #text(address: number, what: string, most: number): string {
    const known = this.#texts.get(address);
    if (known !== undefined && known.length <= most) return known;
    const text = readCString(this.#space.memory.buffer, address, most);
    if (text === undefined) throw this.#invalid(`has ${what} at address ${address}: no text of at most ${most} bytes`);
    if (!/^[\x20-\x7e]+$/.test(text)) throw this.#invalid(`has an empty or unprintable text for ${what}`);
    this.#texts.set(address, text);
    return text;
  }

  #choice<Word extends string>(value: number, name: "rounding" | "exactness", kernel: string): Word {
    const numbers: Readonly<Record<string, number>> = enums[name];
    const word = Object.keys(numbers).find((key) => numbers[key] === value);
    if (word === undefined) throw this.#invalid(`gives ${kernel} the ${name} ${value}, which is none`);
    return word.toLowerCase() as Word;
  }

  #function(index: number, what: string): OptionalFunction {
    return index === 0 ? undefined : this.#requiredFunction(index, what);
  }

  /** Only its own functions: a pack may not hand out another one's, or the host's. */
  #requiredFunction(index: number, what: string): number {
    const { tableBase, tableEntries } = this.#placed;
    const isOwn = index >= tableBase && index < tableBase + tableEntries;
    if (!isOwn || !this.#space.table.get(index))
      throw this.#invalid(`has no function of its own for ${what} (table index ${index})`);
    return index - tableBase;
  }

  #invalid(message: string): ThimbleError {
    return new ThimbleError("PACK_INVALID", `${this.#name} ${message}`);
  }
}
