/** Operators that there is a first kernel for, by their words. */
export const operators = {
  relu: { name: "RELU", hint: "the shortest: each element by itself" },
  fully_connected: { name: "FULLY_CONNECTED", hint: "sums of products: weights, factors, rounding" },
} as const;

export type OperatorWord = keyof typeof operators;

/** Where the kernels are to run. */
export const places = {
  engines: { title: "JavaScript engines", hint: "WebAssembly with SIMD, in Node and browsers" },
  devices: { title: "microcontrollers", hint: "plain C, proven on emulated Cortex-M and RISC-V cores too" },
} as const;

export type Place = keyof typeof places;

/** What a new pack is to be. */
export interface PackChoice {
  /** The package's name: `@acme/kernels`. */
  readonly name: string;
  readonly operator: OperatorWord;
  readonly place: Place;
}

/** Why a text is no name for a package; `undefined` if it is one. */
export function problemOfName(name: string): string | undefined {
  if (name === "") return "a package needs a name: @acme/kernels";
  if (name.length > 214) return "a package's name has at most 214 characters";
  if (!/^(?:@[a-z0-9][a-z0-9._-]*\/)?[a-z0-9][a-z0-9._-]*$/.test(name))
    return `"${name}" is no name of a package: lower-case letters, digits, dots, dashes; a scope before a slash: @acme/kernels`;
  return undefined;
}

/** The folder that a pack is written into, unless another is named: `kernels` for `@acme/kernels`. */
export const folderOf = (name: string): string => name.replace(/^@[^/]*\//, "");
