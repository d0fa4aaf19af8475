import { joined, ModuleReader, readSections, type Section, sized, unsigned, withSections } from "./module-bytes.ts";
import { type Bases, readRelocationCode, writeRelocationCode } from "./relocation-code.ts";
import { type Relocation, writePlaces, writeRelocationTable } from "./relocation-table.ts";

/** Numbers of sections. */
const CUSTOM = 0;
const IMPORT = 2;
const EXPORT = 7;
const CODE = 10;
const DATA = 11;

const FUNCTION_KIND = 0;
const TABLE_KIND = 1;
const MEMORY_KIND = 2;
const GLOBAL_KIND = 3;

/** The section that says what a position-independent module needs, and its part with the sizes. */
const DYLINK = "dylink.0";
const MEMORY_INFO = 1;

/** Instructions of a segment's place: `global.get` and `end`. */
const GLOBAL_GET = 0x23;
const END = 0x0b;

/**
 * Makes the function smaller with which a position-independent module gives its data the addresses in it
 * (`__wasm_apply_data_relocs`): the linker writes 16 bytes of code for each address; here each gets a byte in a table
 * behind the data, and one loop. What the module does is the same.
 *
 * @param module as the linker wrote it; if its function or its data are not as expected, it is returned as it is
 */
export function compactRelocations(module: Uint8Array): Uint8Array {
  const sections = readSections(module);
  const imports = readImports(sections);
  const own = relocationFunction(sections) - imports.functions;
  const bodies = readBodies(sections);
  const data = readData(sections, imports.bases.memory);
  const relocations = bodies[own] && readRelocationCode(bodies[own], imports.bases)?.sort((a, b) => a.at - b.at);
  if (!relocations?.length || !data || !relocations.every((one) => isWordOf(data, one))) return module;
  // Behind the data there may be variables that begin as 0: the table would lie in them, and be cleared.
  if (memoryBytes(sections) > data.length) return module;
  const table = writeRelocationTable(relocations);
  const placed = joined([data, table]);
  writePlaces(placed, relocations);
  bodies[own] = writeRelocationCode(imports.bases, data.length, placed.length);
  return withSections(
    module,
    sections.map((section) => {
      if (section.id === CODE) return { id: CODE, content: writeVector(bodies.map(sized)) };
      if (section.id === DATA) return { id: DATA, content: writeData(imports.bases.memory, placed) };
      return isDylink(section) ? { id: CUSTOM, content: withMoreMemory(section, table.length) } : section;
    }),
  );
}

const readerOf = (sections: readonly Section[], id: number): ModuleReader =>
  new ModuleReader(sections.find((section) => section.id === id)?.content ?? Uint8Array.of(0));

const writeVector = (items: readonly Uint8Array[]): Uint8Array => joined([unsigned(items.length), ...items]);

const isWordOf = (data: Uint8Array, { at }: Relocation): boolean => at >= 0 && at % 4 === 0 && at + 4 <= data.length;

/** How many functions a module imports, and which of its globals say where it is. */
function readImports(sections: readonly Section[]): { readonly functions: number; readonly bases: Bases } {
  const reader = readerOf(sections, IMPORT);
  const limits = () => (reader.unsigned() & 1 ? [reader.unsigned(), reader.unsigned()] : [reader.unsigned()]);
  const skipType: Readonly<Record<number, () => unknown>> = {
    [FUNCTION_KIND]: () => reader.unsigned(),
    [TABLE_KIND]: () => [reader.byte(), limits()],
    [MEMORY_KIND]: limits,
    [GLOBAL_KIND]: () => reader.bytes(2),
  };
  const all = reader.vector(() => {
    reader.name();
    const [name, kind] = [reader.name(), reader.byte()];
    skipType[kind]?.();
    return { name, kind };
  });
  const globals = all.filter(({ kind }) => kind === GLOBAL_KIND).map(({ name }) => name);
  return {
    functions: all.filter(({ kind }) => kind === FUNCTION_KIND).length,
    bases: { memory: globals.indexOf("__memory_base"), table: globals.indexOf("__table_base") },
  };
}

/** The number of the function that relocates the data; -1 if there is none. */
function relocationFunction(sections: readonly Section[]): number {
  const reader = readerOf(sections, EXPORT);
  const exports = reader.vector(() => ({ name: reader.name(), kind: reader.byte(), index: reader.unsigned() }));
  return exports.find(({ name }) => name === "__wasm_apply_data_relocs")?.index ?? -1;
}

function readBodies(sections: readonly Section[]): Uint8Array[] {
  const reader = readerOf(sections, CODE);
  return reader.vector(() => reader.bytes(reader.unsigned()));
}

/** The module's data, if it is in one piece that begins where the module's memory does. */
function readData(sections: readonly Section[], memory: number): Uint8Array | undefined {
  const reader = readerOf(sections, DATA);
  const count = reader.unsigned();
  const start = count === 1 ? [...reader.bytes(4)] : [];
  return String(start) === String([0, GLOBAL_GET, memory, END]) ? reader.bytes(reader.unsigned()) : undefined;
}

const writeData = (memory: number, data: Uint8Array): Uint8Array =>
  writeVector([joined([[0, GLOBAL_GET, memory, END], sized(data)])]);

const isDylink = ({ id, content }: Section): boolean => id === CUSTOM && new ModuleReader(content).name() === DYLINK;

/** A part of the section `dylink.0`. */
interface DylinkPart {
  readonly kind: number;
  readonly content: Uint8Array;
}

function readDylink({ content }: Section): DylinkPart[] {
  const reader = new ModuleReader(content);
  const parts: DylinkPart[] = [];
  reader.name();
  while (!reader.isAtEnd) parts.push({ kind: reader.byte(), content: reader.bytes(reader.unsigned()) });
  return parts;
}

/** Bytes of memory that a module asks for: its data, and what begins as 0 behind it. */
function memoryBytes(sections: readonly Section[]): number {
  const info = sections.filter(isDylink).flatMap(readDylink).find(isMemoryInfo);
  return info ? new ModuleReader(info.content).unsigned() : 0;
}

/** The section `dylink.0` of a module that needs some bytes more. */
function withMoreMemory(section: Section, more: number): Uint8Array {
  const parts = readDylink(section).map((part) => (isMemoryInfo(part) ? grown(part, more) : part));
  const name = new TextEncoder().encode(DYLINK);
  return joined([sized(name), ...parts.flatMap(({ kind, content }) => [[kind], sized(content)])]);
}

const isMemoryInfo = ({ kind }: DylinkPart): boolean => kind === MEMORY_INFO;

function grown({ kind, content }: DylinkPart, more: number): DylinkPart {
  const reader = new ModuleReader(content);
  return { kind, content: joined([unsigned(reader.unsigned() + more), reader.rest()]) };
}
