/** What a value is, for an error's reader: `String`, `Promise`, `undefined`. */
export const kindOf = (value: unknown): string =>
  value === undefined || value === null ? String(value) : (value.constructor?.name ?? typeof value);
