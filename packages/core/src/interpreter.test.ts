import { writeCompression, writeModel } from "@thimble/schema/writer";
import { afterEach, describe, expect, test, vi } from "vitest";
import { bytes, chain, increment, packOf, type ToyNode, toyModel, toyOperator, toyPack } from "../test/toy.ts";
import { Interpreter, type InterpreterOptions, type Kernel, kernelStatus, type Region, tallyBy } from "./index.ts";

const create = (model: Uint8Array, options: Partial<InterpreterOptions> = {}): Promise<Interpreter> =>
  Interpreter.create(model, { packs: [toyPack], ...options });

const errorOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => undefined,
    (error) => error,
  );

afterEach(() => vi.unstubAllGlobals());

describe.each([
  ["with WebAssembly", () => {}],
  ["without WebAssembly", () => vi.stubGlobal("WebAssembly", undefined)],
])("%s, an interpreter", (_, setUp) => {
  test("runs a graph", async () => {
    setUp();
    const interpreter = await create(chain(3, 3, 3));
    interpreter.inputs[0]!.set(new Uint8Array([1, 2, 255]));
    expect(interpreter.invoke()).toBe("ok");
    expect([...interpreter.outputs[0]!.bytes]).toEqual([3, 4, 1]);
  });

  test("keeps its tensors when persistent memory grows past a page while preparing", async () => {
    setUp();
    const regions: Region<"int32">[] = [];
    const hungry: Kernel<number[], Region<"int32">> = {
      ...increment,
      reset: undefined,
      prepare(_, host) {
        const region = host.allocatePersistent("int32", 20_000);
        region.data.fill(regions.length + 1);
        regions.push(region);
        return region;
      },
      invoke(node, region) {
        node.output(0).bytes[0] = node.input(0).bytes[0]! + region.data[19_999]!;
        return undefined;
      },
    };
    const interpreter = await create(chain(1, 1, 1, 1), { packs: [packOf(hungry)] });
    interpreter.inputs[0]!.bytes[0] = 10;
    interpreter.invoke();
    expect(interpreter.outputs[0]!.bytes[0]).toBe(16);
    expect(interpreter.arena.persistentBytes).toBe(240_000);
  });
});

describe("the arena", () => {
  test("is just as large as it has to be", async () => {
    const { arena } = await create(chain(100, 200, 50));
    expect(arena).toEqual({
      sizeBytes: 320,
      usedBytes: 320,
      persistentBytes: 0,
      nonPersistentBytes: 320,
      scratchBytes: 0,
      slowBytes: 0,
      temporaryBytes: 0,
    });
  });

  test("says what its bytes are for, by kind, node and pack", async () => {
    const keeping: Kernel<number[], undefined> = {
      ...increment,
      prepare(_, host) {
        host.allocatePersistent("uint8", 3);
        host.allocatePersistent("int32", 2);
        host.requestScratch("int8", 17);
        return undefined;
      },
    };
    const { allocations, arena } = await create(chain(5, 6), { packs: [packOf(keeping)] });
    const name = "subgraphs[0].operators[0] (Increment)";
    expect(allocations).toEqual([
      { kind: "kernel", name, pack: "toy", requestedBytes: 3, usedBytes: 3 },
      { kind: "kernel", name, pack: "toy", requestedBytes: 8, usedBytes: 9 },
      { kind: "tensor", name: "t0", requestedBytes: 5, usedBytes: 16 },
      { kind: "tensor", name: "t1", requestedBytes: 6, usedBytes: 16 },
      { kind: "scratch", name, pack: "toy", requestedBytes: 17, usedBytes: 32 },
    ]);
    expect(tallyBy(allocations, ({ kind }) => kind).get("kernel")).toEqual({
      requestedBytes: 11,
      usedBytes: 12,
      count: 2,
    });
    expect([...tallyBy(allocations, ({ pack }) => pack)]).toEqual([
      ["toy", { requestedBytes: 28, usedBytes: 44, count: 3 }],
    ]);
    expect(arena).toMatchObject({ usedBytes: 16 + 64, scratchBytes: 17 });
  });

  test("needs what nodes take while they prepare, where that is more than the tensors", async () => {
    const needy: Kernel<number[], undefined> = {
      ...increment,
      prepare(_, host) {
        host.allocatePersistent("uint8", 4);
        host.allocateTemporary(100);
        host.allocateTemporary(1);
        return undefined;
      },
    };
    const packs = [packOf(needy)];
    const { arena, allocations } = await create(chain(1, 1), { packs });
    expect(arena).toMatchObject({ usedBytes: 16 + 112 + 16, persistentBytes: 16, temporaryBytes: 128 });
    expect(allocations).toContainEqual(expect.objectContaining({ kind: "temporary", usedBytes: 128 }));
    expect((await create(chain(1, 1), { packs, arenaBytes: 144 })).arena.usedBytes).toBe(144);
    expect((await create(chain(1, 1, 1), { packs })).arena.temporaryBytes).toBe(128);
    expect(await errorOf(create(chain(1, 1), { packs, arenaBytes: 143 }))).toMatchObject({
      code: "ARENA_TOO_SMALL",
      message: expect.stringMatching(/144 bytes, 143 were given/),
    });
  });

  test("may be given: exactly what is needed is enough, a byte less is refused with both numbers", async () => {
    const { arena } = await create(chain(100, 200, 50), { arenaBytes: 320 });
    expect(arena.usedBytes).toBe(320);
    expect(await errorOf(create(chain(100, 200, 50), { arenaBytes: 319 }))).toMatchObject({
      code: "ARENA_TOO_SMALL",
      message: expect.stringMatching(/320 bytes, 319 were given/),
    });
  });

  test.each([2 ** 32, 2 ** 40, Number.MAX_SAFE_INTEGER])(
    "may be given far larger than needed: %d",
    async (arenaBytes) => {
      const { arena } = await create(chain(100, 200, 50), { arenaBytes });
      expect(arena).toMatchObject({ sizeBytes: arenaBytes, usedBytes: 320 });
    },
  );

  test("that the engine cannot give is refused", async () => {
    const model = writeModel(
      toyModel([
        {
          tensors: [0, 1, 2].map((i) => bytes(`t${i}`, 2 ** 31 - 16)),
          nodes: [0, 1].map((i) => ({ op: "Increment", inputs: [i], outputs: [i + 1] })),
          inputs: [0],
          outputs: [2],
        },
      ]),
    );
    const options = { arenaBytes: 2 ** 40, preserveAllTensors: true };
    expect(await errorOf(create(model, options))).toMatchObject({ code: "ARENA_TOO_LARGE" });
  });

  test("has places for scratch, which other tensors may use at other times", async () => {
    const scratchy: Kernel<number[], Region<"int16">> = {
      ...increment,
      reset: undefined,
      prepare: (_, host) => host.requestScratch("int16", 40),
      invoke(node, scratch) {
        scratch.data.fill(7);
        node.output(0).bytes[0] = node.input(0).bytes[0]! + scratch.data[39]!;
        return undefined;
      },
    };
    const interpreter = await create(chain(1, 1, 1), { packs: [packOf(scratchy)] });
    interpreter.inputs[0]!.bytes[0] = 1;
    interpreter.invoke();
    expect(interpreter.outputs[0]!.bytes[0]).toBe(15);
    expect(interpreter.arena).toMatchObject({ scratchBytes: 160, nonPersistentBytes: 80 + 32 });
  });

  test("is refused unasked when the model claims an absurd one", async () => {
    const model = writeModel(
      toyModel([
        {
          tensors: [bytes("x", 2 ** 30), bytes("y", 2 ** 30)],
          nodes: [{ op: "Increment", inputs: [0], outputs: [1] }],
          inputs: [0],
          outputs: [1],
        },
      ]),
    );
    expect(await errorOf(create(model))).toMatchObject({
      code: "ARENA_TOO_LARGE",
      message: expect.stringMatching(/2147483648/),
    });
  });
});

describe("a model", () => {
  test("is read from any view of a buffer, at any offset", async () => {
    const model = chain(1, 1);
    const padded = new Uint8Array(model.length + 3);
    padded.set(model, 3);
    const shared = new Uint8Array(new SharedArrayBuffer(model.length));
    shared.set(model);
    const sources = [
      model.slice().buffer,
      padded.subarray(3),
      new DataView(padded.buffer, 3),
      Buffer.from(model),
      shared,
    ];
    for (const source of sources) expect((await create(source as Uint8Array)).invoke()).toBe("ok");
  });
});

describe("preserveAllTensors", () => {
  test("keeps what every node gave", async () => {
    const interpreter = await create(chain(1, 1, 1, 1), { preserveAllTensors: true });
    interpreter.inputs[0]!.bytes[0] = 5;
    interpreter.invoke();
    expect([0, 1, 2, 3].map((i) => interpreter.tensor(i).bytes[0])).toEqual([5, 6, 7, 8]);
    expect(interpreter.plan.planner).toBe("linear");
  });
});

describe("state", () => {
  const counter: Kernel<number[], undefined> = {
    name: "counter",
    operator: toyOperator("Counter", ["input", "state"]),
    types: "uint8, int8 -> uint8",
    invoke(node) {
      node.output(0).bytes[0] = ++node.input(1).data[0]! as number;
      return undefined;
    },
  };
  const model = writeModel(
    toyModel([
      {
        tensors: [
          bytes("x", 1),
          { name: "count", type: "int8", shape: [1], isVariable: true, quantization: { scale: [1], zeroPoint: [-3] } },
          bytes("y", 1),
        ],
        nodes: [{ op: "Counter", inputs: [0, 1], outputs: [2] }],
        inputs: [0],
        outputs: [2],
      },
    ]),
  );

  test("of variable tensors begins at the zero point, lasts between invokes and is reset", async () => {
    const interpreter = await create(model, { packs: [packOf(counter)] });
    const invoke = () => {
      interpreter.invoke();
      return new Int8Array(interpreter.outputs[0]!.bytes.slice().buffer)[0];
    };
    expect([invoke(), invoke(), invoke()]).toEqual([-2, -1, 0]);
    interpreter.reset();
    expect(invoke()).toBe(-2);
  });

  test("of a kernel's own is reset by the kernel", async () => {
    const stateful: Kernel<number[], { count: number }> = {
      ...increment,
      prepare: () => ({ count: 0 }),
      invoke(node, data) {
        node.output(0).bytes[0] = ++data.count;
        return undefined;
      },
      reset: (_, data) => {
        data.count = 0;
      },
    };
    const interpreter = await create(chain(1, 1), { packs: [packOf(stateful)] });
    interpreter.invoke();
    interpreter.invoke();
    expect(interpreter.outputs[0]!.bytes[0]).toBe(2);
    interpreter.reset();
    interpreter.invoke();
    expect(interpreter.outputs[0]!.bytes[0]).toBe(1);
  });
});

describe("invoke", () => {
  test("stops at a kernel that has no output yet", async () => {
    const waiting: Kernel<number[], undefined> = { ...increment, invoke: () => kernelStatus.aborted };
    const interpreter = await create(chain(1, 1), { packs: [packOf(waiting)] });
    expect(interpreter.invoke()).toBe("aborted");
  });

  test("names node, kernel and pack when a kernel breaks its promise not to fail", async () => {
    const broken: Kernel<number[], undefined> = {
      ...increment,
      invoke() {
        throw new RangeError("out of bounds");
      },
    };
    const interpreter = await create(chain(1, 1), { packs: [packOf(broken)] });
    expect(() => interpreter.invoke()).toThrow(
      expect.objectContaining({
        code: "KERNEL_FAILED",
        message: expect.stringMatching(
          /subgraphs\[0\].operators\[0\] \(Increment\): kernel increment of toy@1.0.0 failed: out of bounds/,
        ),
      }),
    );
    interpreter.dispose();
  });

  test("tells a profiler of every node, begin and end", async () => {
    const events: string[] = [];
    const profiler = {
      begin: ({ node }: { node: { index: number } }) => events.push(`begin ${node.index}`),
      end: ({ kernel }: { kernel: { name: string } }) => events.push(`end ${kernel.name}`),
    };
    const interpreter = await create(chain(1, 1, 1), { profiler });
    interpreter.invoke();
    expect(events).toEqual(["begin 0", "end increment", "begin 1", "end increment"]);
  });
});

describe("while it runs, an interpreter", () => {
  const during = (act: (interpreter: Interpreter) => void) => {
    let interpreter: Interpreter | undefined;
    const profiler = { begin: () => act(interpreter!), end: () => {} };
    return create(chain(1, 1), { profiler }).then((created) => {
      interpreter = created;
      return created;
    });
  };

  test.each<[string, (interpreter: Interpreter) => void]>([
    ["invoked", (interpreter) => interpreter.invoke()],
    ["reset", (interpreter) => interpreter.reset()],
    ["disposed", (interpreter) => interpreter.dispose()],
  ])("cannot be %s", async (_, act) => {
    const interpreter = await during(act);
    expect(() => interpreter.invoke()).toThrow(expect.objectContaining({ code: "INTERPRETER_BUSY" }));
  });

  test("lets a profiler's own error through, and can be used again", async () => {
    let fail = true;
    const interpreter = await during(() => {
      if (fail) throw new Error("mine");
    });
    expect(() => interpreter.invoke()).toThrow("mine");
    fail = false;
    expect(interpreter.invoke()).toBe("ok");
  });
});

describe("of several packs", () => {
  const named = (id: string, kernel: Kernel<number[], undefined>) => ({ ...packOf(kernel), id });
  const packIds = async (...packs: ReturnType<typeof named>[]) =>
    (await create(chain(1, 1), { packs })).steps.map(({ pack }) => pack.id);

  test("the first whose kernel supports the node gives it", async () => {
    expect(await packIds(named("first", increment), named("second", increment))).toEqual(["first"]);
    const declining = { ...increment, supports: () => "only on Sundays" };
    expect(await packIds(named("first", declining), named("second", increment))).toEqual(["second"]);
    const otherTypes = { ...increment, types: "int8 -> int8" };
    expect(await packIds(named("first", otherTypes), named("second", increment))).toEqual(["second"]);
  });

  test("each that declined is quoted when none takes the node", async () => {
    const declining = { ...increment, supports: () => "only on Sundays" };
    expect(await errorOf(packIds(named("first", declining)))).toMatchObject({
      code: "OPERATOR_UNSUPPORTED",
      message: expect.stringMatching(/increment of first: only on Sundays/),
    });
  });
});

describe('strict: "tflm"', () => {
  const strict = "tflm";

  test("leaves out kernels beyond TFLM, and says so when no other takes the node", async () => {
    const beyond = { ...increment, name: "beyond", beyondTflm: true };
    const interpreter = await create(chain(1, 1), { packs: [packOf(beyond, increment)], strict });
    expect(interpreter.steps[0]!.kernel.name).toBe("increment");
    expect(await errorOf(create(chain(1, 1), { packs: [packOf(beyond)], strict }))).toMatchObject({
      code: "TFLM_REFUSED",
      message: expect.stringMatching(/TFLM refuses the node: it has no kernel for uint8 -> uint8/),
    });
  });

  test("keeps to TFLM's limits", async () => {
    const operator = { ...increment.operator, tflmLimits: { rank: 0 } };
    const packs = [packOf({ ...increment, operator })];
    await expect(create(chain(1, 1), { packs })).resolves.toBeDefined();
    expect(await errorOf(create(chain(1, 1), { packs, strict }))).toMatchObject({
      code: "TFLM_REFUSED",
      message: expect.stringMatching(/it has tensors of 1 dimensions, TFLM takes 0/),
    });
  });
});

describe("subgraphs", () => {
  test("that a node invokes have their tensors alive beside the node's", async () => {
    const call: Kernel<number[], undefined> = { ...increment, name: "call", operator: toyOperator("Call") };
    const body = {
      tensors: [bytes("a", 64), bytes("b", 64)],
      nodes: [{ op: "Increment", inputs: [0], outputs: [1] }],
      inputs: [0],
      outputs: [1],
    };
    const main = (customOptions: Uint8Array) => ({
      tensors: [bytes("x", 16), bytes("y", 16)],
      nodes: [{ op: "Call", inputs: [0], outputs: [1], customOptions }],
      inputs: [0],
      outputs: [1],
    });
    const packs = [packOf(increment, call)];
    const calling = await create(writeModel(toyModel([main(new Uint8Array([1])), body])), { packs });
    expect(calling.arena.nonPersistentBytes).toBe(64 + 64 + 16 + 16);
    const { buffers } = calling.plan;
    expect(buffers.map(({ name, firstUse, lastUse }) => `${name} ${firstUse}..${lastUse}`)).toEqual([
      "x 0..3",
      "y 1..3",
      "a 2..3",
      "b 3..3",
    ]);
  });
});

describe("constants", () => {
  test("that are compressed are decompressed", async () => {
    const compression = writeCompression({
      subgraphs: [{ lutTensors: [{ tensor: 0, valueBuffer: 2, indexBitwidth: 2 }] }],
    });
    const model = writeModel({
      ...toyModel(
        [
          {
            tensors: [bytes("c", 4, { buffer: 1 }), bytes("y", 4)],
            nodes: [{ op: "Increment", inputs: [0], outputs: [1] }],
            inputs: [],
            outputs: [1],
          },
        ],
        [{}, { data: Uint8Array.of(0b00_01_10_11) }, { data: Uint8Array.of(10, 20, 30, 40) }, { data: compression }],
      ),
      metadata: [{ name: "COMPRESSION_METADATA", buffer: 3 }],
    });
    const interpreter = await create(model);
    interpreter.invoke();
    expect([...interpreter.outputs[0]!.bytes]).toEqual([11, 21, 31, 41]);
  });

  test("that are not aligned for their type are copied to where they are", async () => {
    const sum: Kernel<number[], undefined> = {
      ...increment,
      types: "int32 -> int32",
      invoke(node) {
        node.output(0).data[0] = (node.input(0).data as Int32Array)[0]! + 1;
        return undefined;
      },
    };
    const description = toyModel(
      [
        {
          tensors: [
            { name: "c", type: "int32", shape: [1], buffer: 1 },
            { name: "y", type: "int32", shape: [1] },
          ],
          nodes: [{ op: "Increment", inputs: [0], outputs: [1] }],
          inputs: [],
          outputs: [1],
        },
      ],
      [{}, { data: new Uint8Array([41, 0, 0, 0]) }],
    );
    const outside = writeModel(description, { buffers: "outside" });
    for (const shift of [0, 1, 2, 3]) {
      const shifted = new Uint8Array(outside.length + shift);
      shifted.set(outside);
      const at = outside.lastIndexOf(41);
      shifted.fill(0, at, at + 4);
      shifted[at + shift] = 41;
      patchOffset(shifted, at, at + shift);
      const interpreter = await create(shifted, { packs: [packOf(sum)] });
      interpreter.invoke();
      expect(interpreter.outputs[0]!.data[0], `shifted by ${shift}`).toBe(42);
      expect(interpreter.arena.persistentBytes > 0).toBe(shift > 0);
    }
  });

  test("cannot be written to by a node", async () => {
    const model = writeModel(
      toyModel(
        [
          {
            tensors: [bytes("x", 1), bytes("c", 1, { buffer: 1 })],
            nodes: [{ op: "Increment", inputs: [0], outputs: [1] }],
            inputs: [0],
            outputs: [1],
          },
        ],
        [{}, { data: new Uint8Array(1) }],
      ),
    );
    expect(await errorOf(create(model))).toMatchObject({
      code: "NODE_INVALID",
      message: expect.stringMatching(/writes to the constant "c"/),
    });
  });
});

/** Replaces the one 64-bit little-endian number in the file that says where a buffer's data is. */
function patchOffset(file: Uint8Array, from: number, to: number): void {
  const view = new DataView(file.buffer);
  for (let at = 0; at + 8 <= from; at++)
    if (view.getBigUint64(at, true) === BigInt(from)) view.setBigUint64(at, BigInt(to), true);
}

describe("what a model gets wrong is named", () => {
  const nodeOf = (node: ToyNode, version = 1) => {
    const model = toyModel([{ tensors: [bytes("x", 1), bytes("y", 1)], nodes: [node], inputs: [0], outputs: [1] }]);
    return writeModel({ ...model, operatorCodes: model.operatorCodes!.map((code) => ({ ...code, version })) });
  };
  const weighted = {
    ...increment,
    name: "weighted",
    types: "uint8, uint8 -> uint8",
    operator: toyOperator("Weigh", ["x", "w"]),
  };
  const packs = [packOf({ ...increment, types: "uint8 -> uint8" }, weighted)];
  const typed = (type: "string") =>
    writeModel(
      toyModel([
        {
          tensors: [{ name: "x", type, shape: [1] }, bytes("y", 1)],
          nodes: [{ op: "Increment", inputs: [0], outputs: [1] }],
          inputs: [0],
          outputs: [1],
        },
      ]),
    );
  const hybrid = writeModel(
    toyModel(
      [
        {
          tensors: [
            { name: "x", type: "float32", shape: [1] },
            { name: "w", type: "int8", shape: [1], buffer: 1 },
            { name: "y", type: "float32", shape: [1] },
          ],
          nodes: [{ op: "Weigh", inputs: [0, 1], outputs: [2] }],
          inputs: [0],
          outputs: [2],
        },
      ],
      [{}, { data: new Uint8Array(1) }],
    ),
  );

  test.each([
    [
      "an operator that no pack has",
      nodeOf({ op: "Frobnicate", inputs: [0], outputs: [1] }),
      "OPERATOR_UNSUPPORTED",
      /operators\[0\] \(Frobnicate\): no pack .*toy@1.0.0/,
    ],
    [
      "a missing input",
      nodeOf({ op: "Increment", inputs: [-1], outputs: [1] }),
      "NODE_INVALID",
      /operators\[0\] \(Increment\): inputs\[0\] \(input\) is missing/,
    ],
    [
      "too many inputs",
      nodeOf({ op: "Increment", inputs: [0, 0], outputs: [1] }),
      "NODE_INVALID",
      /has 2 inputs, it takes at most 1 \(input\)/,
    ],
    ["no bytes at all", new Uint8Array(0), "MODEL_TRUNCATED", /empty/],
    [
      "a version from the future",
      nodeOf({ op: "Increment", inputs: [0], outputs: [1] }, 2),
      "OPERATOR_VERSION",
      /version 2 is newer than 1/,
    ],
    [
      "types that no kernel takes",
      typed("string"),
      "TYPES_UNSUPPORTED",
      /takes the types string -> uint8; there are kernels for uint8 -> uint8 \(toy\)/,
    ],
    ["float activations with int8 weights", hybrid, "HYBRID_UNSUPPORTED", /hybrid model.*full integer quantization/],
  ])("%s", async (_, model, code, message) => {
    expect(await errorOf(create(model, { packs }))).toMatchObject({
      name: "ThimbleError",
      code,
      message: expect.stringMatching(message),
    });
  });
});

describe("what a caller gets wrong is named", () => {
  test.each<[string, Partial<InterpreterOptions>, RegExp]>([
    ["no packs", { packs: [] }, /kernels-reference/],
    ["one pack without a list", { packs: {} as never }, /packs is Object, it must be a list: packs: \[pack\]/],
    ["a pack that is none", { packs: [{} as never] }, /packs\[0\] is Object, no pack/],
    [
      "a pack that is not awaited",
      { packs: [Promise.resolve() as never] },
      /packs\[0\] is Promise, no pack; .* what loadPack resolves to/,
    ],
    ["an arena of a fraction of a byte", { arenaBytes: 1.5 }, /arenaBytes is 1.5/],
    ["a negative arena", { arenaBytes: -1 }, /arenaBytes is -1/],
    [
      "an option that there is not",
      { arenaSize: 5 } as never,
      /no option "arenaSize"; the options are packs, arenaBytes/,
    ],
    ["a profiler that is none", { profiler: {} as never }, /functions begin and end/],
    ["another strictness", { strict: "tflite" as never }, /strict is "tflite"/],
  ])("%s", async (_, options, message) => {
    expect(await errorOf(create(chain(1, 1), options))).toMatchObject({
      code: "OPTION_INVALID",
      message: expect.stringMatching(message),
    });
  });

  test.each([[2], [0, 1], [-1], [0.5], ["map" as never], [0, "length" as never]])(
    "a tensor that the model does not have: %s %s",
    async (...at) => {
      const interpreter = await create(chain(1, 1));
      expect(() => interpreter.tensor(...(at as [number]))).toThrow(
        expect.objectContaining({ code: "TENSOR_UNKNOWN" }),
      );
    },
  );

  test.each([
    [null, "null"],
    [undefined, "undefined"],
    ["model.tflite", "String"],
    [12, "Number"],
    [Promise.resolve(), "Promise"],
    [[1, 2], "Array"],
  ])("a model that is no bytes: %j", async (source, kind) => {
    expect(await errorOf(create(source as never))).toMatchObject({
      code: "MODEL_NOT_TFLITE",
      message: `a model is given as ${kind}; read it, and pass its bytes as a Uint8Array or an ArrayBuffer`,
    });
  });

  test("real numbers where bytes belong", async () => {
    const interpreter = await create(chain(3, 3));
    expect(() => interpreter.inputs[0]!.set(new Float64Array(3))).toThrow(/24 were given; quantize takes real numbers/);
  });

  test.each([null, "x", 1, [1, 2, 3]])("bytes that are none: %j", async (raw) => {
    const interpreter = await create(chain(3, 3));
    expect(() => interpreter.inputs[0]!.set(raw as never)).toThrow(expect.objectContaining({ code: "INPUT_TYPE" }));
  });

  test("a planner, even where it does not matter", async () => {
    const options = { planner: "best" as never, preserveAllTensors: true };
    expect(await errorOf(create(chain(1, 1), options))).toMatchObject({ code: "PLANNER_UNKNOWN" });
  });

  test.each([{ kernels: [null] }, { id: "x", kernels: [{}] }, { kernels: [] }])("a pack: %j", async (pack) => {
    expect(await errorOf(create(chain(1, 1), { packs: [pack as never] }))).toMatchObject({ code: "PACK_INVALID" });
  });

  test("an input of the wrong size", async () => {
    const interpreter = await create(chain(3, 3));
    expect(() => interpreter.inputs[0]!.set(new Uint8Array(2))).toThrow(
      expect.objectContaining({ code: "INPUT_SIZE", message: expect.stringMatching(/takes 3 bytes, 2 were given/) }),
    );
  });

  test("anything after dispose", async () => {
    const interpreter = await create(chain(1, 1));
    const input = interpreter.inputs[0]!;
    interpreter.dispose();
    interpreter.dispose();
    for (const use of [
      () => interpreter.invoke(),
      () => interpreter.arena,
      () => interpreter.reset(),
      () => input.bytes,
      () => input.dequantize(),
    ])
      expect(use).toThrow(expect.objectContaining({ code: "DISPOSED" }));
  });
});
