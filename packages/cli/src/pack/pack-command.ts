import { type Command, defineCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { type Io, writeJson } from "../io.ts";
import { UsageError } from "../usage-error.ts";
import { checkModule } from "./check-module.ts";
import { formatChecked, formatModules } from "./format-pack.ts";
import { loadPackKit } from "./load-pack-kit.ts";

/** `thimble pack`: what a vendor does with a pack of C kernels. */
export const packCommand: Command = defineCommand({
  name: "pack",
  description: "Build a pack's C kernels to WebAssembly, or check a built module",
  args: {
    action: { type: "positional", description: '"build" or "check"' },
    path: {
      type: "positional",
      multiple: true,
      required: false,
      description: "The package's folder to build (default: this one), or the modules (.wasm) to check",
    },
    json: { type: "boolean", description: "Print one JSON document" },
    help: { type: "boolean", alias: "h", description: "Print this text" },
  },
  examples: ["thimble pack build", "thimble pack build vendors/acme", "thimble pack check dist/kernels.wasm"],
  async run({ action, path = [], json }, io) {
    if (action === "build") return build(path, json, io);
    if (action === "check") return check(path, json, io);
    throw new UsageError(`pack has no action "${action}"; there are build and check`);
  },
});

async function build(paths: readonly string[], json: boolean, io: Io) {
  if (paths.length > 1) throw new UsageError("pack build takes one folder");
  const { buildPack } = await loadPackKit();
  const modules = await buildPack(paths[0] ?? ".");
  if (json) writeJson(io, { command: "pack build", modules });
  else io.stdout.write(formatModules(modules));
  return exitCodes.ok;
}

async function check(paths: readonly string[], json: boolean, io: Io) {
  if (paths.length === 0) throw new UsageError("pack check takes the modules to check; for example dist/kernels.wasm");
  const packs = [];
  for (const path of paths) packs.push(await checkModule(path));
  if (json) writeJson(io, { command: "pack check", packs });
  else io.stdout.write(packs.map(formatChecked).join("\n"));
  return exitCodes.ok;
}
