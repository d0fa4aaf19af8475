import { parseArgs } from "node:util";
import type { ArgDef } from "citty";
import { UsageError } from "./usage-error.ts";

/** An argument as citty describes it; `multiple` says that it may be repeated, which citty does not know. */
export type ArgumentSpec = ArgDef & { readonly multiple?: true };

export type ArgumentsSpec = Readonly<Record<string, ArgumentSpec>>;

type ValueOf<A extends ArgumentSpec> = A extends { readonly multiple: true }
  ? readonly string[]
  : A extends { readonly type: "boolean" }
    ? boolean
    : A extends { readonly type: "positional" }
      ? string
      : string | undefined;

/** The values of a command's arguments. A repeated one is a list, empty where it is not given. */
export type Arguments<Spec extends ArgumentsSpec> = { readonly [Name in keyof Spec]: ValueOf<Spec[Name]> };

/**
 * Parses a command's arguments. Positional arguments are required unless they say otherwise; the last of them may be
 * repeated.
 *
 * @throws UsageError for whatever `spec` does not describe: nothing is ignored.
 */
export function parseArguments<Spec extends ArgumentsSpec>(spec: Spec, raw: readonly string[]): Arguments<Spec> {
  const { values, positionals } = parseStrictly(spec, raw);
  const entries = Object.entries(spec).map(([name, argument]) => [
    name,
    argument.type === "positional" ? takePositional(name, argument, positionals) : optionValue(argument, values[name]),
  ]);
  if (positionals.length > 0) throw new UsageError(`unexpected argument "${positionals[0]}"`);
  return Object.fromEntries(entries) as Arguments<Spec>;
}

const optionValue = ({ type, multiple }: ArgumentSpec, value: unknown): unknown =>
  value ?? (multiple ? [] : type === "boolean" ? false : undefined);

function takePositional(name: string, { multiple, required }: ArgumentSpec, positionals: string[]): string | string[] {
  if (positionals.length === 0 && !(multiple && required === false))
    throw new UsageError(`the argument ${name.toUpperCase()} is missing`);
  return multiple ? positionals.splice(0) : positionals.shift()!;
}

function parseStrictly(spec: ArgumentsSpec, raw: readonly string[]) {
  const options = Object.entries(spec)
    .filter(([, { type }]) => type !== "positional")
    .map(([name, { type, multiple = false }]) => {
      return [name, { type: type === "boolean" ? "boolean" : "string", multiple }] as const;
    });
  try {
    return parseArgs({ args: [...raw], options: Object.fromEntries(options), allowPositionals: true });
  } catch (error) {
    throw new UsageError(explain((error as Error).message, raw));
  }
}

/** What Node says of arguments, in one line. */
function explain(message: string, raw: readonly string[]): string {
  const [, option] = /^Option '(?:-\w, )?(--[\w-]+)[^']*' argument is ambiguous/.exec(message) ?? [];
  const value = raw.find((argument, i) => raw[i - 1] === option && argument.startsWith("-"));
  if (option) return `option '${option}' has no value; a value that starts with a dash is written ${option}=${value}`;
  return message.split(/\. |\.?\n/)[0]!.replace(/^./, (first) => first.toLowerCase());
}
