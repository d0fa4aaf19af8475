import type { Session } from "../probe/session.ts";
import type { ConformanceCase } from "./case.ts";
import type { Examination } from "./examination.ts";
import type { Expected } from "./expectation.ts";

/**
 * Runs the case again from the beginning, while another interpreter, of another model, runs in between: neither what
 * was before nor who else is there may show.
 */
export async function checkReset(
  examination: Examination,
  session: Session,
  neighbour: ConformanceCase | undefined,
  expected: readonly Expected[],
): Promise<void> {
  session.reset();
  const alone = examination.runAll(session, expected);
  examination.judge("reset", alone && { ...alone, message: `after reset, ${alone.message}` });
  const other = await examination.openNeighbour(neighbour);
  if (!other || alone) return;
  session.reset();
  const mistake = examination.runAll(session, expected, () => other.invoke());
  other.dispose();
  if (mistake) examination.fail("instances", { ...mistake, message: `beside ${neighbour!.id}, ${mistake.message}` });
}
