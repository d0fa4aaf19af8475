import { ThimbleError } from "./error.ts";
import type { Kind } from "./fields.ts";
import { enums } from "./tables/enums.ts";
import type { ScalarName } from "./tables/scalars.ts";

/** The error for something in a description that cannot be written. */
export function unwritable(where: string, message: string): ThimbleError {
  return new ThimbleError("WRITER_INVALID", message, { where: where || "model" });
}

/** The value, as an object without keys that are not known. */
export function checkObject(
  value: unknown,
  known: readonly string[],
  where: string,
): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw mismatch("an object", value, where);
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw unwritable(where, `there is no field '${unknown}', the fields are: ${known.join(", ") || "none"}`);
  }
  return value as Readonly<Record<string, unknown>>;
}

/** Fails unless the value is an array. */
export function checkVector(value: unknown, where: string): void {
  if (!Array.isArray(value)) throw mismatch("an array", value, where);
}

/** Fails unless the value is one of its kind; what a table holds is checked as it is written. */
export function checkValue(of: Kind, value: unknown, where: string): void {
  if (of.kind === "scalar") checkScalar(of.name, value, where);
  else if (of.kind === "string" && typeof value !== "string") throw mismatch("a string", value, where);
  else if (of.kind === "bytes" && !(value instanceof Uint8Array)) throw mismatch("a Uint8Array", value, where);
  else if (of.kind === "enum" && !enums[of.name].some((name) => name === value)) {
    throw mismatch(`one of ${enums[of.name].join(", ")}`, value, where);
  }
}

interface Domain {
  readonly expected: string;
  has(value: unknown): boolean;
}

const domains: Readonly<Record<ScalarName, Domain>> = {
  bool: { expected: "a boolean", has: (value) => typeof value === "boolean" },
  int8: integers(-(2 ** 7), 2 ** 7 - 1),
  uint8: integers(0, 2 ** 8 - 1),
  uint16: integers(0, 2 ** 16 - 1),
  int32: integers(-(2 ** 31), 2 ** 31 - 1),
  uint32: integers(0, 2 ** 32 - 1),
  int64: integers(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER),
  uint64: integers(0, Number.MAX_SAFE_INTEGER),
  bigint64: {
    expected: "a bigint of 64 bits",
    has: (value) => typeof value === "bigint" && BigInt.asIntN(64, value) === value,
  },
  float32: { expected: "a number", has: (value) => typeof value === "number" },
};

function integers(low: number, high: number): Domain {
  return {
    expected: `an integer from ${low} to ${high}`,
    has: (value) => Number.isInteger(value) && (value as number) >= low && (value as number) <= high,
  };
}

function checkScalar(name: ScalarName, value: unknown, where: string): void {
  const { expected, has } = domains[name];
  if (!has(value)) throw mismatch(expected, value, where);
}

function mismatch(expected: string, value: unknown, where: string): ThimbleError {
  return unwritable(where, `expected ${expected}, got ${shown(value)}`);
}

function shown(value: unknown): string {
  if (typeof value === "string") return `'${value}'`;
  if (Array.isArray(value)) return "an array";
  return typeof value === "object" && value !== null ? "an object" : String(value);
}
