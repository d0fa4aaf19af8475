import { fileURLToPath } from "node:url";
import { testDamagedModels } from "@thimble/conformance/damaged-models";
import { runConformance } from "@thimble/conformance/vitest";
import { loadPack } from "@thimble/core";
import { buildPack } from "@thimble/pack-kit";
import { describe, expect, test } from "vitest";
import { singleRounding } from "../src/index.ts";

/** The kernels in a package of its own, built for all tiers with the flag for one rounding. */
const devices = fileURLToPath(new URL("single", import.meta.url));
await buildPack(devices);

const operators = [
  "add",
  "batch_matmul",
  "conv_2d",
  "depthwise_conv_2d",
  "fully_connected",
  "mul",
  "softmax",
  "svdf",
  "transpose_conv",
  "unidirectional_sequence_lstm",
];

await runConformance({ pack: devices, targets: ["cortex-m3", "cortex-m4", "cortex-m55"], operators, runs: 2 });

test("no kernel of the build for one rounding rounds twice", async () => {
  const { kernels } = await loadPack(singleRounding);
  expect(kernels.filter(({ rounding }) => rounding === "double")).toEqual([]);
});

describe("on damaged models the pack with one rounding computes what the reference of one rounding computes", async () =>
  testDamagedModels(await loadPack(singleRounding)));
