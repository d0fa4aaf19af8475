import { SingleBar } from "cli-progress";
import type { Output } from "../io.ts";
import type { CaseFile } from "./find-case-files.ts";

/** A progress bar that counts the bytes of case files. */
export interface Progress {
  advance(bytes: number): void;
  stop(): void;
}

const silent: Progress = { advance() {}, stop() {} };

/** Shows how far a replay is, on a terminal only. */
export function startProgress(files: readonly CaseFile[], output: Output): Progress {
  if (!output.isTTY) return silent;
  const bar = new SingleBar({
    stream: output,
    format: "{bar} {percentage}%  {cases} cases  {duration_formatted}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    // Whatever is switched off would stay off after Ctrl-C.
    hideCursor: false,
    linewrap: true,
    clearOnComplete: true,
  });
  let cases = 0;
  bar.start(
    files.reduce((sum, { size }) => sum + size, 0),
    0,
    { cases },
  );
  return { advance: (bytes) => bar.increment(bytes, { cases: ++cases }), stop: () => bar.stop() };
}
