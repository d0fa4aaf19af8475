import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Interpreter, type LoadedPack } from "@thimble/core";
import { obstacleTo, openDevice, targetNamed } from "@thimble/devices";
import { buildPack } from "@thimble/pack-kit";
import { operatorCode, writeModel } from "@thimble/schema/writer";
import { expect, onTestFinished, test } from "vitest";
import { titled } from "./goldens.ts";

/** Instructions of a core that a header gives a meaning in plain C. */
export interface InstructionSet {
  readonly core: string;
  readonly compiler: "gcc" | "clang";
  /** Folder with a pack that `instructions.h` makes: ADD of [instructions, n] and [n], a row for each instruction. */
  readonly pack: string;
  /** Folder with the header, which the pack sees under the folder's name. */
  readonly headers: string;
  readonly instructions: readonly string[];
}

/** What the packs are made with. */
const KIT = fileURLToPath(new URL("../instructions", import.meta.url));

/** Operands of each instruction in one invoke, and invokes: a million in all. */
const OPERANDS = 50_000;
const INVOKES = 20;

const tensor = (name: string, shape: readonly number[]) => ({ name, type: "int32" as const, shape });

const modelOf = ({ instructions }: InstructionSet): Uint8Array =>
  writeModel({
    operatorCodes: [operatorCode("ADD")],
    subgraphs: [
      {
        tensors: [
          tensor("a", [instructions.length, OPERANDS]),
          tensor("b", [OPERANDS]),
          tensor("results", [instructions.length, OPERANDS]),
        ],
        inputs: [0, 1],
        outputs: [2],
        operators: [{ opcodeIndex: 0, inputs: [0, 1], outputs: [2] }],
      },
    ],
    buffers: [{}],
  });

/** A package of a pack whose kernel is the header's functions. */
function writePackage({ pack: sources, headers, core, compiler }: InstructionSet): string {
  const folder = mkdtempSync(join(tmpdir(), "thimble-instructions-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync(KIT, join(folder, "kernels"), { recursive: true });
  cpSync(sources, join(folder, "kernels"), { recursive: true });
  cpSync(headers, join(folder, "kernels", basename(headers)), { recursive: true });
  const pack = { builds: { "kernels.wasm": [] }, targets: { [core]: { twin: "kernels.wasm", compiler } } };
  const description = { name: basename(sources), version: "1.0.0", thimble: { pack } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(description));
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

async function compare(set: InstructionSet): Promise<void> {
  const folder = writePackage(set);
  await buildPack(folder);
  const { pack, twin, device } = await openDevice(folder, set.core);
  onTestFinished(() => device.dispose());
  const model = modelOf(set);
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
    expect(at < 0 ? "all" : set.instructions[Math.floor(at / OPERANDS)]).toBe("all");
  }
}

/** Declares the test that the header's plain C means what the instructions do. */
export function testInstructions(set: InstructionSet): void {
  const obstacle = obstacleTo(targetNamed(set.core));
  const title = "the header's plain C means what the instructions do, on a million random operands each";
  test.skipIf(obstacle !== undefined)(titled(title, obstacle), () => compare(set), 600_000);
}
