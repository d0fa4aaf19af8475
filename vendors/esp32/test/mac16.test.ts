import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Interpreter, type LoadedPack } from "@thimble/core";
import { obstacleTo, openDevice, targetNamed } from "@thimble/devices";
import { buildPack } from "@thimble/pack-kit";
import { operatorCode, writeModel } from "@thimble/schema/writer";
import { expect, onTestFinished, test } from "vitest";

const CORE = "xtensa-mac16";
const obstacle = obstacleTo(targetNamed(CORE));

const HALVES = ["LL", "HL", "LH", "HH"];
const INSTRUCTIONS = [
  ...HALVES.map((halves) => `MULA.DD.${halves}`),
  ...["m1 and m3", "m0 and m2"].flatMap((loaded) => HALVES.map((halves) => `MULA.DD.${halves}.LDINC of ${loaded}`)),
  ...HALVES.map((halves) => `MULA.AA.${halves}`),
  "LOOPNEZ",
  "LDINC",
];

/** Operands of each instruction in one invoke, and invokes: a million in all. */
const OPERANDS = 25_000;
const INVOKES = 40;

const tensor = (name: string, shape: readonly number[]) => ({ name, type: "int32" as const, shape });

const model = writeModel({
  operatorCodes: [operatorCode("ADD")],
  subgraphs: [
    {
      tensors: [
        tensor("a", [INSTRUCTIONS.length, OPERANDS]),
        tensor("b", [OPERANDS]),
        tensor("results", [INSTRUCTIONS.length, OPERANDS]),
      ],
      inputs: [0, 1],
      outputs: [2],
      operators: [{ opcodeIndex: 0, inputs: [0, 1], outputs: [2] }],
    },
  ],
  buffers: [{}],
});

/** A package of a pack whose kernel is the header's functions. */
function writePackage(): string {
  const folder = mkdtempSync(join(tmpdir(), "thimble-mac16-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const pathOf = (path: string) => fileURLToPath(new URL(path, import.meta.url));
  cpSync(pathOf("./mac16"), join(folder, "kernels"), { recursive: true });
  cpSync(pathOf("../kernels/mac16"), join(folder, "kernels/mac16"), { recursive: true });
  const pack = { builds: { "kernels.wasm": [] }, targets: { [CORE]: { twin: "kernels.wasm" } } };
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "mac16", version: "1.0.0", thimble: { pack } }));
  return folder;
}

/** Words of all kinds: any bits, few bits, the ends of halves and words. */
function randomWords(length: number, seed: number): Int32Array {
  let state = seed;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), 0x2c1b3c6d) + 0x9e3779b9) | 0;
    return state ^ (state >>> 13);
  };
  const ends = [0x7fffffff, -0x80000000, -0x7fff8000, 0x7fff7fff, -1, 0, 0x00808080, 0x7f807f80];
  return Int32Array.from({ length }, () => {
    const kind = next() & 7;
    return kind === 0 ? ends[next() & 7]! : kind === 1 ? next() >> (next() & 31) : next();
  });
}

test.skipIf(obstacle !== undefined)(
  `the header's plain C means what the instructions do, on a million random operands each (skipped: ${obstacle})`.replace(
    " (skipped: undefined)",
    "",
  ),
  async () => {
    const folder = writePackage();
    await buildPack(folder);
    const { pack, twin, device } = await openDevice(folder, CORE);
    onTestFinished(() => device.dispose());
    const open = (from: LoadedPack) => Interpreter.create(model, { packs: [from] });
    const [core, plain] = await Promise.all([open(pack), open(twin)]);
    for (let round = 0; round < INVOKES; round++) {
      for (const interpreter of [core, plain])
        interpreter.inputs.forEach((input, i) => {
          input.set(randomWords(input.data.length, 2 * round + i + 1));
        });
      core.invoke();
      plain.invoke();
      const [onCore, inPlainC] = [core, plain].map(({ outputs }) => outputs[0]!.data as Int32Array);
      const at = onCore!.findIndex((value, i) => value !== inPlainC![i]);
      expect(at < 0 ? "all" : INSTRUCTIONS[Math.floor(at / OPERANDS)]).toBe("all");
    }
  },
);
