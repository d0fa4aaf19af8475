import { joined, ModuleReader, signed } from "./module-bytes.ts";
import { type Relocation, SKIP } from "./relocation-table.ts";

/** The numbers of the globals that say where a module is. */
export interface Bases {
  readonly memory: number;
  readonly table: number;
}

// Instructions, in WebAssembly's binary format.
const LOOP = 0x03;
const IF = 0x04;
const END = 0x0b;
const BR_IF = 0x0d;
const SELECT = 0x1b;
const LOCAL_GET = 0x20;
const LOCAL_SET = 0x21;
const LOCAL_TEE = 0x22;
const GLOBAL_GET = 0x23;
const I32_LOAD = 0x28;
const I32_LOAD8_U = 0x2d;
const I32_STORE = 0x36;
const I32_CONST = 0x41;
const I32_NE = 0x47;
const I32_LT_U = 0x49;
const I32_ADD = 0x6a;
const I32_AND = 0x71;
const I32_SHL = 0x74;
const NO_RESULT = 0x40;
const I32 = 0x7f;

/**
 * What the function that the linker wrote to relocate a module does: `*(memory + at) = base + value`, many times.
 *
 * @param code the function's body
 * @returns undefined if it does anything else
 */
export function readRelocationCode(code: Uint8Array, bases: Bases): Relocation[] | undefined {
  const reader = new ModuleReader(code);
  const relocations: Relocation[] = [];
  if (reader.unsigned() !== 0) return undefined;
  for (let instruction = reader.byte(); instruction !== END; instruction = reader.byte()) {
    const to = readSum(instruction, reader);
    const address = to && readSum(reader.byte(), reader);
    const isStored = reader.byte() === I32_STORE && reader.unsigned() <= 2 && reader.unsigned() === 0;
    if (!isStored || to?.base !== bases.memory || !isOneOf(bases, address?.base)) return undefined;
    relocations.push({ at: to.value, isFunction: address?.base === bases.table, value: address!.value });
  }
  return relocations;
}

const isOneOf = ({ memory, table }: Bases, base: number | undefined): boolean => base === memory || base === table;

/** `base + value` in either order, from its first instruction on. */
function readSum(first: number, reader: ModuleReader): { readonly base: number; readonly value: number } | undefined {
  const sum = { base: -1, value: 0 };
  let instruction = first;
  for (; instruction !== I32_ADD; instruction = reader.byte()) {
    if (instruction === GLOBAL_GET) sum.base = reader.unsigned();
    else if (instruction === I32_CONST) sum.value = reader.signed();
    else return undefined;
  }
  return sum;
}

/**
 * The body of a function that goes through a table of relocations:
 *
 *     for (at = memory, entry = memory + start; entry != memory + end; entry++) {
 *       at += 4 * (*entry >> 1);
 *       if (*entry < SKIP) *at += *entry & 1 ? table : memory;
 *     }
 *
 * @param start where the table is in the module's data, in bytes
 * @param end where it ends: behind `start`
 */
export function writeRelocationCode({ memory, table }: Bases, start: number, end: number): Uint8Array {
  const [AT, ENTRY, BYTE] = [0, 1, 2];
  return joined([
    [1, 3, I32],
    [GLOBAL_GET, memory, LOCAL_SET, AT],
    [GLOBAL_GET, memory, I32_CONST, ...signed(start), I32_ADD, LOCAL_SET, ENTRY],
    [LOOP, NO_RESULT],
    [LOCAL_GET, ENTRY, I32_LOAD8_U, 0, 0, LOCAL_TEE, BYTE, I32_CONST, ...signed(0xfe), I32_AND, I32_CONST, 1, I32_SHL],
    [LOCAL_GET, AT, I32_ADD, LOCAL_SET, AT],
    [LOCAL_GET, BYTE, I32_CONST, ...signed(SKIP), I32_LT_U, IF, NO_RESULT],
    [LOCAL_GET, AT, LOCAL_GET, AT, I32_LOAD, 2, 0],
    [GLOBAL_GET, table, GLOBAL_GET, memory, LOCAL_GET, BYTE, I32_CONST, 1, I32_AND, SELECT],
    [I32_ADD, I32_STORE, 2, 0, END],
    [LOCAL_GET, ENTRY, I32_CONST, 1, I32_ADD, LOCAL_TEE, ENTRY],
    [GLOBAL_GET, memory, I32_CONST, ...signed(end), I32_ADD, I32_NE, BR_IF, 0],
    [END, END],
  ]);
}
