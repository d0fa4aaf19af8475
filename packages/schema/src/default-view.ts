import { flatFile } from "./flat-file.ts";
import type { TableName } from "./tables/schema.ts";
import type { View } from "./types.ts";
import { viewTable } from "./view.ts";

/** A table without fields: a vtable of 4 bytes, then the table, which points back to it. */
const emptyTable = flatFile(Uint8Array.of(4, 0, 4, 0, 4, 0, 0, 0));

/** A view in which every field has the schema's default: what an operator without options means. */
export function defaultView<N extends TableName>(name: N): View<N> {
  return viewTable(name, emptyTable, 4);
}
