import type { CaseResult } from "@thimble/conformance";
import { replayCase, summarize } from "@thimble/conformance";
import { type Command, defineCommand } from "../command.ts";
import { exitCodes } from "../exit-codes.ts";
import { interpreterOptions } from "../interpreter-options.ts";
import { writeJson } from "../io.ts";
import { packLabel } from "../load-packs.ts";
import { sharedArguments } from "../shared-arguments.ts";
import { findCaseFiles } from "./find-case-files.ts";
import { formatReplay } from "./format-replay.ts";
import { readCases } from "./read-cases.ts";
import { startProgress } from "./replay-progress.ts";
import type { ReplayReport } from "./replay-report.ts";

/** `thimble replay`: runs recorded cases and holds the outputs against the recorded ones. */
export const replayCommand: Command = defineCommand({
  name: "replay",
  description: "Run recorded cases and compare the outputs with the recorded ones",
  args: {
    path: {
      type: "positional",
      multiple: true,
      description: "Case files (.jsonl), or folders that are searched for them; repeatable",
    },
    ...sharedArguments,
  },
  examples: [
    "thimble replay cases/conv_2d/recorded.jsonl",
    "thimble replay cases --pack @acme/kernels",
    "thimble replay cases --pack ./dist/index.js --no-fallback --json",
  ],
  async run(args, io) {
    const options = await interpreterOptions(args);
    const files = await findCaseFiles(args.path);
    const progress = startProgress(files, io.stderr);
    const results: CaseResult[] = [];
    try {
      for (const { path } of files)
        for await (const { recorded, bytes } of readCases(path)) {
          results.push(await replayCase(recorded, options));
          progress.advance(bytes);
        }
    } finally {
      progress.stop();
    }
    const report: ReplayReport = {
      command: "replay",
      packs: options.packs.map(packLabel),
      files: files.map(({ path }) => path),
      passed: results.filter(({ status }) => status === "passed").length,
      total: results.length,
      operators: summarize(results),
      failures: results.filter((result) => result.status !== "passed"),
    };
    if (args.json) writeJson(io, report);
    else io.stdout.write(formatReplay(report, io.stdout));
    return report.passed === report.total ? exitCodes.ok : exitCodes.mismatch;
  },
});
