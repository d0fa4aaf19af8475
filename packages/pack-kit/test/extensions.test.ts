import { replayCase } from "@thimble/conformance";
import { readCases } from "@thimble/conformance/recorded-cases";
import { Interpreter, loadPack, type ProfilerEvent } from "@thimble/core";
import reference from "@thimble/kernels-reference";
import { expect, test } from "vitest";
import { build } from "./build.ts";
import { unaryChain } from "./model.ts";

const control = await loadPack(await build("control", { id: "@acme/control" }));

const packs = [control, reference];

test("a C kernel runs subgraphs: IF gives the recorded outputs", async () => {
  const cases = readCases("if");
  expect(cases.length).toBeGreaterThan(0);
  for (const recorded of cases) {
    const interpreter = await Interpreter.create(recorded.model, { packs });
    expect(interpreter.steps.map(({ kernel }) => kernel.name)).toContain("if_any");
    expect(await replayCase(recorded, { packs })).toMatchObject({ status: "passed" });
  }
});

test("a C kernel that says that there is no output yet stops the graph", async () => {
  const interpreter = await Interpreter.create(unaryChain(["NEG", "ABS", "NEG"]), { packs: [control] });
  expect([interpreter.invoke(), interpreter.invoke(), interpreter.invoke()]).toEqual(["aborted", "ok", "aborted"]);
  expect([...interpreter.outputs[0]!.data]).toEqual([-1]);
});

test("a profiler sees every node, though neighbours run in one call without it", async () => {
  const seen: string[] = [];
  const profiler = {
    begin: ({ kernel }: ProfilerEvent) => seen.push(`+${kernel.name}`),
    end: ({ kernel }: ProfilerEvent) => seen.push(`-${kernel.name}`),
  };
  const interpreter = await Interpreter.create(unaryChain(["NEG", "NEG"]), { packs: [control], profiler });
  interpreter.invoke();
  expect(seen).toEqual(["+neg_f32", "-neg_f32", "+neg_f32", "-neg_f32"]);
});
