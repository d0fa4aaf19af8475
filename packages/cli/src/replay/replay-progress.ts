import type { Output } from "../io.ts";
import { progressBar } from "../progress-bar.ts";
import type { CaseFile } from "./find-case-files.ts";

/** A progress bar that counts the bytes of case files. */
export interface Progress {
  advance(bytes: number): void;
  stop(): void;
}

const silent: Progress = { advance() {}, stop() {} };

/** Shows how far a replay is, on a terminal only. */
export function startProgress(files: readonly CaseFile[], output: Output): Progress {
  const bar = progressBar("{cases} cases  {duration_formatted}", output);
  if (!bar) return silent;
  let cases = 0;
  bar.start(
    files.reduce((sum, { size }) => sum + size, 0),
    0,
    { cases },
  );
  return { advance: (bytes) => bar.increment(bytes, { cases: ++cases }), stop: () => bar.stop() };
}
