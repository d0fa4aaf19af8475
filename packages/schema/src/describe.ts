import { type Field, fieldsOf, isAbsent } from "./fields.ts";
import type { Model } from "./model.ts";
import { bufferBytes, customOptionBytes } from "./model-bytes.ts";
import type { TableName } from "./tables/schema.ts";
import type { Plain, View } from "./types.ts";

/**
 * A model as the plain description that `writeModel` takes, without the fields that have their default. Data kept
 * outside the file's tables is described as if it were inside; all bytes share the file's memory.
 */
export function describeModel(model: Model): Plain<"Model"> {
  return {
    ...describeTable("Model", model),
    ...unlessEmpty(
      "buffers",
      model.buffers.map((_, i) => unlessEmpty("data", bufferBytes(model, i))),
    ),
    ...unlessEmpty("subgraphs", model.subgraphs.map(describeSubGraph)),
  };
}

function describeSubGraph(graph: View<"SubGraph">): Plain<"SubGraph"> {
  return {
    ...describeTable("SubGraph", graph),
    ...unlessEmpty("operators", graph.operators.map(describeOperator)),
  };
}

function describeOperator(operator: View<"Operator">): Plain<"Operator"> {
  const { largeCustomOptionsOffset, largeCustomOptionsSize, ...plain } = describeTable("Operator", operator);
  return { ...plain, ...unlessEmpty("customOptions", customOptionBytes(operator)) };
}

function unlessEmpty<K extends string, V extends ArrayLike<unknown>>(key: K, value: V): { readonly [P in K]?: V } {
  return value.length === 0 ? {} : ({ [key]: value } as { readonly [P in K]?: V });
}

function describeTable<N extends TableName>(name: N, view: View<N>): Plain<N> {
  const values = view as Readonly<Record<string, unknown>>;
  const entries = fieldsOf(name)
    .filter((field) => !isAbsent(field, values[field.key]))
    .map((field) => [field.key, describeField(field, values[field.key])]);
  return Object.fromEntries(entries) as Plain<N>;
}

function describeField(field: Field, value: unknown): unknown {
  if (field.vector) return (value as readonly unknown[]).map((element) => describeValue(field, element));
  return describeValue(field, value);
}

function describeValue({ of }: Field, value: unknown): unknown {
  if (of.kind === "table") return describeTable(of.name, value as View<TableName>);
  if (of.kind !== "union") return value;
  const union = value as { type: TableName; value: View<TableName> };
  return { type: union.type, value: describeTable(union.type, union.value) };
}
