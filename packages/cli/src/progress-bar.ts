import { SingleBar } from "cli-progress";
import type { Output } from "./io.ts";

/** A progress bar on a terminal, as all commands show one; `undefined` where there is no terminal. */
export const progressBar = (format: string, output: Output, etaBuffer?: number): SingleBar | undefined =>
  output.isTTY
    ? new SingleBar({
        stream: output,
        format: `{bar} {percentage}%  ${format}`,
        barCompleteChar: "█",
        barIncompleteChar: "░",
        ...(etaBuffer !== undefined && { etaBuffer }),
        // Whatever is switched off would stay off after Ctrl-C.
        hideCursor: false,
        linewrap: true,
        clearOnComplete: true,
      })
    : undefined;
