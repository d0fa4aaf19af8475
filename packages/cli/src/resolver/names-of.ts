import { basename } from "node:path";
import type { ResolvedModelReport } from "./resolver-report.ts";

/** The names of models' files: code that is made of them is the same wherever they lie. */
export const namesOf = (models: readonly ResolvedModelReport[]): string =>
  models.map(({ model }) => basename(model)).join(", ");
