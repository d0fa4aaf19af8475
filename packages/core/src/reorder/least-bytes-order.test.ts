import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Dataflow } from "./dataflow.ts";
import { leastBytesOrder } from "./least-bytes-order.ts";

/** `FAST_CHECK_RUNS=10000` looks longer. */
const numRuns = Number(process.env.FAST_CHECK_RUNS ?? 200);

/** The most bytes of tensors whose first and last use lie about a step. */
function bytesOf({ sizes, reads, writes }: Dataflow, order: readonly number[]): number {
  const uses = sizes.map((_, tensor) =>
    [...order.keys()].filter((step) => [...reads[order[step]!]!, ...writes[order[step]!]!].includes(tensor)),
  );
  const live = order.map((_, step) =>
    sizes.filter((_, tensor) => Math.min(...uses[tensor]!) <= step && step <= Math.max(...uses[tensor]!)),
  );
  return Math.max(0, ...live.map((sizes) => sizes.reduce((sum, size) => sum + size, 0)));
}

/** Whether one node has to stay in front of another that is behind it. */
function mustPrecede({ reads, writes, barriers }: Dataflow, first: number, second: number): boolean {
  const shared = (a: readonly number[], b: readonly number[]): boolean => a.some((tensor) => b.includes(tensor));
  return (
    barriers[first]! ||
    barriers[second]! ||
    shared(writes[first]!, reads[second]!) ||
    shared(reads[first]!, writes[second]!) ||
    shared(writes[first]!, writes[second]!)
  );
}

const isAllowed = (flow: Dataflow, order: readonly number[]): boolean =>
  order.every((second, at) =>
    order.slice(at + 1).every((first) => first > second || !mustPrecede(flow, first, second)),
  );

function ordersOf(flow: Dataflow, begun: readonly number[] = []): (readonly number[])[] {
  if (!isAllowed(flow, begun)) return [];
  const left = [...flow.barriers.keys()].filter((node) => !begun.includes(node));
  return left.length === 0 ? [begun] : left.flatMap((node) => ordersOf(flow, [...begun, node]));
}

const anyFlow = (maxNodes: number, maxTensors: number): fc.Arbitrary<Dataflow> =>
  fc.integer({ min: 1, max: maxTensors }).chain((tensors) => {
    const some = fc.uniqueArray(fc.nat(tensors - 1), { maxLength: 3 });
    const node = fc.record({
      reads: some,
      writes: fc.uniqueArray(fc.nat(tensors - 1), { maxLength: 2 }),
      isBarrier: fc.constantFrom(false, false, false, false, false, false, true),
    });
    return fc
      .record({
        sizes: fc.array(fc.nat(20), { minLength: tensors, maxLength: tensors }),
        nodes: fc.array(node, { maxLength: maxNodes, size: "max" }),
      })
      .map(({ sizes, nodes }) => ({
        sizes,
        reads: nodes.map(({ reads }) => reads),
        writes: nodes.map(({ writes }) => writes),
        barriers: nodes.map(({ isBarrier }) => isBarrier),
      }));
  });

/** Each node writes a tensor of its own and reads earlier ones. */
const anyBranches = (length: number): fc.Arbitrary<Dataflow> =>
  fc
    .array(fc.record({ size: fc.nat(99), from: fc.array(fc.nat(9), { maxLength: 3 }) }), {
      minLength: 1,
      maxLength: length,
      size: "max",
    })
    .map((nodes) => ({
      sizes: nodes.map(({ size }) => size),
      reads: nodes.map(({ from }, n) => from.map((back) => n - 1 - back).filter((tensor) => tensor >= 0)),
      writes: nodes.map((_, n) => [n]),
      barriers: nodes.map(() => false),
    }));

describe("an order of the least bytes", () => {
  test.each([
    ["tensors that are written more than once", anyFlow(7, 6)],
    ["branches", anyBranches(7)],
  ])("is as good as any of all orders of small graphs with %s", (_, flows) => {
    fc.assert(
      fc.property(flows, (flow) => {
        const order = leastBytesOrder(flow);
        const least = Math.min(...ordersOf(flow).map((other) => bytesOf(flow, other)));
        expect(bytesOf(flow, order)).toBe(least);
      }),
      { numRuns },
    );
  });

  test.each([
    ["tensors that are written more than once", anyFlow(24, 20)],
    ["branches", anyBranches(24)],
  ])("has every node once and behind what it needs, with %s", (_, flows) => {
    fc.assert(
      fc.property(flows, (flow) => {
        const order = leastBytesOrder(flow);
        const given = [...flow.barriers.keys()];
        expect([...order].sort((a, b) => a - b)).toEqual(given);
        expect(isAllowed(flow, order)).toBe(true);
        const saved = bytesOf(flow, given) - bytesOf(flow, order);
        if (saved === 0) expect(order).toEqual(given);
        else expect(saved).toBeGreaterThan(0);
        expect(leastBytesOrder(flow)).toEqual(order);
      }),
      { numRuns },
    );
  });

  test("of five hundred nodes in many branches is found, or left as it was, in bounded work", () => {
    const branches = 166;
    const reads = [[], ...Array.from({ length: branches }, (_, i) => [[0], [1 + 2 * i], [2 + 2 * i]]).flat()];
    const flow: Dataflow = {
      sizes: [1, ...Array.from({ length: branches }, (_, i) => [100, 1 + (i % 7)]).flat()],
      reads,
      writes: [[0], ...Array.from({ length: branches }, (_, i) => [[1 + 2 * i], [2 + 2 * i], []]).flat()],
      barriers: reads.map(() => false),
    };
    expect(isAllowed(flow, leastBytesOrder(flow))).toBe(true);
  });
});
