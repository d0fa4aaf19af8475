/** What every small module that the host writes byte by byte is made of (WebAssembly's binary format). */

/** Magic number and version. */
export const HEADER: readonly number[] = [0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00];

/** The type i32. */
export const I32 = 0x7f;

/** An unsigned LEB128 number below 2^14. */
const number = (value: number): number[] => (value < 0x80 ? [value] : [(value & 0x7f) | 0x80, value >> 7]);

/** A section: its number, its length and its content. */
export const section = (id: number, ...content: number[]): number[] => [id, ...number(content.length), ...content];

/** A name of letters. */
export const text = (value: string): number[] => [value.length, ...Array.from(value, (letter) => letter.charCodeAt(0))];
