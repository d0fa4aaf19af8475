/** What the loader uses of the engine's `WebAssembly`: core is compiled without the types of any platform. */

export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

export interface WasmTable {
  readonly length: number;
  get(index: number): WasmFunction | null;
  set(index: number, value: WasmFunction | null): void;
  grow(count: number): number;
}

export interface WasmGlobal {
  value: number;
}

export type WasmFunction = (...args: number[]) => number;

export interface WasmImport {
  readonly module: string;
  readonly name: string;
  readonly kind: string;
}

export interface WasmExport {
  readonly name: string;
  readonly kind: string;
}

/** A compiled module; opaque. */
export interface WasmModule {
  readonly wasmModule?: never;
}

export interface WasmInstance {
  readonly exports: Readonly<Record<string, unknown>>;
}

type Imports = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

export interface WebAssemblyApi {
  readonly Memory: new (descriptor: { initial: number; maximum?: number }) => WasmMemory;
  readonly Table: new (descriptor: { element: "anyfunc"; initial: number }) => WasmTable;
  readonly Global: new (descriptor: { value: "i32"; mutable: boolean }, value: number) => WasmGlobal;
  readonly Module: (new (
    bytes: Uint8Array,
  ) => WasmModule) & {
    imports(module: WasmModule): WasmImport[];
    exports(module: WasmModule): WasmExport[];
    customSections(module: WasmModule, name: string): ArrayBuffer[];
  };
  readonly Instance: new (module: WasmModule, imports: Imports) => WasmInstance;
  compile(bytes: Uint8Array): Promise<WasmModule>;
  validate(bytes: Uint8Array): boolean;
}

/** The engine's WebAssembly, or `undefined` where it has none. */
export const webAssembly = (): WebAssemblyApi | undefined =>
  (globalThis as { WebAssembly?: WebAssemblyApi }).WebAssembly;
