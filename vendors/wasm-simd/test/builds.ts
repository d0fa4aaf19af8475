import { hasFeature, type LoadedPack, loadPack, type WasmBuild } from "@thimble/core";
import { describe, test } from "vitest";
import description from "../src/index.ts";

const nameOf = ({ features = [] }: WasmBuild): string => features.join(", ") || "plain WebAssembly";

/** Whether a build is for engines with SIMD. */
export const isFast = ({ features = [] }: WasmBuild): boolean => features.length > 0;

/** Tests each build of the pack, or says what the engine that runs the test lacks for it. */
export function describeBuilds(
  title: string,
  tests: (pack: LoadedPack, build: WasmBuild) => void,
  filter: (build: WasmBuild) => boolean = isFast,
): void {
  for (const build of description.builds.filter(filter)) {
    const lacking = build.features?.find((feature) => !hasFeature(feature));
    if (lacking !== undefined)
      test.skip(`${title}: the build for ${nameOf(build)} (skipped: this engine lacks ${lacking})`, () => {});
    else
      describe(`${title}: the build for ${nameOf(build)}`, async () =>
        tests(await loadPack({ ...description, builds: [build] }), build));
  }
}
