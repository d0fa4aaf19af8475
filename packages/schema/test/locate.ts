import { type Field, fieldsOf } from "../src/fields.ts";
import { fieldPosition, flatFile, follow } from "../src/flat-file.ts";
import type { TableName } from "../src/tables/schema.ts";

/** Where something is in a file: the table at the end of a path and, with a field, where the field is in place. */
export interface Place {
  readonly table: number;
  readonly vtable: number;
  readonly field: number;
}

/** The place of a field by a path of keys and indices from the root, as in `["subgraphs", 0, "tensors", 1, "shape"]`. */
export function locate(bytes: Uint8Array, path: readonly (string | number)[]): Place {
  const file = flatFile(bytes);
  let name: TableName = "Model";
  let table = follow(file, 0);
  let at = 0;
  for (const step of path) {
    if (typeof step === "number") {
      at = follow(file, at) + 4 + 4 * step;
      table = follow(file, at);
      continue;
    }
    if (at !== 0) table = follow(file, at);
    const field: Field = fieldsOf(name).find(({ key }) => key === step)!;
    at = fieldPosition(file, table, field.slot);
    if (field.of.kind === "table") name = field.of.name;
  }
  return { table, vtable: table - file.data.getInt32(table, true), field: at };
}
