import { fileURLToPath } from "node:url";
import { type Report, runSuite, type SuiteOptions } from "../src/suite/index.ts";

const fixture = (name: string): string => fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

/** A pack with kernels that are wrong in ways of their own. */
export const wrongPack: string = fixture("wrong-pack.js");

/** A case that the wrong pack fails, and a waiver for it. */
export const waiver = {
  case: "conv_2d/i8_i8/tflm-0003",
  reason: "the third channel is <known> to be off",
  issue: "https://example.com/issues/7",
};

const some: Partial<SuiteOptions> = { runs: 4, waivers: [waiver], threads: 2 };

/** What the suite finds of the wrong pack. */
export const wrongReport = (options: Partial<SuiteOptions> = {}): Promise<Report> =>
  runSuite({ pack: wrongPack, ...some, ...options });
