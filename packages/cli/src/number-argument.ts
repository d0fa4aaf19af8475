import { UsageError } from "./usage-error.ts";

/** A number of `min` or more that an option gives, or `undefined` where it is not given. */
export function numberArgument(option: string, text: string | undefined, min: number): number | undefined {
  if (text === undefined) return undefined;
  const value = Number(text);
  if (text.trim() === "" || !Number.isFinite(value) || value < min)
    throw new UsageError(`${option} is "${text}", it must be a number, ${min} or more`);
  return value;
}

/** The same for whole numbers. */
export function integerArgument(option: string, text: string | undefined, min: number): number | undefined {
  const value = numberArgument(option, text, min);
  if (value !== undefined && !Number.isSafeInteger(value))
    throw new UsageError(`${option} is "${text}", it must be a whole number`);
  return value;
}
