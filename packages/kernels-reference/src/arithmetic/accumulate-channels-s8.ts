/**
 * Adds to the sums of `channels` × `multiplier` filters the product of one tap: channel c of the input, raised by
 * `offset`, times its `multiplier` weights. Sums wrap at 32 bits.
 */
export function accumulateChannelsS8(
  sums: Int32Array,
  channels: number,
  multiplier: number,
  filter: Int8Array,
  tap: number,
  input: Int8Array,
  start: number,
  offset: number,
): void {
  for (let first = 0; first < multiplier; first++) {
    let out = first;
    for (let channel = 0; channel < channels; channel++) {
      sums[out] = sums[out]! + Math.imul(filter[tap + out]!, input[start + channel]! + offset);
      out += multiplier;
    }
  }
}
