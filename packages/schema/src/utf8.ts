/** Longest text that is read at once, in bytes: they are passed as arguments. */
const MOST_AT_ONCE = 1024;

/** The text of UTF-8 bytes; a sequence that is not UTF-8 reads as U+FFFD, as with `TextDecoder`. */
export function decodeUtf8(bytes: Uint8Array): string {
  if (bytes.length <= MOST_AT_ONCE) {
    // Nearly every text is ASCII and short, and read when nothing is warm yet.
    const text = String.fromCharCode.apply(null, bytes as unknown as number[]);
    if (!/[\x80-\xff]/.test(text)) return text;
  }
  let text = "";
  for (let at = 0; at < bytes.length; ) {
    const { point, length } = decodePoint(bytes, at);
    text += String.fromCodePoint(point);
    at += length;
  }
  return text;
}

const malformed = 0xfffd;

function decodePoint(bytes: Uint8Array, at: number): { point: number; length: number } {
  const lead = bytes[at]!;
  if (lead < 0x80) return { point: lead, length: 1 };
  const continuations =
    lead >= 0xc2 && lead < 0xe0 ? 1 : lead >= 0xe0 && lead < 0xf0 ? 2 : lead < 0xf5 && lead >= 0xf0 ? 3 : 0;
  if (continuations === 0) return { point: malformed, length: 1 };
  let point = lead & (0x3f >> continuations);
  for (let i = 1; i <= continuations; i++) {
    const byte = bytes[at + i];
    if (byte === undefined || !continues(lead, i, byte)) return { point: malformed, length: i };
    point = (point << 6) | (byte & 0x3f);
  }
  return { point, length: continuations + 1 };
}

/** Whether a byte can be the i-th after its lead: the first is narrower after E0, ED, F0 and F4. */
function continues(lead: number, i: number, byte: number): boolean {
  const low = i > 1 ? 0x80 : lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const high = i > 1 ? 0xbf : lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  return byte >= low && byte <= high;
}
