/** How two numbers stand to each other, one bit each. */
const LESS = 1;
const EQUAL = 2;
const GREATER = 4;
/** NaN and anything. */
const UNORDERED = 8;

/** A set of the ways in which two numbers can stand to each other, for which a comparison holds. */
export type Relations = number;

export const relations: {
  readonly less: Relations;
  readonly lessEqual: Relations;
  readonly equal: Relations;
  readonly notEqual: Relations;
  readonly greater: Relations;
  readonly greaterEqual: Relations;
  readonly none: Relations;
} = {
  less: LESS,
  lessEqual: LESS | EQUAL,
  equal: EQUAL,
  notEqual: LESS | GREATER | UNORDERED,
  greater: GREATER,
  greaterEqual: GREATER | EQUAL,
  none: 0,
};

/** How two numbers stand to each other. */
export function relationOf(a: number, b: number): Relations {
  if (a < b) return LESS;
  if (a > b) return GREATER;
  return a === b ? EQUAL : UNORDERED;
}
