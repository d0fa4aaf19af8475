import { type Command, defineCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { writeJson } from "../io.ts";
import { readBytes } from "../read-bytes.ts";
import { UsageError } from "../usage-error.ts";
import type { DeviceReport } from "./device-report.ts";
import { formatDevice } from "./format-device.ts";
import { runOnDevice } from "./run-on-device.ts";

/** `thimble device`: runs a model on an emulated core and counts its instructions. */
export const deviceCommand: Command = defineCommand({
  name: "device",
  description: "Run a model on an emulated microcontroller core, and count instructions exactly",
  args: {
    model: { type: "positional", description: "A .tflite file whose kernels are all the pack's" },
    pack: { type: "string", valueHint: "NAME", description: "The pack: the folder or the name of its package" },
    target: { type: "string", valueHint: "NAME", description: "The core: cortex-m4, rv32imc, xtensa-lx106 ..." },
    input: {
      type: "string",
      multiple: true,
      valueHint: "FILE",
      description: "A file for each input; default is a fixed pattern",
    },
    json: { type: "boolean", description: "Print one JSON document" },
    help: { type: "boolean", alias: "h", description: "Print this text" },
  },
  examples: [
    "thimble device model.tflite --pack @acme/kernels --target cortex-m4",
    "thimble device model.tflite --pack . --target rv32imc --json",
  ],
  async run({ model, pack, target, input, json }, io) {
    if (!pack || !target)
      throw new UsageError("device needs --pack and --target: a model runs with one pack on one core");
    const bytes = await readBytes(model, "MODEL_TOO_LARGE");
    const found = await runOnDevice({ bytes, pack, target, inputs: input });
    const report: DeviceReport = { command: "device", model, ...found };
    if (json) writeJson(io, report);
    else io.stdout.write(formatDevice(report, io.stdout));
    return report.isSame && report.isRepeatable ? exitCodes.ok : exitCodes.mismatch;
  },
});
