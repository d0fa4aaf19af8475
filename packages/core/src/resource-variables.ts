import type { Arena } from "./arena.ts";
import type { KernelTensor } from "./kernel-tensor.ts";
import { Region } from "./region.ts";

/** A variable that lives outside the graph and that nodes reach by a handle. */
export interface ResourceVariable {
  /** Its bytes; none until a node that assigns it is prepared. */
  readonly region: Region | undefined;
}

interface Entry {
  readonly container: string;
  readonly name: string;
  region: Region | undefined;
  initial: number;
}

/** The resource variables of one interpreter, by number: the number is what a handle tensor holds. */
export class ResourceVariables {
  readonly #arena: Arena;
  readonly #entries: Entry[] = [];

  constructor(arena: Arena) {
    this.#arena = arena;
  }

  /**
   * [prepare] The number of the variable of that container and name; a new one if there was none. Without a container
   * the name alone decides.
   */
  idOf(container: string, name: string): number {
    const known = this.#entries.findIndex(
      (entry) => entry.name === name && (container === "" || entry.container === container),
    );
    return known >= 0 ? known : this.#entries.push({ container, name, region: undefined, initial: 0 }) - 1;
  }

  /** [prepare] Gives a variable the size of the first tensor that is assigned to it, and its zero point to begin with. */
  allocate(id: number, value: KernelTensor): ResourceVariable | undefined {
    const entry = this.#entries[id];
    if (entry && !entry.region) {
      entry.region = new Region(value.type, value.byteLength);
      entry.initial = value.zeroPoint;
      this.#arena.allocatePersistent(entry.region, { kind: "resourceVariable", name: entry.name });
    }
    return entry;
  }

  /** [invoke, no allocation] The variable of a number, or `undefined`. */
  get(id: number): ResourceVariable | undefined {
    return this.#entries[id];
  }

  /** Returns every variable to what it was at first. */
  reset(): void {
    for (const { region, initial } of this.#entries) region?.bytes.fill(initial);
  }
}
