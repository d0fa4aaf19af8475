/** Every number of the buffer takes four bytes: code 2 in a packed type. */
const WIDTH = 4;
const INT = (1 << 2) | 2;
const FLOAT = (3 << 2) | 2;
const BOOL = (26 << 2) | 2;
const MAP = (9 << 2) | 2;

/** A number that is stored as a float, even if it is an integer. */
export interface Real {
  readonly real: number;
}

/**
 * The options of a custom operator: a FlexBuffer with one map. Keys and their vector come first, then the map's values
 * and their types, then the root; whatever refers to something says how far back it is.
 */
export function flexMap(options: Readonly<Record<string, number | boolean | Real>>): Uint8Array {
  const bytes: number[] = [];
  const align = (): void => {
    while (bytes.length % WIDTH !== 0) bytes.push(0);
  };
  const push = (value: number): void => {
    bytes.push(...new Uint8Array(Int32Array.of(value).buffer));
  };
  const back = (to: number): void => push(bytes.length - to);
  const names = Object.keys(options).sort();
  const keys = names.map((name) => {
    const at = bytes.length;
    bytes.push(...Array.from(name, (letter) => letter.charCodeAt(0)), 0);
    return at;
  });
  align();
  push(names.length);
  const keysAt = bytes.length;
  for (const key of keys) back(key);
  back(keysAt);
  push(WIDTH);
  push(names.length);
  const mapAt = bytes.length;
  const values = names.map((name) => options[name]!);
  for (const value of values) push(typeof value === "object" ? bitsOf(value.real) : Number(value));
  bytes.push(...values.map((value) => (typeof value === "object" ? FLOAT : typeof value === "boolean" ? BOOL : INT)));
  align();
  back(mapAt);
  bytes.push(MAP, WIDTH);
  return Uint8Array.from(bytes);
}

const bitsOf = (real: number): number => new Int32Array(Float32Array.of(real).buffer)[0]!;
