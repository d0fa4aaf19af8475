import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Interpreter, loadPack } from "@thimble/core";
import { hasShared, needsShared, readModel } from "@thimble/goldens";
import { singleRounding } from "@thimble/kernels-reference";
import { buildModule } from "@thimble/pack-kit";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

/** What a build that counts has besides the kernels. */
const COUNTER = `#include <thimble/platform.h>
uint32_t hifi_instructions;
THIMBLE_EXPORT uint32_t hifi_counted(void) { return hifi_instructions; }
`;

/** The kernels, each instruction of \`hifi.h\` counted. */
async function buildCounting(): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), "thimble-xtensa-"));
  try {
    cpSync(fileURLToPath(new URL("../kernels", import.meta.url)), folder, { recursive: true });
    writeFileSync(join(folder, "counter.c"), COUNTER);
    const flags = ["-DHIFI_COUNT()=(void)hifi_instructions++"];
    return await buildModule({ id: "@thimble/xtensa", version: "0", sources: folder, flags });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What a test needs of the engine. */
interface Engine {
  Instance: new (
    module: object,
    imports?: object,
  ) => { readonly exports: Readonly<Record<string, (() => number) | undefined>> };
}

const engine = (globalThis as unknown as { readonly WebAssembly: Engine }).WebAssembly;
const { Instance } = engine;

/** The counter of the newest instance of the module that counts. */
let readCounter = (): number => 0;

class WatchedInstance extends Instance {
  constructor(module: object, imports?: object) {
    super(module, imports);
    const counted = this.exports.hifi_counted;
    if (counted) readCounter = () => counted() >>> 0;
  }
}

beforeAll(() => {
  engine.Instance = WatchedInstance;
});
afterAll(() => {
  engine.Instance = Instance;
});

/** Instructions of one invoke with \`@thimble/portable\` on an emulated Xtensa LX106, gcc 12.2 -O2. */
const PORTABLE: Readonly<Record<string, number>> = {
  ad01_int8: 3_347_548,
  kws_ref_model: 44_141_011,
  person_detect: 122_545_831,
  pretrainedResnet_quant: 163_022_000,
};

describe.skipIf(!hasShared)(needsShared("modelled instructions"), async () => {
  const pack = hasShared
    ? await loadPack({ id: "@thimble/xtensa", builds: [{ wasm: await buildCounting() }] })
    : undefined;

  test.each(Object.entries(PORTABLE))("%s takes at least 7.75 times fewer than %d", async (name, portable) => {
    const interpreter = await Interpreter.create(readModel(name), { packs: [pack!, singleRounding] });
    const before = readCounter();
    interpreter.invoke();
    const instructions = readCounter() - before;
    interpreter.dispose();
    expect(instructions).toBeGreaterThan(0);
    expect(portable / instructions).toBeGreaterThan(7.75);
  });
});
