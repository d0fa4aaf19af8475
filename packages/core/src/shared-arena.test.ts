import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chain, increment, packOf, toyPack } from "../test/toy.ts";
import { Interpreter, type InterpreterOptions, type Kernel, type Region } from "./index.ts";

/** Keeps the last input's first byte, and gives input + 1. */
const remembering: Kernel<number[], Region<"uint8">> = {
  ...increment,
  reset: undefined,
  prepare: (_, host) => host.allocatePersistent("uint8", 20),
  invoke(node, last) {
    last.data[0] = node.input(0).bytes[0]!;
    return increment.invoke(node, undefined);
  },
};

const options: InterpreterOptions = { packs: [packOf(remembering)] };

const shared = async (lengths: readonly number[][], more: Partial<InterpreterOptions> = {}) =>
  Interpreter.createShared(
    lengths.map((own) => chain(...own)),
    { ...options, ...more },
  );

const run = (interpreter: Interpreter, value: number): number => {
  interpreter.inputs[0]!.bytes.fill(value);
  interpreter.invoke();
  return interpreter.outputs[0]!.bytes[0]!;
};

const code = (expected: string) => expect.objectContaining({ code: expected });

describe("several models in one arena", () => {
  const lengths = [
    [100, 200, 50],
    [16, 16],
    [40, 400, 40],
  ];

  test("stack their persistent parts and share the largest planned one", async () => {
    const { arena, interpreters } = await shared(lengths);
    expect(interpreters.map(({ arena }) => arena.persistentBytes)).toEqual([48, 32, 48]);
    expect(interpreters.map(({ arena }) => arena.nonPersistentBytes)).toEqual([320, 32, 448]);
    expect(arena).toMatchObject({ usedBytes: 128 + 448, persistentBytes: 128, nonPersistentBytes: 448 });
  });

  test("need just so many bytes together", async () => {
    expect((await shared(lengths, { arenaBytes: 576 })).arena).toMatchObject({ sizeBytes: 576, usedBytes: 576 });
    await expect(shared(lengths, { arenaBytes: 575 })).rejects.toMatchObject({
      code: "ARENA_TOO_SMALL",
      message: "the models together need an arena of 576 bytes, 575 were given; pass arenaBytes: 576 or more",
    });
  });

  test("take what each takes while it prepares from the planned part, where the persistent one is apart", async () => {
    const preparing: Kernel<number[]> = {
      ...increment,
      prepare(node, host) {
        if (node.index === 0) host.allocateTemporary(1000);
        else host.allocatePersistent("uint8", 500);
      },
    };
    const more = { packs: [packOf(preparing)], persistentBytes: 2000 };
    await expect(
      shared(
        [
          [16, 16, 16],
          [16, 16],
        ],
        { ...more, arenaBytes: 900 },
      ),
    ).rejects.toMatchObject({
      code: "ARENA_TOO_SMALL",
      message: "the models together need an arena of 1008 bytes, 900 were given; pass arenaBytes: 1008 or more",
    });
    await shared(
      [
        [16, 16, 16],
        [16, 16],
      ],
      { ...more, arenaBytes: 1008 },
    );
  });

  test("give what each gives alone, in whatever order they run", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(2), fc.nat(200)), { maxLength: 12 }), async (turns) => {
        const { interpreters } = await shared(lengths);
        for (const [model, value] of turns) {
          const nodes = lengths[model]!.length - 1;
          expect(run(interpreters[model]!, value)).toBe(value + nodes);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("use the same bytes", async () => {
    const { interpreters } = await shared(lengths);
    const [first, second] = interpreters.map(({ inputs }) => inputs[0]!.bytes.byteOffset);
    const spans = interpreters.map(({ inputs }) => inputs[0]!.bytes.buffer);
    expect(spans[0]).toBe(spans[1]);
    expect(Math.abs(first! - second!)).toBeLessThan(448);
  });

  test("are disposed of one by one", async () => {
    const { interpreters } = await shared(lengths);
    interpreters[0]!.dispose();
    expect(run(interpreters[2]!, 5)).toBe(7);
    interpreters[2]!.dispose();
    expect(run(interpreters[1]!, 5)).toBe(6);
    expect(() => interpreters[0]!.invoke()).toThrow(code("DISPOSED"));
  });
});

describe("a model never sees another one's bytes", () => {
  test("as an input that was set before the other's", async () => {
    const { interpreters } = await shared([
      [8, 8],
      [8, 8],
    ]);
    const [first, second] = interpreters as [Interpreter, Interpreter];
    first.inputs[0]!.bytes.fill(1);
    second.inputs[0]!.bytes.fill(2);
    expect(() => first.invoke()).toThrow(code("ARENA_TAKEN"));
    second.invoke();
    expect(run(first, 3)).toBe(4);
  });

  test("as an output that is read after the other's inputs are set", async () => {
    const { interpreters } = await shared([
      [8, 8],
      [8, 8],
    ]);
    const [first, second] = interpreters as [Interpreter, Interpreter];
    run(first, 1);
    expect(first.outputs[0]!.bytes[0]).toBe(2);
    second.inputs[0]!.bytes.fill(9);
    expect(() => first.outputs[0]!.bytes).toThrow(code("ARENA_TAKEN"));
    expect(() => first.tensor(1).data).toThrow(code("ARENA_TAKEN"));
  });

  test("before its inputs were ever set", async () => {
    const { interpreters } = await shared([
      [8, 8],
      [8, 8],
    ]);
    expect(() => interpreters[0]!.invoke()).toThrow(code("ARENA_TAKEN"));
  });

  test("in the middle of the other's invoke", async () => {
    const caught: unknown[] = [];
    const profiler = {
      begin: () => {
        for (const use of [() => interpreters[1]!.inputs[0]!.bytes, () => interpreters[1]!.invoke()])
          try {
            use();
          } catch (error) {
            caught.push(error);
          }
      },
      end: () => {},
    };
    const { interpreters } = await shared(
      [
        [8, 8],
        [8, 8],
      ],
      { profiler },
    );
    expect(run(interpreters[0]!, 3)).toBe(4);
    expect(caught).toEqual([code("INTERPRETER_BUSY"), code("INTERPRETER_BUSY")]);
  });
});

test("there has to be a model", async () => {
  await expect(Interpreter.createShared([], options)).rejects.toMatchObject({ code: "OPTION_INVALID" });
});

describe("two memories", () => {
  const create = (more: Partial<InterpreterOptions>) =>
    Interpreter.create(chain(100, 200, 50), { ...options, ...more });

  test("the persistent part and tensors have limits of their own", async () => {
    const sizes = { persistentBytes: 48, arenaBytes: 320 };
    expect((await create(sizes)).arena).toMatchObject({ usedBytes: 368, persistentBytes: 48, sizeBytes: 320 });
    await expect(create({ ...sizes, persistentBytes: 47 })).rejects.toMatchObject({
      code: "ARENA_TOO_SMALL",
      message: "the model needs persistent memory of 48 bytes, 47 were given; pass persistentBytes: 48 or more",
    });
    await expect(create({ ...sizes, arenaBytes: 319 })).rejects.toMatchObject({
      code: "ARENA_TOO_SMALL",
      message: expect.stringMatching(/320 bytes, 319 were given/),
    });
  });

  test("tensors over a size lie in slow memory", async () => {
    const interpreter = await create({ slowMemory: { above: 100, sizeBytes: 208 } });
    expect(interpreter.plan.buffers.map(({ name }) => name)).toEqual(["t0", "t2"]);
    expect(interpreter.slowPlan.buffers.map(({ name }) => name)).toEqual(["t1"]);
    expect(interpreter.arena).toMatchObject({ nonPersistentBytes: 112, slowBytes: 208, usedBytes: 160 });
    expect(run(interpreter, 5)).toBe(7);
    await expect(create({ slowMemory: { above: 100, sizeBytes: 207 } })).rejects.toMatchObject({
      code: "ARENA_TOO_SMALL",
      message: expect.stringMatching(/slow memory of 208 bytes, 207 were given; pass slowMemory.sizeBytes: 208/),
    });
  });

  test.each<[Partial<InterpreterOptions>, RegExp]>([
    [{ slowMemory: {} as never }, /slowMemory has no size above which/],
    [{ slowMemory: { above: -1 } }, /slowMemory.above is -1/],
    [{ slowMemory: { above: 1, sizeBytes: 0.5 } }, /slowMemory.sizeBytes is 0.5/],
    [{ persistentBytes: "1" as never }, /persistentBytes is 1/],
  ])("%j is refused", async (bad, message) => {
    await expect(create({ ...bad, packs: [toyPack] })).rejects.toMatchObject({
      code: "OPTION_INVALID",
      message: expect.stringMatching(message),
    });
  });
});
