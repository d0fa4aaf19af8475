import { Interpreter } from "@thimble/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildProgram, type NodeCount, obstacleTo, onDevice, openDevice, targets } from "../src/index.ts";
import { buildPackage, chain, open, run } from "./sample.ts";

const folder = await buildPackage();

const bits = (values: Float32Array): number => new Uint32Array(values.buffer)[0]!;

describe.each(targets)("on $name", (target) => {
  const { name } = target;
  const obstacle = obstacleTo(target);
  const here = it.skipIf(obstacle !== undefined);
  const title = (text: string): string => (obstacle === undefined ? text : `${text} (skipped: ${obstacle})`);

  here(title("a chain of kernels computes what it computes as WebAssembly, at every size"), async () => {
    const { pack, twin, device } = await openDevice(folder, name);
    await fc.assert(
      fc.asyncProperty(fc.float32Array({ minLength: 1, maxLength: 70 }), async (values) => {
        const model = chain(["NEG", "NEG", "NEG"], values.length);
        const [there, here] = [
          await Interpreter.create(model, { packs: [pack] }),
          await Interpreter.create(model, { packs: [twin] }),
        ];
        expect(new Uint8Array(run(there, values).buffer)).toEqual(new Uint8Array(run(here, values).buffer));
        for (const interpreter of [there, here]) interpreter.dispose();
      }),
      { numRuns: 20, examples: [1, 7, 8, 9].map((length) => [new Float32Array(length).fill(1.5)]) },
    );
    device.dispose();
  });

  here(title("a kernel keeps its state from one invoke to the next, until it is reset"), async () => {
    const interpreter = await open(folder, name, ["ROUND"], 1);
    const once = (): number => bits(run(interpreter, new Float32Array(1)));
    expect([once(), once(), once()]).toEqual([1, 2, 3]);
    interpreter.reset();
    expect(once()).toBe(1);
  });

  here(title("what prepares nodes on the host has no place on the core"), async () => {
    const { symbols } = await buildProgram(target, folder);
    expect([...symbols.keys()]).toEqual(expect.arrayContaining(["neg_f32_invoke", "round_reset"]));
    expect(symbols.has("neg_prepare")).toBe(false);
  });

  here(title("a trap names its function, and the next invoke finds a new core"), async () => {
    const { pack, device } = await openDevice(folder, name);
    const trapping = await Interpreter.create(chain(["SIN"], 1), { packs: [pack] });
    const negating = await Interpreter.create(chain(["NEG"], 1), { packs: [pack] });
    expect(() => trapping.invoke()).toThrow(expect.objectContaining({ code: "DEVICE_FAILED" }));
    expect(() => trapping.invoke()).toThrow(/trapped at 0x[0-9a-f]+ \(sin_f32_invoke\+0x/);
    expect(run(negating, new Float32Array([3]))[0]).toBe(-3);
    device.dispose();
  });

  here(title("instructions are counted exactly: the same ones are as many"), async () => {
    const counts: NodeCount[] = [];
    const onCount = (count: NodeCount): void => void counts.push(count);
    for (const length of [8, 8, 9]) {
      const interpreter = await open(folder, name, ["NEG", "NEG"], length, { onCount });
      run(interpreter, new Float32Array(length).fill(2));
    }
    const [first, second, again, , more] = counts.map(({ instructions }) => instructions);
    expect(counts).toHaveLength(6);
    expect(counts[0]).toMatchObject({ kernel: "neg_f32", node: { index: 0, operatorName: "NEG" } });
    expect([second, again]).toEqual([first, first]);
    expect(more! - first!).toBeGreaterThan(3);
    expect(more! - first!).toBeLessThan(60);
  });
});

const m4 = targets.find(({ name }) => name === "cortex-m4")!;
const obstacle = obstacleTo(m4);

describe.skipIf(obstacle !== undefined)(`a core${obstacle === undefined ? "" : ` (skipped: ${obstacle})`}`, () => {
  it("that hangs is ended", async () => {
    const interpreter = await open(folder, m4.name, ["COS"], 1, { seconds: 1 });
    expect(() => interpreter.invoke()).toThrow(/gave no answer within 1 second/);
  });

  it("whose kernel returns what is no status fails the node", async () => {
    const interpreter = await open(folder, m4.name, ["LOG"], 1);
    expect(() => interpreter.invoke()).toThrow(/log_f32.*invoke returned status 77/);
  });

  it("has no extensions, and what its kernels write beside a tensor is seen", async () => {
    const interpreter = await open(folder, m4.name, ["ABS"], 1);
    run(interpreter, new Float32Array(1));
    const [{ bytes }] = interpreter.outputs as [Interpreter["outputs"][number]];
    const memory = new DataView(bytes.buffer, bytes.byteOffset);
    expect(memory.getUint32(0, true)).toBe(0);
    expect(memory.getUint32(12, true)).toBe(0x12345678);
  });

  it("refuses a twin of other kernels", async () => {
    const { device, twin } = await openDevice(folder, m4.name);
    const stranger = { ...twin, kernels: twin.kernels.slice(1) };
    expect(() => onDevice(stranger, device)).toThrow(expect.objectContaining({ code: "PACK_INVALID" }));
    device.dispose();
  });
});
