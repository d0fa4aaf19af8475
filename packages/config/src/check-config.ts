import { planners } from "@thimble/core";
import * as v from "valibot";
import type { ThimbleConfig } from "./config.ts";
import { configError } from "./config-error.ts";

const bytes = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const index = bytes;

const operators = v.array(v.pipe(v.string(), v.nonEmpty()));

/** A module's name, or anything that packs are made as: what is wrong with it, loading it says. */
const packSource = v.union([v.pipe(v.string(), v.nonEmpty()), v.looseObject({ id: v.string() })]);

const packEntry = v.strictObject({
  pack: packSource,
  options: v.optional(v.record(v.string(), v.unknown())),
  only: v.optional(operators),
  exclude: v.optional(operators),
});

const override = v.strictObject({
  operator: v.optional(v.string()),
  type: v.optional(v.string()),
  node: v.optional(v.union([index, v.string()])),
  subgraph: v.optional(index),
  pack: v.string(),
  kernel: v.optional(v.string()),
});

const environmentKeys = {
  packs: v.optional(v.array(v.lazy((entry) => (isEntry(entry) ? packEntry : packSource)))),
  fallback: v.optional(v.boolean()),
  overrides: v.optional(v.array(override)),
  rounding: v.optional(v.picklist(["double", "single"])),
  arenaBytes: v.optional(bytes),
  persistentBytes: v.optional(bytes),
  slowMemory: v.optional(v.strictObject({ above: bytes, sizeBytes: v.optional(bytes) })),
  planner: v.optional(v.picklist(Object.keys(planners))),
  inPlace: v.optional(v.boolean()),
  reorder: v.optional(v.boolean()),
  strict: v.optional(v.literal("tflm")),
};

const config = v.strictObject({
  ...environmentKeys,
  environments: v.optional(
    v.record(v.string(), v.strictObject({ ...environmentKeys, extends: v.optional(v.string()) })),
  ),
});

const isEntry = (entry: unknown): boolean => typeof entry === "object" && entry !== null && "pack" in entry;

/** `overrides[1].pack` */
const formatPath = (path: readonly v.IssuePathItem[]): string =>
  path.reduce((text, { key }) => {
    if (typeof key === "number") return `${text}[${key}]`;
    return text === "" ? String(key) : `${text}.${String(key)}`;
  }, "");

/** What the key may be, for one that nobody knows. */
const knownKeys = (path: string): string => {
  const keys = /^overrides\[\d+\]/.test(path.replace(/^environments\.[^.]+\./, ""))
    ? Object.keys(override.entries)
    : /(^|\.)packs\[\d+\]/.test(path)
      ? Object.keys(packEntry.entries)
      : /(^|\.)slowMemory/.test(path)
        ? ["above", "sizeBytes"]
        : Object.keys(config.entries);
  return keys.join(", ");
};

/**
 * Checks a configuration that nobody has compiled.
 *
 * @throws ThimbleError `CONFIG_INVALID` with the path of the key that is wrong
 */
export function checkConfig(value: unknown): ThimbleConfig {
  const { success, issues } = v.safeParse(config, value);
  if (success) return value as ThimbleConfig;
  const [issue] = issues!;
  const path = formatPath((issue.path ?? []) as readonly v.IssuePathItem[]);
  if (issue.expected === "never") throw configError(path, `there is no such key; the keys here are ${knownKeys(path)}`);
  throw configError(
    path || "the configuration",
    `is ${issue.received}, it has to be ${issue.expected ?? "something else"}`,
  );
}
