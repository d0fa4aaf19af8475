import type { Progress } from "@thimble/conformance/suite";
import { SingleBar } from "cli-progress";
import type { Output } from "../io.ts";

/** A progress bar that counts cases and random models. */
export interface ConformProgress {
  show(progress: Progress): void;
  stop(): void;
}

const silent: ConformProgress = { show() {}, stop() {} };

/** Shows how far a run is and how long it still takes, on a terminal only. */
export function startConformProgress(output: Output): ConformProgress {
  if (!output.isTTY) return silent;
  const bar = new SingleBar({
    stream: output,
    format: "{bar} {percentage}%  {value} of {total}  {failed} failed  {eta_formatted} left  {current}",
    barCompleteChar: "█",
    barIncompleteChar: "░",
    // Random models take longer than cases: the rate of the last moments says little.
    etaBuffer: 1000,
    // Whatever is switched off would stay off after Ctrl-C.
    hideCursor: false,
    linewrap: true,
    clearOnComplete: true,
  });
  let isStarted = false;
  return {
    show({ done, total, failed, current }) {
      if (!isStarted) bar.start(total, 0, { failed, current });
      isStarted = true;
      bar.update(done, { failed, current });
    },
    stop: () => bar.stop(),
  };
}
