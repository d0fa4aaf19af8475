import { Interpreter, type InterpreterOptions, loadPack } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { describe, expect, it } from "vitest";
import { build } from "./build.ts";
import { customModel, type Unary, unaryChain } from "./model.ts";

const sample = await loadPack(await build("sample"));
const other = await loadPack(await build("sample", { id: "@acme/other" }));

const create = (operators: readonly Unary[], options: Partial<InterpreterOptions> = {}, length = 1) =>
  Interpreter.create(unaryChain(operators, length), { packs: [sample], ...options });

const run = (interpreter: Interpreter, ...values: number[]): number[] => {
  interpreter.inputs[0]!.set(new Float32Array(values));
  interpreter.invoke();
  return [...(interpreter.outputs[0]!.data as Float32Array)];
};

describe("a pack of C kernels", () => {
  it("says what it is", () => {
    expect(sample).toMatchObject({ id: "@acme/sample", version: "1.2.3" });
    expect(sample.kernels[0]).toMatchObject({ name: "neg_f32", types: "float32 -> float32" });
    expect(sample.kernels[0]!.operator.name).toBe("NEG");
  });

  it("computes with a record, constants, temporary memory and scratch", async () => {
    const interpreter = await create(["NEG"], {}, 5);
    expect(run(interpreter, 1, -2, 3, -4, 5)).toEqual([-1, 2, -3, 4, -5]);
    expect(interpreter.arena.scratchBytes).toBe(20);
    interpreter.dispose();
  });

  it("mixes with TypeScript kernels in one model", async () => {
    const interpreter = await create(["NEG", "SQUARE", "NEG", "SQRT"], { packs: [sample, reference] });
    expect(interpreter.steps.map(({ pack }) => pack.id)).toEqual([
      "@acme/sample",
      "@thimble/kernels-reference",
      "@acme/sample",
      "@thimble/kernels-reference",
    ]);
    expect(run(interpreter, 3)).toEqual([Number.NaN]);
  });

  it("lives beside another pack in one memory, each with its own data and functions", async () => {
    const interpreter = await Interpreter.create(unaryChain(["ABS", "ABS"]), {
      packs: [{ ...sample, attach: (memory) => only(sample.attach(memory), 0) }, other],
      preserveAllTensors: true,
    });
    interpreter.invoke();
    interpreter.invoke();
    expect([...(interpreter.tensor(1).data as Float32Array)]).toEqual([2]);
    expect([...(interpreter.tensor(2).data as Float32Array)]).toEqual([2]);
  });

  it("is given anew to each interpreter", async () => {
    const [a, b] = [await create(["ABS"]), await create(["ABS"])];
    expect([run(a, 0), run(a, 0), run(b, 0), run(a, 0)]).toEqual([[1], [2], [1], [3]]);
  });

  it("survives that the memory grows under it", async () => {
    const length = 2_000_000;
    const interpreter = await create(["NEG", "NEG", "NEG"], {}, length);
    const values = Float32Array.from({ length }, (_, i) => i);
    interpreter.inputs[0]!.set(values);
    interpreter.invoke();
    expect(interpreter.outputs[0]!.data.at(-1)).toBe(-(length - 1));
  });

  it("takes a custom operator that the host knows nothing of, with its options", async () => {
    const model = customModel("AcmeShift", new Uint8Array([7, 8, 9]));
    const interpreter = await Interpreter.create(model, { packs: [sample] });
    expect(run(interpreter, 0.5)).toEqual([9.5]);
  });

  it("returns its records to their beginnings on reset", async () => {
    const interpreter = await create(["ROUND"]);
    expect([run(interpreter, 0), run(interpreter, 0)]).toEqual([[1], [2]]);
    interpreter.reset();
    expect(run(interpreter, 0)).toEqual([1]);
  });

  it("gets services only where the contract says so", async () => {
    const interpreter = await create(["CEIL"]);
    expect(() => run(interpreter, 0)).toThrow(/ceil_f32 .* calls allocate_temporary, which is there while/);
  });

  it("fits an arena of just the size it says, and none smaller", async () => {
    const { arena } = await create(["NEG", "ROUND"]);
    await expect(create(["NEG", "ROUND"], { arenaBytes: arena.usedBytes })).resolves.toBeDefined();
    await expect(create(["NEG", "ROUND"], { arenaBytes: arena.usedBytes - 1 })).rejects.toMatchObject({
      code: "ARENA_TOO_SMALL",
    });
  });
});

/** The first pack's kernels for the first node only: the second node goes to the next pack. */
const only = <P extends { readonly kernels: readonly object[] }>(pack: P, index: number): P => ({
  ...pack,
  kernels: pack.kernels.map((kernel) => ({
    ...kernel,
    supports: (node: { readonly index: number }) => (node.index === index ? true : "another node"),
  })),
});

describe("a kernel that fails", () => {
  it("declines with its own reason", async () => {
    await expect(create(["SQUARE"])).rejects.toMatchObject({
      code: "OPERATOR_UNSUPPORTED",
      message: expect.stringContaining("square_f32 of @acme/sample: squares are round here"),
    });
  });

  it("declines without a reason", async () => {
    await expect(create(["SQRT"])).rejects.toMatchObject({
      message: expect.stringContaining("sqrt_f32 of @acme/sample: declined without a reason"),
    });
  });

  it.each([
    ["SIN", "traps", /unreachable/],
    ["COS", "overflows its stack", /out of bounds|stack/],
    ["EXP", "writes outside of the memory", /out of bounds/],
    ["LOG", "returns a status that is none", /status 77/],
  ] as const)(
    "%s: %s, and is named with its pack and node; the interpreter can be disposed of",
    async (operator, _, why) => {
      const interpreter = await create(["NEG", operator]);
      expect(() => interpreter.invoke()).toThrow(
        expect.objectContaining({ code: "KERNEL_FAILED", message: expect.stringMatching(why) }),
      );
      expect(() => interpreter.invoke()).toThrow(
        `subgraphs[0].operators[1] (${operator}): kernel ${operator.toLowerCase()}_f32 of @acme/sample@1.2.3 failed`,
      );
      interpreter.dispose();
    },
  );

  it("leaves the stack as it was: others run on", async () => {
    const interpreter = await create(["NEG", "COS"]);
    for (let i = 0; i < 200; i++) expect(() => interpreter.invoke()).toThrow(/KERNEL_FAILED|failed/);
  });

  it("asks for more memory than there is", async () => {
    await expect(create(["FLOOR"])).rejects.toMatchObject({ code: "ARENA_TOO_LARGE" });
    await expect(create(["FLOOR"], { arenaBytes: 4096 })).rejects.toMatchObject({ code: "ARENA_TOO_SMALL" });
  });
});
