import fc from "fast-check";
import { type Field, fieldsOf, isAbsent, type Kind } from "../src/fields.ts";
import { enums } from "../src/tables/enums.ts";
import type { ScalarName } from "../src/tables/scalars.ts";
import { type TableName, unions } from "../src/tables/schema.ts";

type Values = Record<string, unknown>;

/** What the description of a view never has: the place of data outside, which it describes as if it were inside. */
const places = ["offset", "size", "largeCustomOptionsOffset", "largeCustomOptionsSize"];

const scalarValues: Readonly<Record<ScalarName, fc.Arbitrary<unknown>>> = {
  bool: fc.boolean(),
  int8: fc.integer({ min: -128, max: 127 }),
  uint8: fc.nat({ max: 255 }),
  uint16: fc.nat({ max: 65535 }),
  int32: fc.integer(),
  uint32: fc.nat({ max: 2 ** 32 - 1 }),
  int64: fc.maxSafeInteger(),
  uint64: fc.maxSafeNat(),
  bigint64: fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
  float32: fc.float(),
};

/** Any description of a table, with any of its fields. */
export function anyTable(name: TableName): fc.Arbitrary<Values> {
  const fields = fieldsOf(name).filter(({ key }) => !places.includes(key) || name === "ExternalBuffer");
  const values = Object.fromEntries(fields.map((field) => [field.key, anyField(field)]));
  return fc.record(values, { requiredKeys: [], noNullPrototype: true });
}

function anyField({ of, vector }: Field): fc.Arbitrary<unknown> {
  return vector ? fc.array(anyValue(of), { maxLength: 3 }) : anyValue(of);
}

function anyValue(of: Kind): fc.Arbitrary<unknown> {
  switch (of.kind) {
    case "scalar":
      return scalarValues[of.name];
    case "enum":
      return fc.constantFrom<string>(...enums[of.name]);
    case "string":
      return fc.string({ unit: "binary" });
    case "bytes":
      return fc.uint8Array({ maxLength: 20 });
    case "table":
      return anyTable(of.name);
    case "union":
      return fc
        .constantFrom(...(Object.keys(unions[of.name]) as TableName[]))
        .chain((type) => fc.record({ type: fc.constant(type), value: anyTable(type) }, { noNullPrototype: true }));
  }
}

/** A description without the fields that have their default. */
export function normalised(name: TableName, values: Values): Values {
  const entries = fieldsOf(name)
    .filter((field) => field.key in values && !isAbsent(field, values[field.key]))
    .map((field) => [field.key, normalisedField(field, values[field.key])]);
  return Object.fromEntries(entries);
}

function normalisedField({ of, vector }: Field, value: unknown): unknown {
  if (vector && of.kind === "table") return (value as Values[]).map((element) => normalised(of.name, element));
  if (of.kind === "table") return normalised(of.name, value as Values);
  if (of.kind !== "union") return value;
  const union = value as { type: TableName; value: Values };
  return { type: union.type, value: normalised(union.type, union.value) };
}
