import { readFileSync } from "node:fs";
import { operatorCode, writeModel } from "@thimble/schema/writer";
import { afterEach, describe, expect, test, vi } from "vitest";
import { Interpreter, loadPack } from "../src/index.ts";
import { webAssembly } from "../src/wasm/webassembly.ts";

/**
 * A pack built with the headers of version 1.0 of the contract. It is never built again: every later 1.x has to take
 * it as it is.
 */
const url = new URL("./fixtures/pack-abi-1.0.wasm", import.meta.url);

const model = writeModel({
  operatorCodes: [operatorCode("NEG")],
  subgraphs: [
    {
      tensors: ["in", "out"].map((name) => ({ name, type: "float32" as const, shape: [3] })),
      inputs: [0],
      outputs: [1],
      operators: [{ inputs: [0], outputs: [1] }],
    },
  ],
  buffers: [{}],
});

afterEach(() => vi.unstubAllGlobals());

describe("a pack built for version 1.0 of the contract", () => {
  test.each([
    ["its URL", url],
    ["its address as text", url.href],
    ["its bytes", new Uint8Array(readFileSync(url))],
    ["a compiled module", new (webAssembly()!.Module)(readFileSync(url))],
    ["a package's description", { id: "@acme/sample", builds: [{ wasm: url, features: [] }] }],
  ])("is loaded from %s, and computes", async (_, source) => {
    const pack = await loadPack(source);
    expect(pack.id).toBe("@acme/sample");
    expect(pack.kernels.map(({ name }) => name)).toContain("neg_f32");
    const interpreter = await Interpreter.create(model, { packs: [pack] });
    interpreter.inputs[0]!.set(new Float32Array([1, -2, 3]));
    interpreter.invoke();
    expect([...interpreter.outputs[0]!.data]).toEqual([-1, 2, -3]);
    interpreter.dispose();
  });

  test("is not taken unloaded", async () => {
    const description = { id: "@acme/sample", builds: [{ wasm: url }] };
    await expect(Interpreter.create(model, { packs: [description as never] })).rejects.toMatchObject({
      code: "OPTION_INVALID",
      message: expect.stringContaining("pass await loadPack(pack)"),
    });
  });

  test("is not loaded where there is no WebAssembly", async () => {
    vi.stubGlobal("WebAssembly", undefined);
    await expect(loadPack(url)).rejects.toMatchObject({ code: "PACK_UNSUPPORTED" });
  });
});
