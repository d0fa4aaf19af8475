import { FlexBytes, flexInvalid } from "./flex-bytes.ts";

/** What a FlexBuffer can hold. An integer is a `bigint` only when no `number` holds it exactly; a blob is bytes. */
export type FlexValue =
  | null
  | boolean
  | number
  | bigint
  | string
  | Uint8Array
  | readonly FlexValue[]
  | { readonly [key: string]: FlexValue };

/** A value by its place: `width` is of the place itself, `inner` of what is there when it is an offset. */
interface Slot {
  readonly at: number;
  readonly width: number;
  readonly type: number;
  readonly inner: number;
}

const type = {
  null: 0,
  int: 1,
  uint: 2,
  float: 3,
  key: 4,
  string: 5,
  indirectInt: 6,
  indirectUint: 7,
  indirectFloat: 8,
  map: 9,
  vector: 10,
  vectorInt: 11,
  vectorKey: 14,
  vectorString: 15,
  vectorInt2: 16,
  vectorFloat4: 24,
  blob: 25,
  bool: 26,
  vectorBool: 36,
} as const;

const deepest = 64;

/**
 * The value of a FlexBuffer, the format of custom operators' options. Maps read as objects without a prototype, keys
 * and strings as strings, every kind of vector as an array; blobs share the bytes' memory.
 *
 * @throws ThimbleError `FLEXBUFFER_INVALID`, with the position, when the bytes are not a FlexBuffer that is safe to read.
 */
export function readFlexbuffer(bytes: Uint8Array): FlexValue {
  const flex = new FlexBytes(bytes);
  if (bytes.length < 3)
    throw flexInvalid(0, `${bytes.length} bytes are too few for a FlexBuffer, which takes 3 or more`);
  const width = flex.size(bytes.length - 1, 1);
  if (![1, 2, 4, 8].includes(width))
    throw flexInvalid(bytes.length - 1, `the root's width is ${width}, not 1, 2, 4 or 8`);
  return readSlot(flex, packedSlot(flex, bytes.length - 2 - width, width, bytes.length - 2), 0);
}

/** The slot whose type and inner width are packed into the byte at `typeAt`. */
function packedSlot(flex: FlexBytes, at: number, width: number, typeAt: number): Slot {
  const packed = flex.size(typeAt, 1);
  return { at, width, type: packed >> 2, inner: 1 << (packed & 3) };
}

function readSlot(flex: FlexBytes, slot: Slot, depth: number): FlexValue {
  const { at, width, inner } = slot;
  switch (slot.type) {
    case type.null:
      return null;
    case type.bool:
      return flex.uint(at, width) !== 0;
    case type.int:
      return flex.int(at, width);
    case type.uint:
      return flex.uint(at, width);
    case type.float:
      return flex.float(at, width);
  }
  const target = flex.follow(at, width);
  switch (slot.type) {
    case type.indirectInt:
      return flex.int(target, inner);
    case type.indirectUint:
      return flex.uint(target, inner);
    case type.indirectFloat:
      return flex.float(target, inner);
    case type.key:
      return flex.key(target);
    case type.string:
      return flex.text(target, flex.size(target - inner, inner));
    case type.blob:
      return flex.slice(target, flex.size(target - inner, inner));
  }
  if (depth === deepest) throw flexInvalid(at, `vectors and maps are nested more than ${deepest} deep`);
  return slot.type === type.map ? readMap(flex, target, inner, depth) : readVector(flex, slot, target, depth);
}

function readVector(flex: FlexBytes, slot: Slot, start: number, depth: number): FlexValue[] {
  const width = slot.inner;
  if (slot.type === type.vector) return readMixed(flex, start, width, depth);
  const { element, length } = typedVector(flex, slot, start);
  flex.check(start, length * width);
  return Array.from({ length }, (_, i) =>
    readSlot(flex, { at: start + i * width, width, type: element, inner: 1 }, depth + 1),
  );
}

/** The type of a typed vector's elements, and how many: the types for 2, 3 and 4 numbers have no stored length. */
function typedVector(flex: FlexBytes, slot: Slot, start: number): { element: number; length: number } {
  const { type: vector, inner } = slot;
  if (vector >= type.vectorInt2 && vector <= type.vectorFloat4) {
    const kind = vector - type.vectorInt2;
    return { element: type.int + (kind % 3), length: 2 + Math.floor(kind / 3) };
  }
  const length = () => flex.size(start - inner, inner);
  if (vector === type.vectorBool) return { element: type.bool, length: length() };
  // A vector of strings never stored the widths of its strings' lengths: only their closing zero bytes can be relied on.
  if (vector === type.vectorString) return { element: type.key, length: length() };
  if (vector >= type.vectorInt && vector <= type.vectorKey) {
    return { element: vector - type.vectorInt + type.int, length: length() };
  }
  throw flexInvalid(slot.at, `${vector} is not a type of the FlexBuffer format`);
}

/** The elements of an untyped vector or a map: the values, then a byte for the type of each. */
function readMixed(flex: FlexBytes, start: number, width: number, depth: number): FlexValue[] {
  const length = flex.size(start - width, width);
  const types = start + length * width;
  flex.check(start, length * (width + 1));
  return Array.from({ length }, (_, i) =>
    readSlot(flex, packedSlot(flex, start + i * width, width, types + i), depth + 1),
  );
}

/** A map is a vector of its values that has, before its length, an offset to the vector of its keys and their width. */
function readMap(flex: FlexBytes, start: number, width: number, depth: number): FlexValue {
  const keysAt = flex.follow(start - 3 * width, width);
  const keyWidth = flex.size(start - 2 * width, width);
  if (![1, 2, 4, 8].includes(keyWidth)) throw flexInvalid(start, `the keys' width is ${keyWidth}, not 1, 2, 4 or 8`);
  const map: Record<string, FlexValue> = Object.create(null);
  const values = readMixed(flex, start, width, depth);
  const keys = flex.size(keysAt - keyWidth, keyWidth);
  if (keys !== values.length) throw flexInvalid(start, `a map of ${keys} keys and ${values.length} values`);
  values.forEach((value, i) => {
    map[flex.key(flex.follow(keysAt + i * keyWidth, keyWidth))] = value;
  });
  return map;
}
