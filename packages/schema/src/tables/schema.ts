import { builtinOptions } from "./builtin-options.ts";
import { builtinOptions2 } from "./builtin-options-2.ts";
import { compressionTables } from "./compression-tables.ts";
import { modelTables } from "./model-tables.ts";
import { quantizationDetails, sparseIndexVector } from "./tensor-unions.ts";

/** Each union's member tables, by name, in tag order: the first has tag 1. */
export interface Unions {
  BuiltinOptions: typeof builtinOptions;
  BuiltinOptions2: typeof builtinOptions2;
  QuantizationDetails: typeof quantizationDetails;
  SparseIndexVector: typeof sparseIndexVector;
}

/** Every table of the schema, by name. */
export type Tables = typeof modelTables &
  typeof compressionTables &
  typeof builtinOptions &
  typeof builtinOptions2 &
  typeof quantizationDetails &
  typeof sparseIndexVector;

export type UnionName = keyof Unions;
export type TableName = keyof Tables;

/**
 * A table as data: its fields' descriptors in slot order. A descriptor is
 *
 * - a type: a scalar, an enum, a table, a union, `string`, `bytes`, or `bytes16` for bytes aligned to 16;
 * - `[type]`, a vector;
 * - `type = default`, when the default is not 0, `false` or the enum's first name;
 * - `type?`, for tables and unions, which read as `undefined` when they are absent;
 * - `deprecated`, for a slot that is not read or written any more.
 */
export type TableSpec = Readonly<Record<string, string>>;

export const unions: Readonly<Record<UnionName, Readonly<Record<string, TableSpec>>>> = {
  BuiltinOptions: builtinOptions,
  BuiltinOptions2: builtinOptions2,
  QuantizationDetails: quantizationDetails,
  SparseIndexVector: sparseIndexVector,
};

export const tables: Readonly<Record<TableName, TableSpec>> = {
  ...modelTables,
  ...compressionTables,
  ...builtinOptions,
  ...builtinOptions2,
  ...quantizationDetails,
  ...sparseIndexVector,
};
