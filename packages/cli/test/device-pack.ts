import { mkdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPack } from "@thimble/pack-kit";
import { operatorCode, writeModel } from "@thimble/schema/writer";
import { makeFile } from "./run-cli.ts";

const SOURCE = `#include <thimble/thimble.h>

static thimble_status prepare(const thimble_host *host, thimble_node *node) {
  uint32_t *count = host->allocate_persistent(host, node, sizeof *count);
  if (!count) return THIMBLE_OUT_OF_MEMORY;
  *count = host->tensor_info(host, thimble_input(node, 0))->element_count;
  return THIMBLE_OK;
}

static thimble_status invoke(const thimble_host *host, thimble_node *node) {
  (void)host;
  const float *input = thimble_input(node, 0)->data;
  float *output = thimble_output(node, 0)->data;
  for (uint32_t i = 0; i < *(const uint32_t *)node->data; i++) output[i] = -input[i];
  return THIMBLE_OK;
}

const thimble_kernel neg_f32 = {.struct_size = sizeof(thimble_kernel), .name = "neg_f32", .operator_name = "NEG",
                                .types = "float32 -> float32", .prepare = prepare, .invoke = invoke};
static const thimble_kernel *const kernels[] = {&neg_f32};
THIMBLE_DEFINE_PACK(THIMBLE_PACK_ID, THIMBLE_PACK_VERSION, kernels);
`;

const DESCRIPTION = {
  name: "@acme/neg",
  version: "1.0.0",
  type: "module",
  exports: "./index.js",
  thimble: {
    pack: { builds: { "dist/kernels.wasm": [] }, targets: { "cortex-m4": { twin: "dist/kernels.wasm" } } },
  },
};

let built: Promise<string> | undefined;

/** The folder of a package with one kernel, for the Cortex-M4; the next run uses it again. */
export function buildPackage(): Promise<string> {
  built ??= build();
  return built;
}

async function build(): Promise<string> {
  const folder = join(tmpdir(), "thimble-cli-device-test");
  mkdirSync(join(folder, "kernels"), { recursive: true });
  writeFileSync(join(folder, "kernels/neg.c"), SOURCE);
  writeFileSync(join(folder, "package.json"), JSON.stringify(DESCRIPTION));
  const entry =
    'export default { id: "@acme/neg", builds: [{ wasm: new URL("./dist/kernels.wasm", import.meta.url) }] };';
  writeFileSync(join(folder, "index.js"), entry);
  await buildPack(folder);
  return folder;
}

/** A model that negates so many floats. */
export const negModelFile = (length: number): string =>
  makeFile(
    "neg.tflite",
    writeModel({
      operatorCodes: [operatorCode("NEG")],
      subgraphs: [
        {
          tensors: ["in", "out"].map((name) => ({ name, type: "float32" as const, shape: [length] })),
          inputs: [0],
          outputs: [1],
          operators: [{ inputs: [0], outputs: [1] }],
        },
      ],
      buffers: [{}],
    }),
  );
