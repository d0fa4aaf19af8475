import { type Command, defineCommand } from "../command.ts";
import { UsageError } from "../usage-error.ts";
import { conformArguments, requireOnly } from "./conform-arguments.ts";
import { mergeShards } from "./merge-shards.ts";
import { runConform } from "./run-conform.ts";
import { verifyFile } from "./verify-file.ts";

/** `thimble conform`: holds a pack to the conformance suite, merges reports of shards, verifies reports. */
export const conformCommand: Command = defineCommand({
  name: "conform",
  description: "Hold a pack's kernels to the conformance suite, and report what was found",
  args: {
    pack: {
      type: "positional",
      description: 'A pack: its folder, module, .wasm or package; or "merge" or "verify"',
    },
    path: {
      type: "positional",
      multiple: true,
      required: false,
      description: "For merge the reports of all shards, or folders with them; for verify a report, and its pack",
    },
    ...conformArguments,
  },
  examples: [
    "thimble conform @acme/kernels",
    "thimble conform . --ops conv_2d,add --runs 1000 --seed 7",
    "thimble conform . --report conformance",
    "thimble conform . --target cortex-m4,rv32imc",
    "thimble conform . --only-failed conformance/report.json",
    "thimble conform . --shard 2/8 --report shards/2",
    "thimble conform merge shards --report conformance",
    "thimble conform verify conformance/report.json .",
  ],
  async run({ pack, path = [], ...args }, io) {
    if (pack === "merge") {
      requireOnly(args, "merge", ["report", "json"]);
      return mergeShards(path, args, io);
    }
    if (pack === "verify") {
      requireOnly(args, "verify", ["sample", "seed", "threads", "json"]);
      return verifyFile(path, args, io);
    }
    if (path.length > 0) throw new UsageError(`unexpected argument "${path[0]}"; conform takes one pack`);
    if (args.sample !== undefined) throw new UsageError("--sample goes with conform verify only");
    return runConform(pack, args, io);
  },
});
