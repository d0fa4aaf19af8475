import { ThimbleError } from "@thimble/core";
import { USUAL } from "../probe/layout.ts";
import { Probe } from "../probe/probe.ts";
import { reasonOf } from "../reason-of.ts";
import type { Examination } from "./examination.ts";

/** More requests than any kernel makes. */
const MOST_REQUESTS = 100;

/** Refuses each of the requests for memory in turn: the interpreter must not come to be, and say why. */
export async function checkRefusals(examination: Examination, requests: number): Promise<void> {
  for (let refused = 0; refused < Math.min(requests, MOST_REQUESTS); refused++) {
    const mistake = await mistakeAt(examination, new Probe({ ...USUAL, refused }));
    const message = `request ${refused} of ${requests} was refused: ${mistake}`;
    examination.judge("memory", mistake === undefined ? undefined : { message });
  }
}

async function mistakeAt(examination: Examination, probe: Probe): Promise<string | undefined> {
  try {
    const session = await examination.open(probe.layout, probe);
    session.dispose();
    return "the kernel went on as if it had the memory";
  } catch (error) {
    if (!(error instanceof ThimbleError) || error.code === "KERNEL_FAILED") return reasonOf(error);
    return probe.nullIsUntouched ? undefined : "the kernel wrote to a null pointer";
  }
}
