import { packDirectory } from "@thimble/conformance/suite";
import { type AnyPack, Interpreter } from "@thimble/core";
import type { DeviceProgram, NodeCount } from "@thimble/devices";
import { findPack } from "../conform/find-pack.ts";
import { isThimbleError } from "../is-thimble-error.ts";
import { packLabel } from "../load-packs.ts";
import { setInputs } from "../run/set-inputs.ts";
import type { DeviceReport, NodeInstructions } from "./device-report.ts";
import { loadDevices } from "./load-devices.ts";

/** What runs where. */
export interface DeviceRun {
  readonly bytes: Uint8Array;
  readonly pack: string;
  readonly target: string;
  readonly inputs: readonly string[];
}

/** Runs a model on an emulated core, twice, and with the pack as WebAssembly. All of its kernels are the pack's. */
export async function runOnDevice({
  bytes,
  pack,
  target,
  inputs,
}: DeviceRun): Promise<Omit<DeviceReport, "command" | "model">> {
  const directory = packDirectory(findPack(pack));
  const { openDevice } = await loadDevices();
  const counts: NodeCount[] = [];
  const opened = await openDevice(directory, target, { onCount: (count) => counts.push(count) });
  try {
    const outputs = await invokeTwice(bytes, opened.pack, inputs);
    const expected = await invokeTwice(bytes, opened.twin, inputs);
    const [first, second] = [counts.slice(0, counts.length / 2), counts.slice(counts.length / 2)];
    const { program } = opened.device;
    return {
      pack: packLabel(opened.twin),
      target,
      core: program.target.core,
      compiler: program.compiler,
      instructions: sumOf(second),
      isRepeatable: first.every(({ instructions }, i) => instructions === second[i]!.instructions),
      isSame: outputs.every((output, i) => Buffer.from(output).equals(expected[i]!)),
      textBytes: { model: await textOf(program, directory, second), pack: program.textBytes },
      nodes: describeNodes(second, opened.twin),
    };
  } finally {
    opened.device.dispose();
  }
}

/** The outputs of a second invoke on the same inputs. */
async function invokeTwice(bytes: Uint8Array, pack: AnyPack, files: readonly string[]): Promise<readonly Uint8Array[]> {
  const interpreter = await Interpreter.create(bytes, { packs: [pack] });
  try {
    const { setAgain } = await setInputs(interpreter, files);
    interpreter.invoke();
    interpreter.reset();
    setAgain();
    interpreter.invoke();
    return interpreter.outputs.map((output) => output.bytes.slice());
  } finally {
    interpreter.dispose();
  }
}

const sumOf = (counts: readonly NodeCount[]): number =>
  counts.reduce((total, { instructions }) => total + instructions, 0);

/** Bytes of a program with the model's kernels only; `null` where the pack's symbols have other names. */
async function textOf(
  { target }: DeviceProgram,
  directory: string,
  counts: readonly NodeCount[],
): Promise<number | null> {
  const { buildProgram } = await loadDevices();
  const kernels = [...new Set(counts.map(({ kernel }) => kernel))].sort();
  try {
    return (await buildProgram(target, directory, kernels)).textBytes;
  } catch (error) {
    if (isThimbleError(error) && error.code === "PACK_BUILD") return null;
    throw error;
  }
}

function describeNodes(counts: readonly NodeCount[], { kernels }: AnyPack): readonly NodeInstructions[] {
  const total = sumOf(counts);
  return counts.map(({ node, kernel, instructions }) => ({
    index: node.index,
    operator: node.operatorName,
    kernel,
    instructions,
    share: total > 0 ? instructions / total : 0,
    macs: kernels.find(({ name }) => name === kernel)?.operator.macs?.(node) ?? 0,
  }));
}
