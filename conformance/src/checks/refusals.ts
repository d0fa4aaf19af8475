import { ThimbleError } from "@thimble/core";
import { type Layout, USUAL } from "../probe/layout.ts";
import { Probe } from "../probe/probe.ts";
import type { Session } from "../probe/session.ts";
import type { CheckName } from "./checks.ts";

/** What the check needs of an examination. */
interface Examined {
  open(layout: Layout, probe?: Probe): Promise<Session>;
  pass(check: CheckName): void;
  fail(check: CheckName, message: string): void;
}

/** More requests than any kernel makes. */
const MOST_REQUESTS = 100;

/** Refuses each of the requests for memory in turn: the interpreter must not come to be, and say why. */
export async function checkRefusals(examined: Examined, requests: number): Promise<void> {
  for (let refused = 0; refused < Math.min(requests, MOST_REQUESTS); refused++) {
    const probe = new Probe({ ...USUAL, refused });
    const mistake = await mistakeAt(examined, probe);
    if (mistake === undefined) examined.pass("memory");
    else examined.fail("memory", `request ${refused} of ${requests} was refused: ${mistake}`);
  }
}

async function mistakeAt(examined: Examined, probe: Probe): Promise<string | undefined> {
  try {
    const session = await examined.open(probe.layout, probe);
    session.dispose();
    return "the kernel went on as if it had the memory";
  } catch (error) {
    if (!(error instanceof ThimbleError) || error.code === "KERNEL_FAILED")
      return error instanceof Error ? error.message : String(error);
    return probe.nullIsUntouched ? undefined : "the kernel wrote to a null pointer";
  }
}
