import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Interpreter } from "@thimble/core";
import { expect, test } from "vitest";
import { type ModelledCount, openModelled } from "../src/index.ts";
import { chain, run, writePackage } from "./sample.ts";

const MODULE = "dist/kernels.wasm";

const PLAIN = `#include <thimble/thimble.h>
static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host, (void)node;
  return THIMBLE_OK;
}
static const thimble_kernel neg = {.struct_size = sizeof neg, .name = "neg_f32", .operator_name = "NEG",
                                   .types = "float32 -> float32", .invoke = invoke};
static const thimble_kernel *const kernels[] = {&neg};
THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels);
`;

test.each([0, 1, 7])("counts what the kernels of a module model, of %i elements", async (length) => {
  const counts: ModelledCount[] = [];
  const pack = await openModelled(writePackage(), { module: MODULE, onCount: (count) => counts.push(count) });
  const interpreter = await Interpreter.create(chain(["NEG", "NEG"], length), { packs: [pack] });
  const values = Float32Array.from({ length }, (_, i) => i - 3);
  expect(run(interpreter, values)).toEqual(values);
  const count = { kernel: "neg_f32", instructions: length };
  expect(counts).toEqual([count, count]);
});

test("refuses a module that is none of the pack's builds, and names those that there are", async () => {
  await expect(openModelled(writePackage(), { module: "none.wasm", onCount: () => undefined })).rejects.toMatchObject({
    code: "PACK_BUILD",
    message: expect.stringMatching(/none\.wasm.*dist\/kernels\.wasm/),
  });
});

test("refuses a pack that models nothing", async () => {
  const folder = writePackage({ sources: "plain" });
  mkdirSync(join(folder, "plain"), { recursive: true });
  writeFileSync(join(folder, "plain/pack.c"), PLAIN);
  const pack = await openModelled(folder, { module: MODULE, onCount: () => undefined });
  await expect(Interpreter.create(chain(["NEG"], 1), { packs: [pack] })).rejects.toMatchObject({ code: "PACK_BUILD" });
});
