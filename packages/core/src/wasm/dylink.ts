import { ThimbleError } from "@thimble/schema";
import { BytesReader } from "./bytes-reader.ts";
import type { WasmModule, WebAssemblyApi } from "./webassembly.ts";

/** What a position-independent module needs of the memory and the table that it shares. */
export interface DylinkInfo {
  /** Bytes of static data. */
  readonly memoryBytes: number;
  readonly memoryAlignment: number;
  /** Functions that the module puts into the table. */
  readonly tableEntries: number;
}

const MEMORY_INFO = 1;
const NEEDED = 2;

/** More is no pack of kernels: a guard against modules that claim absurd sizes. */
const MOST_MEMORY_BYTES = 16 * 1024 * 1024;
const MOST_TABLE_ENTRIES = 65536;
const MOST_ALIGNMENT_LOG2 = 16;

const invalid = (message: string): ThimbleError => new ThimbleError("PACK_INVALID", message);

/**
 * Parses the `dylink.0` section of a module (WebAssembly tool conventions, DynamicLinking.md).
 *
 * @param name the pack, for errors
 * @throws ThimbleError `PACK_INVALID`: no such section, a damaged one, other libraries needed, or absurd sizes.
 */
export function readDylink(api: WebAssemblyApi, module: WasmModule, name: string): DylinkInfo {
  const [section] = api.Module.customSections(module, "dylink.0");
  if (!section)
    throw invalid(`${name} is not position-independent: it has no dylink.0 section; build it with: thimble pack build`);
  const reader = new BytesReader(new Uint8Array(section), `the dylink.0 section of ${name}`);
  let info: DylinkInfo = { memoryBytes: 0, memoryAlignment: 1, tableEntries: 0 };
  while (!reader.isAtEnd) {
    const kind = reader.byte();
    const content = new BytesReader(reader.bytes(reader.number()), `the dylink.0 section of ${name}`);
    if (kind === MEMORY_INFO) info = readMemoryInfo(content, name);
    if (kind === NEEDED && content.number() > 0)
      throw invalid(`${name} needs other libraries at run time; link everything into one module`);
  }
  return info;
}

function readMemoryInfo(content: BytesReader, name: string): DylinkInfo {
  const memoryBytes = content.number();
  const alignmentLog2 = content.number();
  const tableEntries = content.number();
  if (memoryBytes > MOST_MEMORY_BYTES || alignmentLog2 > MOST_ALIGNMENT_LOG2 || tableEntries > MOST_TABLE_ENTRIES)
    throw invalid(
      `${name} asks for ${memoryBytes} bytes of static data aligned to 2^${alignmentLog2} and ${tableEntries} functions; at most ${MOST_MEMORY_BYTES}, 2^${MOST_ALIGNMENT_LOG2} and ${MOST_TABLE_ENTRIES} are given`,
    );
  return { memoryBytes, memoryAlignment: 2 ** alignmentLog2, tableEntries };
}
