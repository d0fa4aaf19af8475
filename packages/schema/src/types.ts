import type { EnumName, EnumValue } from "./tables/enums.ts";
import type { ScalarTypes } from "./tables/scalars.ts";
import type { TableName, Tables, UnionName, Unions } from "./tables/schema.ts";

/** A table as it reads: every field has a value, computed the first time it is asked for. */
export type View<N extends TableName> = {
  readonly [F in keyof Fields<N>]: Read<Fields<N>[F]>;
};

/** A table as it is described to the writer: what is left out has the schema's default. */
export type Plain<N extends TableName> = {
  readonly [F in keyof Fields<N>]?: Described<Fields<N>[F]>;
};

/** A union as it reads: which member it holds, and that member's table. */
export type UnionView<U extends UnionName> = {
  [M in keyof Unions[U] & TableName]: { readonly type: M; readonly value: View<M> };
}[keyof Unions[U] & TableName];

/** A union as it is described to the writer; without a `value`, every field of the member has its default. */
export type UnionPlain<U extends UnionName> = {
  [M in keyof Unions[U] & TableName]: { readonly type: M; readonly value?: Plain<M> };
}[keyof Unions[U] & TableName];

/** The name of a table of operator options, as in `"Conv2DOptions"`. */
export type OptionsName = keyof Unions["BuiltinOptions"] | keyof Unions["BuiltinOptions2"];

/** The options of an operator as they read: `OptionsOf<"Conv2DOptions">`. */
export type OptionsOf<N extends OptionsName> = View<N>;

type Fields<N extends TableName> = {
  [F in keyof Tables[N] as Tables[N][F] extends "deprecated" ? never : F]: Tables[N][F];
};

type Read<D> = D extends `${infer E}?`
  ? Read<E> | undefined
  : D extends `[${infer E}]`
    ? readonly Read<E>[]
    : D extends UnionName
      ? UnionView<D>
      : D extends TableName
        ? View<D>
        : Leaf<D>;

type Described<D> = D extends `${infer E}?`
  ? Described<E>
  : D extends `[${infer E}]`
    ? readonly Described<E>[]
    : D extends UnionName
      ? UnionPlain<D>
      : D extends TableName
        ? Plain<D>
        : Leaf<D>;

type Leaf<D> = D extends `${infer E} = ${string}`
  ? Leaf<E>
  : D extends keyof ScalarTypes
    ? ScalarTypes[D]
    : D extends EnumName
      ? EnumValue<D>
      : D extends "string"
        ? string
        : D extends "bytes" | "bytes16"
          ? Uint8Array
          : never;
