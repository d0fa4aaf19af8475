import type { Progress } from "@thimble/conformance/suite";
import type { Output } from "../io.ts";
import { progressBar } from "../progress-bar.ts";

/** A progress bar that counts cases and random models. */
export interface ConformProgress {
  show(progress: Progress): void;
  stop(): void;
}

const FORMAT = "{value} of {total}  {failed} failed  {eta_formatted} left  {current}";

/** Random models take longer than cases: the rate of the last moments says little. */
const ETA_BUFFER = 1000;

const silent: ConformProgress = { show() {}, stop() {} };

/** Shows how far a run is and how long it still takes, on a terminal only. */
export function startConformProgress(output: Output): ConformProgress {
  const bar = progressBar(FORMAT, output, ETA_BUFFER);
  if (!bar) return silent;
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
